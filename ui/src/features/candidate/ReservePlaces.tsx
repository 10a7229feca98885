import { useState } from "react";
import { Button } from "../../components/Button";
import { Chip } from "../../components/Chip";
import list from "../../components/List.module.css";
import { More } from "../../components/More";
import { Panel } from "../../components/Panel";
import { Shown } from "../../components/Shown";
import { useToast } from "../../components/Toast";
import type { CandidateView, ContactView, ReserveEntryView } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { showDate } from "../../text/dates";
import { useText } from "../../text/text";
import { vacancyKindWord } from "../../text/words";
import { AnswerContactDialog } from "../matches/AnswerContactDialog";
import { ContactLine } from "../matches/ContactLine";
import { AddToReserveDialog } from "../reserve/AddToReserveDialog";
import { ChangePlaceDialog } from "../reserve/ChangePlaceDialog";
import { goesNow } from "../reserve/goesNow";
import { RenewPlaceDialog } from "../reserve/RenewPlaceDialog";
import styles from "./Candidate.module.css";
import { shortName } from "./names";

type Doing =
  | { what: "change" | "renew"; place: ReserveEntryView }
  | { what: "answer"; contact: ContactView }
  | null;

interface Props {
  view: CandidateView;
}

/** A person's places on the reserve list. */
export function ReservePlaces({ view }: Props) {
  const t = useText();
  const toast = useToast();
  const remove = useAct("remove_from_reserve");
  const [isAdding, setIsAdding] = useState(false);
  const [doing, setDoing] = useState<Doing>(null);
  const { candidate, reserve } = view;
  const mayRecord = view.may.includes("recordPermission");
  const name = shortName(view.name);

  const takeOff = ({ entry }: ReserveEntryView) =>
    remove.mutate(
      { candidate, entry },
      {
        onSuccess: (left) =>
          toast.show({
            message: `${t("candidate-reserve-removed-done", { name })}. ${goesNow(left)}`,
            undo: left.undo,
          }),
      },
    );

  return (
    <Panel
      title={t("candidate-reserve")}
      actions={
        mayRecord && (
          <Button size="small" icon="plus" onPress={() => setIsAdding(true)}>
            {t("candidate-reserve-add")}
          </Button>
        )
      }
    >
      <Shown of={reserve} about={t("candidate-reserve")}>
        {(rows) =>
          rows.length === 0 ? (
            <p className={styles.none}>{t("candidate-reserve-none")}</p>
          ) : (
            <ul className={list.rows}>
              {rows.map((row) => (
                <li key={row.entry} className={list.row}>
                  <div className={list.head}>
                    <span className={list.title}>{row.roles}</span>
                    <Chip tone={row.live ? "good" : "neutral"}>{wordPlace(row, t)}</Chip>
                  </div>
                  <p className={list.soft}>
                    {t("candidate-reserve-from", { vacancy: row.vacancyTitle })}
                  </p>
                  <Offered place={row} />
                  <Contacts
                    place={row}
                    {...(mayRecord && {
                      onAnswer: (contact) => setDoing({ what: "answer", contact }),
                    })}
                  />
                  {row.live && mayRecord && (
                    <div className={styles.sealedActions}>
                      {row.endsSoon && (
                        <Button
                          size="small"
                          onPress={() => setDoing({ what: "renew", place: row })}
                          ariaLabel={t("reserve-renew-one", { roles: row.roles })}
                        >
                          {t("reserve-renew")}
                        </Button>
                      )}
                      <Button
                        size="small"
                        onPress={() => setDoing({ what: "change", place: row })}
                        ariaLabel={t("reserve-change-one", { roles: row.roles })}
                      >
                        {t("reserve-change")}
                      </Button>
                      <Button
                        size="small"
                        onPress={() => takeOff(row)}
                        ariaLabel={t("candidate-reserve-remove-one", { roles: row.roles })}
                      >
                        {t("candidate-reserve-remove")}
                      </Button>
                    </div>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
      {doing?.what === "change" && (
        <ChangePlaceDialog
          candidate={candidate}
          name={name}
          place={doing.place}
          onClose={() => setDoing(null)}
        />
      )}
      {doing?.what === "renew" && (
        <RenewPlaceDialog
          candidate={candidate}
          name={name}
          place={doing.place}
          onClose={() => setDoing(null)}
        />
      )}
      {doing?.what === "answer" && (
        <AnswerContactDialog
          candidate={candidate}
          name={name}
          contact={doing.contact}
          onClose={() => setDoing(null)}
        />
      )}
      {isAdding && (
        <AddToReserveDialog candidate={candidate} name={name} onClose={() => setIsAdding(false)} />
      )}
    </Panel>
  );
}

function wordPlace(row: ReserveEntryView, t: ReturnType<typeof useText>): string {
  if (row.removedOn !== null) {
    return t("candidate-reserve-removed", { date: showDate(row.removedOn) });
  }
  return t(row.live ? "candidate-reserve-live" : "candidate-reserve-ended", {
    date: showDate(row.endsOn),
  });
}

/* What the assessment showed, and what the person offers, a line each. */
function Offered({ place: { merit, offers } }: { place: ReserveEntryView }) {
  const t = useText();
  const lists = [
    { what: "skills", words: offers.skills },
    { what: "places", words: offers.places },
    { what: "kinds", words: offers.kinds.map(vacancyKindWord) },
  ];
  return (
    <>
      {merit !== "" && <p>{merit}</p>}
      {lists
        .filter(({ words }) => words.length > 0)
        .map(({ what, words }) => (
          <p key={what} className={list.soft}>
            {t("reserve-offers", { what, list: words.join(", ") })}
          </p>
        ))}
    </>
  );
}

interface ContactsProps {
  place: ReserveEntryView;
  onAnswer?: (contact: ContactView) => void;
}

/* The log of contacts, closed until it is asked for; what waits for an answer stands open. */
function Contacts({ place: { contacts }, onAnswer }: ContactsProps) {
  const t = useText();
  if (contacts.length === 0) return null;
  const waiting = contacts.filter(({ outcome }) => outcome === null);
  const answered = contacts.filter(({ outcome }) => outcome !== null);
  return (
    <>
      {waiting.map((contact) => (
        <div key={contact.contact} className={list.row}>
          <ContactLine contact={contact} withVacancy />
          {onAnswer !== undefined && (
            <Button
              size="small"
              onPress={() => onAnswer(contact)}
              ariaLabel={t("reserve-answer-one", { vacancy: contact.vacancyTitle })}
            >
              {t("reserve-answer")}
            </Button>
          )}
        </div>
      ))}
      {answered.length > 0 && (
        <More label={t("reserve-contacts", { count: contacts.length })}>
          {answered.map((contact) => (
            <ContactLine key={contact.contact} contact={contact} withVacancy />
          ))}
        </More>
      )}
    </>
  );
}
