import { useState } from "react";
import { href } from "../../../app/places";
import { useSession } from "../../../app/session";
import { Button } from "../../../components/Button";
import { Icon } from "../../../components/Icon";
import list from "../../../components/List.module.css";
import { Section } from "../../../components/Section";
import { Skeleton } from "../../../components/Skeleton";
import { useToast } from "../../../components/Toast";
import type { ComplaintRow, QuarterCount } from "../../../ipc/generated/bindings";
import { useAct, useCommand } from "../../../ipc/queries";
import { showDate } from "../../../text/dates";
import { useText } from "../../../text/text";
import styles from "../Rights.module.css";
import { ComplaintChip } from "./ComplaintChip";
import { topicWord } from "./complaintWords";
import { RecordComplaintDialog } from "./RecordComplaintDialog";

/** The register of complaints, for those who may read it. */
export function Complaints() {
  const { may } = useSession();
  return may("readRegisters") ? <Register /> : null;
}

function Register() {
  const t = useText();
  const [isRecording, setIsRecording] = useState(false);
  const found = useCommand("list_complaints", {}).data;
  return (
    <Section
      title={t("complaints-title")}
      hint={t("complaints-lede")}
      actions={
        <>
          <SaveForm />
          {found?.mayKeep === true && (
            <Button icon="plus" onPress={() => setIsRecording(true)}>
              {t("complaints-record")}
            </Button>
          )}
        </>
      }
    >
      {found === undefined ? (
        <Skeleton />
      ) : found.rows.length === 0 ? (
        <p className={list.soft}>{t("complaints-none")}</p>
      ) : (
        <div className={styles.answer}>
          <ul className={styles.list}>
            {found.rows.map((row) => (
              <Row key={row.complaint} row={row} />
            ))}
          </ul>
          <Quarters quarters={found.quarters} />
        </div>
      )}
      {isRecording && found !== undefined && (
        <RecordComplaintDialog accounts={found.accounts} onClose={() => setIsRecording(false)} />
      )}
    </Section>
  );
}

/** A form to hand to whoever wants one: nobody needs it to complain. */
function SaveForm() {
  const t = useText();
  const toast = useToast();
  const { mutateAsync, isPending } = useAct("save_complaint_form");
  const save = async () => {
    const { saved } = await mutateAsync({});
    if (saved) toast.show({ message: t("complaints-form-saved"), undo: null });
  };
  return (
    <Button icon="file" isDisabled={isPending} onPress={save}>
      {t("complaints-form")}
    </Button>
  );
}

function Row({ row }: { row: ComplaintRow }) {
  const t = useText();
  const { complaint, number, topic, receivedOn, next, clock, outcome } = row;
  const received = showDate(receivedOn);
  return (
    <li>
      <a className={styles.item} href={href({ at: "complaint", id: complaint })}>
        <span className={styles.itemWords}>
          <span className={list.title}>
            {t("complaints-one", { number, topic: topicWord(topic) })}
          </span>
          <span className={list.soft}>
            {next === null
              ? t("complaints-row-closed", {
                  received,
                  closed: showDate(clock.by),
                  outcome: outcome ?? "notUpheld",
                })
              : t("complaints-row", { received, step: next, by: showDate(clock.by) })}
          </span>
        </span>
        <ComplaintChip clock={clock} />
        <Icon name="chevronRight" size={16} />
      </a>
    </li>
  );
}

/** How many came in each quarter, as the regulator may ask. */
function Quarters({ quarters }: { quarters: readonly QuarterCount[] }) {
  const t = useText();
  const parts = quarters.map(({ quarter, count }) => {
    const [year = "", number = ""] = quarter.split("-Q");
    return t("complaints-quarter", { year, number, count });
  });
  return <p className={list.soft}>{t("complaints-quarters", { quarters: parts.join("; ") })}</p>;
}
