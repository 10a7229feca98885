import { keepPreviousData } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import { useGo } from "../../app/places";
import { useSession } from "../../app/session";
import { Button } from "../../components/Button";
import { Notice } from "../../components/Notice";
import { Shown } from "../../components/Shown";
import { useToast } from "../../components/Toast";
import type { CandidateRow } from "../../ipc/generated/bindings";
import { useAct, useCommand } from "../../ipc/queries";
import { useText } from "../../text/text";
import styles from "./Candidates.module.css";
import { type Draft, isTellingEnough, lookedUp, NO_VACANCY } from "./draft";

interface Props {
  draft: Draft;
}

/** People who may be the one being added, found while typing. */
export function Twins({ draft }: Props) {
  const t = useText();
  const go = useGo();
  const toast = useToast();
  const { today } = useSession();
  const apply = useAct("add_application");
  const typed = useDeferredValue(draft);
  const enough = isTellingEnough(typed);
  const { data } = useCommand(
    "find_duplicates",
    { details: lookedUp(typed, today) },
    {
      enabled: enough,
      staleTime: 0,
      gcTime: 0,
      placeholderData: keepPreviousData,
      throwOnError: false,
    },
  );
  const rows = enough ? (data?.rows ?? []) : [];
  const { vacancy, appliedOn } = draft;
  const application =
    vacancy !== null && vacancy !== NO_VACANCY && appliedOn !== null
      ? { vacancy, appliedOn }
      : null;

  function addTo(row: CandidateRow) {
    if (application === null) return;
    apply.mutate(
      { candidate: row.candidate, application },
      {
        onSuccess: ({ undo }) => {
          toast.show({ message: t("candidates-new-twin-applied", { name: row.name }), undo });
          go({ at: "candidate", id: row.candidate });
        },
      },
    );
  }

  return (
    <div aria-live="polite">
      {rows.length > 0 && (
        <Notice tone="warn" title={t("candidates-new-twins", { count: rows.length })}>
          <p>{t("candidates-new-twins-text")}</p>
          <ul>
            {rows.map((row) => (
              <li key={row.candidate} className={styles.twin}>
                <span className={styles.twinWords}>
                  <span className={styles.name}>{row.name}</span>{" "}
                  <span className={styles.soft}>
                    <Shown of={row.email} isCompact>
                      {(email) => email}
                    </Shown>{" "}
                    {row.latest?.vacancyTitle}
                  </span>
                </span>
                {application !== null && (
                  <Button size="small" onPress={() => addTo(row)}>
                    {t("candidates-new-twin-apply")}
                  </Button>
                )}
                <Button
                  size="small"
                  variant="plain"
                  onPress={() => go({ at: "candidate", id: row.candidate })}
                >
                  {t("candidates-new-twin-open")}
                </Button>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}
