import { useState } from "react";
import { Dialog } from "../../components/Dialog";
import { SearchField } from "../../components/SearchField";
import type { CandidateRow } from "../../ipc/generated/bindings";
import { useCommand } from "../../ipc/queries";
import { useText } from "../../text/text";
import { outcomeSentence, stageWord } from "../../text/words";
import styles from "./Reserve.module.css";

/** How many of those found are shown. */
const SHOWN = 8;

interface Props {
  onChoose: (row: CandidateRow) => void;
  onClose: () => void;
}

/** Finds the candidate who is to go on the reserve list. */
export function FindCandidate({ onChoose, onClose }: Props) {
  const t = useText();
  const [text, setText] = useState("");
  const isSearch = text.trim().length >= 2;
  const found = useCommand(
    "list_candidates",
    {
      filter: {
        text: text.trim(),
        vacancy: null,
        stage: null,
        progress: "any",
        source: null,
        retention: "any",
        onReserveList: false,
        lacksNotice: false,
      },
      sort: { by: "name", descending: false },
    },
    { enabled: isSearch, placeholderData: (before) => before },
  ).data;
  const rows = isSearch ? (found?.rows.slice(0, SHOWN) ?? []) : [];

  return (
    <Dialog title={t("reserve-find-title")} isOpen onClose={onClose}>
      <p className={styles.soft}>{t("reserve-find-help")}</p>
      <SearchField label={t("reserve-find-field")} value={text} onChange={setText} autoFocus />
      <p className={styles.soft} role="status">
        {wordCount(t, text, isSearch, found?.total)}
      </p>
      <ul className={styles.found}>
        {rows.map((row) => (
          <li key={row.candidate}>
            <button type="button" className={styles.person} onClick={() => onChoose(row)}>
              <span className={styles.name}>{row.name}</span>
              {row.latest !== null && (
                <span className={styles.soft}>
                  {row.latest.vacancyTitle}
                  {" · "}
                  {row.latest.outcome === null
                    ? stageWord(row.latest.stage)
                    : outcomeSentence(row.latest.outcome.how)}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function wordCount(
  t: ReturnType<typeof useText>,
  text: string,
  isSearch: boolean,
  total: number | undefined,
): string {
  if (!isSearch) return t("reserve-find-hint");
  if (total === undefined) return "";
  if (total === 0) return t("reserve-find-none", { text: text.trim() });
  return total > SHOWN
    ? t("reserve-find-first", { shown: SHOWN, total })
    : t("reserve-find-results", { count: total });
}
