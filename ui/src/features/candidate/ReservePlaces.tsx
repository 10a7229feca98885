import { useState } from "react";
import { Button } from "../../components/Button";
import { Chip } from "../../components/Chip";
import { Shown } from "../../components/Shown";
import { useToast } from "../../components/Toast";
import type { CandidateView, ReserveEntryView } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { showDate } from "../../text/dates";
import { useText } from "../../text/text";
import { AddToReserveDialog } from "../reserve/AddToReserveDialog";
import styles from "./Candidate.module.css";
import { shortName } from "./names";

interface Props {
  view: CandidateView;
}

/** A person's places on the reserve list. */
export function ReservePlaces({ view }: Props) {
  const t = useText();
  const toast = useToast();
  const remove = useAct("remove_from_reserve");
  const [isAdding, setIsAdding] = useState(false);
  const { candidate, reserve } = view;
  const mayRecord = view.may.includes("recordPermission");
  const name = shortName(view.name);

  const takeOff = ({ entry }: ReserveEntryView) =>
    remove.mutate(
      { candidate, entry },
      {
        onSuccess: ({ undo }) =>
          toast.show({ message: t("candidate-reserve-removed-done", { name }), undo }),
      },
    );

  return (
    <section className={styles.panel} aria-labelledby="candidate-reserve">
      <div className={styles.panelHead}>
        <h2 id="candidate-reserve" className={styles.panelTitle}>
          {t("candidate-reserve")}
        </h2>
        {mayRecord && (
          <Button size="small" icon="plus" onPress={() => setIsAdding(true)}>
            {t("candidate-reserve-add")}
          </Button>
        )}
      </div>
      <Shown of={reserve} about={t("candidate-reserve")}>
        {(rows) =>
          rows.length === 0 ? (
            <p className={styles.none}>{t("candidate-reserve-none")}</p>
          ) : (
            <ul className={styles.rows}>
              {rows.map((row) => (
                <li key={row.entry} className={styles.row}>
                  <div className={styles.rowHead}>
                    <span className={styles.rowTitle}>{row.roles}</span>
                    <Chip tone={row.live ? "good" : "neutral"}>{wordPlace(row, t)}</Chip>
                  </div>
                  <p className={styles.soft}>
                    {t("candidate-reserve-from", { vacancy: row.vacancyTitle })}
                  </p>
                  {row.live && mayRecord && (
                    <Button
                      size="small"
                      onPress={() => takeOff(row)}
                      ariaLabel={t("candidate-reserve-remove-one", { roles: row.roles })}
                    >
                      {t("candidate-reserve-remove")}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
      {isAdding && (
        <AddToReserveDialog candidate={candidate} name={name} onClose={() => setIsAdding(false)} />
      )}
    </section>
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
