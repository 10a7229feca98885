import { useState } from "react";
import { Button } from "../../components/Button";
import { Chip, type Tone } from "../../components/Chip";
import { Facts } from "../../components/Facts";
import list from "../../components/List.module.css";
import { useToast } from "../../components/Toast";
import type { ApplicationDecisions, OfferState, OfferView } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { showDate } from "../../text/dates";
import { useText } from "../../text/text";
import styles from "./Decisions.module.css";
import { type DayStep, OfferStepDialog } from "./OfferStepDialog";
import { payWords } from "./payWords";
import { WriteOfferDialog } from "./WriteOfferDialog";

const TONES: Record<OfferState, Tone> = {
  drafted: "info",
  awaitingApproval: "warn",
  sentBack: "warn",
  approved: "info",
  made: "info",
  accepted: "good",
  declined: "neutral",
  withdrawn: "neutral",
  lapsed: "neutral",
};

type Doing = { what: "write" } | { what: "change" | DayStep; offer: OfferView } | null;

interface Props {
  decisions: ApplicationDecisions;
  name: string;
  vacancyTitle: string;
}

/** The offers of an application, for those who see pay: what is offered, who approved it, what came of it. */
export function Offers({ decisions, name, vacancyTitle }: Props) {
  const t = useText();
  const [doing, setDoing] = useState<Doing>(null);
  const { application, offers, approvers, mayOffer } = decisions;
  if (offers.is === "withheld" || (offers.value.length === 0 && !mayOffer)) return null;
  const onClose = () => setDoing(null);
  return (
    <section className={styles.part} aria-label={t("offers-of", { vacancy: vacancyTitle })}>
      {offers.value.map((offer) => (
        <Offer
          key={offer.offer}
          offer={offer}
          application={application}
          name={name}
          onDo={(what) => setDoing({ what, offer })}
        />
      ))}
      {mayOffer && (
        <div className={styles.actions}>
          <Button size="small" icon="plus" onPress={() => setDoing({ what: "write" })}>
            {t("offers-write")}
          </Button>
        </div>
      )}
      {(doing?.what === "write" || doing?.what === "change") && (
        <WriteOfferDialog
          application={application}
          name={name}
          approvers={approvers}
          offer={doing.what === "change" ? doing.offer : null}
          onClose={onClose}
        />
      )}
      {doing !== null && doing.what !== "write" && doing.what !== "change" && (
        <OfferStepDialog
          step={doing.what}
          application={application}
          name={name}
          offer={doing.offer}
          onClose={onClose}
        />
      )}
    </section>
  );
}

interface OfferProps {
  offer: OfferView;
  application: ApplicationDecisions["application"];
  name: string;
  onDo: (what: "change" | DayStep) => void;
}

function Offer({ offer: view, application, name, onDo }: OfferProps) {
  const t = useText();
  const toast = useToast();
  const approve = useAct("approve_offer");
  const { terms, state, may } = view;
  const decide = (decision: "approved" | "sentBack") =>
    approve.mutate(
      { application, offer: { offer: view.offer, revision: view.revision }, decision },
      {
        onSuccess: () =>
          toast.show({ message: t("offers-decided", { decision, name }), undo: null }),
      },
    );
  const facts = [
    { label: t("offers-pay"), value: payWords(terms.pay) },
    ...(terms.startsOn === null
      ? []
      : [{ label: t("offers-starts-on"), value: showDate(terms.startsOn) }]),
    ...(terms.answerBy === null
      ? []
      : [{ label: t("offers-answer-by"), value: showDate(terms.answerBy) }]),
    ...(terms.conditions === ""
      ? []
      : [
          {
            label: t("offers-conditions"),
            value: <span className={styles.words}>{terms.conditions}</span>,
          },
        ]),
  ];
  const step = (what: "change" | DayStep, id: string, isMain = false) => (
    <Button size="small" variant={isMain ? "primary" : "quiet"} onPress={() => onDo(what)}>
      {t(id)}
    </Button>
  );
  return (
    <article className={styles.offer} aria-label={t("offers-one", { pay: payWords(terms.pay) })}>
      <div className={styles.head}>
        <h4 className={styles.title}>{t("offers-title")}</h4>
        <Chip tone={TONES[state]}>{t("offers-state", { state })}</Chip>
      </div>
      <Facts facts={facts} />
      <p className={list.soft}>{history(view, t)}</p>
      {may.length > 0 && (
        <div className={styles.actions}>
          {may.includes("approve") && (
            <Button size="small" variant="primary" onPress={() => decide("approved")}>
              {t("offers-approve")}
            </Button>
          )}
          {may.includes("sendBack") && (
            <Button size="small" onPress={() => decide("sentBack")}>
              {t("offers-send-back")}
            </Button>
          )}
          {may.includes("make") && step("make", "offers-make", true)}
          {may.includes("answer") && step("answer", "offers-record-answer", true)}
          {may.includes("change") && step("change", "offers-change")}
          {may.includes("withdraw") && step("withdraw", "offers-withdraw")}
        </div>
      )}
    </article>
  );
}

/* Who wrote it and approved it, when it was made and answered, in one line. */
function history(view: OfferView, t: ReturnType<typeof useText>): string {
  const { writtenBy, writtenAt, decidedBy, decidedOn, madeOn, answeredOn, state } = view;
  return [
    t("offers-written-by", { by: writtenBy, date: showDate(writtenAt.slice(0, 10)) }),
    ...(decidedBy !== null && decidedOn !== null
      ? [
          t(state === "sentBack" ? "offers-sent-back-by" : "offers-approved-by", {
            by: decidedBy,
            date: showDate(decidedOn),
          }),
        ]
      : []),
    ...(madeOn === null ? [] : [t("offers-made-on", { date: showDate(madeOn) })]),
    ...(answeredOn === null ? [] : [t("offers-ended-on", { state, date: showDate(answeredOn) })]),
  ].join(" · ");
}
