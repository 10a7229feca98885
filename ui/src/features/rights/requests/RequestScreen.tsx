import { useState } from "react";
import { Button } from "../../../components/Button";
import { Chip } from "../../../components/Chip";
import { EmptyState } from "../../../components/EmptyState";
import { Link } from "../../../components/Link";
import list from "../../../components/List.module.css";
import { Notice } from "../../../components/Notice";
import { PageHeader } from "../../../components/PageHeader";
import { Panel } from "../../../components/Panel";
import { Skeleton } from "../../../components/Skeleton";
import { useToast } from "../../../components/Toast";
import { Why } from "../../../components/Why";
import { asFailure } from "../../../ipc/call";
import type {
  CaseStep,
  PackKind,
  RequestView,
  Right,
  RightsRequestId,
} from "../../../ipc/generated/bindings";
import { useAct, useCommand } from "../../../ipc/queries";
import { showDate } from "../../../text/dates";
import { useText } from "../../../text/text";
import styles from "../Rights.module.css";
import { AnswerDialog } from "./AnswerDialog";
import { Corrections } from "./Corrections";
import { DecideItemDialog } from "./DecideItemDialog";
import { EraseRequestDialog } from "./EraseRequestDialog";
import { NoteDialog, type Noting } from "./NoteDialog";
import { PackDialog } from "./PackDialog";
import { RequestParts } from "./RequestParts";
import { clockTone, clockWord, rightWords, stepArgs } from "./requestWords";
import { Told } from "./Told";

/** What is being done in a dialog. */
export type Doing =
  | { what: "note"; noting: Noting }
  | { what: "decide"; right: Right }
  | { what: "pack"; kind: PackKind }
  | { what: "erase" | "answer" };

/** One request: its clock, its next step, and what is known of it. */
export function RequestScreen({ id: request }: { id: RightsRequestId }) {
  const t = useText();
  const view = useCommand(
    "open_request",
    { request },
    {
      throwOnError: (thrown, query) =>
        query.state.data === undefined && !isHidden(asFailure(thrown).error.code),
    },
  );
  const back = { place: { at: "rights" } as const, label: t("requests-back") };
  if (view.isError && isHidden(asFailure(view.error).error.code)) {
    return (
      <>
        <PageHeader title={t("requests-gone")} back={back} />
        <EmptyState icon="shield" title={t("requests-gone")} text={t("requests-gone-text")} />
      </>
    );
  }
  if (view.data === undefined) return <Skeleton />;
  return <RequestPage view={view.data} back={back} />;
}

/* What is not there and what is not theirs look the same. */
function isHidden(code: string): boolean {
  return code === "notFound" || code === "refused";
}

interface PageProps {
  view: RequestView;
  back: { place: { at: "rights" }; label: string };
}

function RequestPage({ view, back }: PageProps) {
  const t = useText();
  const [doing, setDoing] = useState<Doing | null>(null);
  const { number, person, next } = view;
  const about = { view, onClose: () => setDoing(null) };
  return (
    <div className={styles.page}>
      <PageHeader
        title={t("requests-one", {
          number,
          rights: rightWords(view.case.items.map(({ right }) => right)),
        })}
        subtitle={t("requests-logged-by", { by: view.loggedBy, on: showDate(view.loggedOn) })}
        back={back}
        {...(next === null && { badges: <Chip icon="check">{t("requests-closed")}</Chip> })}
        {...(view.mayKeep && { actions: <Letters view={view} /> })}
      />
      <Clock view={view} />
      {view.mayKeep && next !== null && <NextStep view={view} step={next} onDo={setDoing} />}
      {view.case.answer !== null && (
        <Notice
          tone="good"
          title={t("requests-answered", {
            on: showDate(view.case.answer.on),
            by: view.closedBy ?? "",
          })}
        />
      )}
      {view.restrictedOn !== null && (
        <Notice tone="warn" title={t("requests-restricted", { on: showDate(view.restrictedOn) })}>
          <p>{t("requests-restricted-what")}</p>
          {view.mayKeep && (
            <Button
              size="small"
              onPress={() => setDoing({ what: "note", noting: "restrictionLifted" })}
            >
              {t("requests-lift")}
            </Button>
          )}
        </Notice>
      )}
      <Panel title={t("requests-about")}>
        {person.kind === "here" ? (
          <Link to={{ at: "candidate", id: person.candidate }}>{person.name}</Link>
        ) : (
          <p className={list.soft}>{t("requests-person", { kind: person.kind })}</p>
        )}
        {view.complaints.map(({ complaint, number }) => (
          <Link key={complaint} to={{ at: "complaint", id: complaint }}>
            {t("requests-complaint", { number })}
          </Link>
        ))}
      </Panel>
      <RequestParts view={view} onDo={setDoing} />
      {view.case.items.some(({ right }) => right === "rectification") && (
        <Corrections view={view} />
      )}
      <Told view={view} />
      {doing?.what === "note" && <NoteDialog {...about} noting={doing.noting} />}
      {doing?.what === "decide" && <DecideItemDialog {...about} right={doing.right} />}
      {doing?.what === "pack" && <PackDialog {...about} kind={doing.kind} />}
      {doing?.what === "erase" && <EraseRequestDialog {...about} />}
      {doing?.what === "answer" && <AnswerDialog {...about} />}
    </div>
  );
}

