import { announce } from "../../app/announce";
import { focusIfLost } from "../../app/focus";
import { Button } from "../../components/Button";
import { CheckField } from "../../components/CheckField";
import { Dialog } from "../../components/Dialog";
import { IconButton } from "../../components/IconButton";
import type { ListColumn } from "../../ipc/generated/bindings";
import { useText } from "../../text/text";
import styles from "./Candidates.module.css";
import { columnWord, USUAL_COLUMNS } from "./columns";

interface Props {
  /** The columns shown, from left to right. */
  columns: readonly ListColumn[];
  onChange: (columns: ListColumn[]) => void;
  onClose: () => void;
}

/** Which columns the list has, and in which order. What is chosen shows at once behind it. */
export function ColumnsDialog({ columns, onChange, onClose }: Props) {
  const t = useText();
  const hidden = USUAL_COLUMNS.filter((column) => !columns.includes(column));

  function show(column: ListColumn, isShown: boolean) {
    onChange(isShown ? [...columns, column] : columns.filter((one) => one !== column));
  }

  function move(column: ListColumn, by: -1 | 1) {
    const from = columns.indexOf(column);
    const others = columns.filter((one) => one !== column);
    others.splice(from + by, 0, column);
    onChange(others);
    const place = from + by + 1;
    announce(t("candidates-column-moved", { column: columnWord(column), place }));
    // The row moved with its button, or the button it was pressed by has no further to go.
    focusIfLost(() => {
      const row = document.querySelector(`[data-column="${column}"]`);
      row?.querySelector<HTMLElement>("button:not([disabled])")?.focus();
    });
  }

  return (
    <Dialog
      title={t("candidates-columns-title")}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={() => onChange([...USUAL_COLUMNS])}>
            {t("candidates-columns-reset")}
          </Button>
          <Button variant="primary" onPress={onClose}>
            {t("candidates-columns-done")}
          </Button>
        </>
      }
    >
      <ul aria-label={t("candidates-columns-title")}>
        {[...columns, ...hidden].map((column) => {
          const place = columns.indexOf(column);
          const word = columnWord(column);
          return (
            <li key={column} className={styles.column} data-column={column}>
              <CheckField
                label={word}
                isSelected={place >= 0}
                isDisabled={column === "name"}
                onChange={(isShown) => show(column, isShown)}
              />
              {place >= 0 && (
                <span className={styles.columnMoves}>
                  <IconButton
                    label={t("candidates-column-left", { column: word })}
                    icon="arrowUp"
                    size="small"
                    isDisabled={place === 0}
                    onPress={() => move(column, -1)}
                  />
                  <IconButton
                    label={t("candidates-column-right", { column: word })}
                    icon="arrowDown"
                    size="small"
                    isDisabled={place === columns.length - 1}
                    onPress={() => move(column, 1)}
                  />
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