/** The letter that confirms its receipt while it is open, and the one that answers it. */
function Letters({ view }: { view: RequestView }) {
  return (
    <>
      {view.case.answer === null && <SaveReceipt view={view} />}
      <SaveLetter view={view} />
    </>
  );
}

function SaveReceipt({ view }: { view: RequestView }) {
  const t = useText();
  const toast = useToast();
  const { mutateAsync, isPending } = useAct("save_request_receipt");
  const save = async () => {
    const { saved } = await mutateAsync({ request: view.request });
    if (saved) toast.show({ message: t("requests-letter-saved"), undo: null });
  };
  return (
    <Button icon="file" isDisabled={isPending} onPress={save}>
      {t("requests-receipt")}
    </Button>
  );
}

/** The letter that answers it, once every right is decided. */
function SaveLetter({ view }: { view: RequestView }) {
  const t = useText();
  const toast = useToast();
  const { mutateAsync, isPending } = useAct("save_request_letter");
  const isDecided =
    view.case.items.every(({ decision }) => decision !== null) &&
    view.items.every(({ waitsForAnother }) => !waitsForAnother);
  if (!isDecided) return null;
  const save = async () => {
    const { saved } = await mutateAsync({ request: view.request });
    if (saved) toast.show({ message: t("requests-letter-saved"), undo: null });
  };
  return (
    <Button icon="file" isDisabled={isPending} onPress={save}>
      {t("requests-letter")}
    </Button>
  );
}

function Clock({ view: { clock } }: { view: RequestView }) {
  const t = useText();
  return (
    <section
      className={styles.clock}
      data-tone={clockTone(clock.tone)}
      aria-label={t("requests-clock-title")}
    >
      <span className={list.soft}>{t("requests-clock-title")}</span>
      <span className={styles.hours}>{clockWord(clock)}</span>
      <span>
        {clock.because.sentence} <Why why={clock.because} about={t("requests-clock-title")} />
      </span>
      {clock.tellBy !== null && (
        <span className={list.soft}>
          {t("requests-clock-extend", { by: showDate(clock.tellBy) })}
        </span>
      )}
    </section>
  );
}

interface NextProps {
  view: RequestView;
  step: CaseStep;
  onDo: (doing: Doing) => void;
}

/** The one thing to do now; a colleague's where it takes another person. */
function NextStep({ view, step, onDo }: NextProps) {
  const t = useText();
  const { mutateAsync: decide, isPending } = useAct("decide_request");
  const agree = async (right: Right) => {
    const decision = view.case.items.find((item) => item.right === right)?.decision;
    if (decision === undefined || decision === null) return;
    const { outcome, grounds } = decision;
    const { request, revision } = view;
    await decide({ request, revision, right, outcome, grounds, reasons: "" });
  };
  const isOthers =
    (step.kind === "agreeFee" && view.ownFee) ||
    (step.kind === "agree" &&
      view.items.some((item) => item.right === step.right && !item.mayAgree)) ||
    (step.kind === "erase" && !view.mayErase);
  const press = () => {
    switch (step.kind) {
      case "seeIdentity":
        return onDo({ what: "note", noting: "identitySeen" });
      case "agreeFee":
        return onDo({ what: "note", noting: "feeAsked" });
      case "takeFee":
        return onDo({ what: "note", noting: "feePaid" });
      case "noteAnswer":
        return onDo({ what: "note", noting: "questionAnswered" });
      case "findPerson":
        return onDo({ what: "note", noting: "found" });
      case "makePack":
        return onDo({ what: "pack", kind: "held" });
      case "makePortable":
        return onDo({ what: "pack", kind: "portable" });
      case "decide":
        return onDo({ what: "decide", right: step.right });
      case "agree":
        return void agree(step.right);
      case "erase":
        return onDo({ what: "erase" });
      case "answer":
        return onDo({ what: "answer" });
    }
  };
  return (
    <Panel title={t("requests-next")}>
      <div className={styles.next}>
        <div className={styles.nextWords}>
          <p className={styles.nextTitle}>{t("requests-step", stepArgs(step))}</p>
          <p className={list.soft}>
            {isOthers ? t("requests-step-others") : t("requests-step-why", stepArgs(step))}
          </p>
        </div>
        {!isOthers && (
          <Button variant="primary" isDisabled={isPending} onPress={press}>
            {t("requests-step-do", stepArgs(step))}
          </Button>
        )}
      </div>
    </Panel>
  );
}
