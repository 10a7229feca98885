import { type MouseEvent, memo, useCallback } from "react";
import { useText } from "../../text/text";
import { cx } from "../cx";
import form from "../Form.module.css";
import { Icon } from "../Icon";
import styles from "./Grid.module.css";
import type { GridColumn } from "./types";

interface Props<R, S extends string> {
  index: number;
  start: number;
  tracks: string;
  columns: readonly GridColumn<R, S>[];
  /** Nothing while it is still being read. */
  row: R | undefined;
  name: string;
  isFocusTarget: boolean;
  /** Nothing where rows can't be selected. */
  isSelected: boolean | undefined;
  onMount: (index: number, element: HTMLElement | null) => void;
  onFocus: (index: number) => void;
  onToggle: (index: number, extend: boolean) => void;
  onOpen: (row: R) => void;
}

/**
 * A row of the grid, drawn again only when something of it changes. A click opens it; a click on its box, or with Ctrl or
 * Shift held, selects.
 */
export const GridRow = memo(AnyRow) as typeof AnyRow;

function AnyRow<R, S extends string>({
  index,
  start,
  tracks,
  columns,
  row,
  name,
  isFocusTarget,
  isSelected,
  onMount,
  onFocus,
  onToggle,
  onOpen,
}: Props<R, S>) {
  const t = useText();
  const mount = useCallback(
    (element: HTMLDivElement | null) => onMount(index, element),
    [index, onMount],
  );
  const offset = isSelected === undefined ? 1 : 2;

  function onClick(event: MouseEvent) {
    const onBox = event.target instanceof Element && event.target.closest("[data-tick]") !== null;
    if (onBox || event.shiftKey || event.ctrlKey || event.metaKey) onToggle(index, event.shiftKey);
    else if (row !== undefined) onOpen(row);
  }

  return (
    <div
      ref={mount}
      role="row"
      tabIndex={isFocusTarget ? 0 : -1}
      aria-label={name}
      aria-rowindex={index + 2}
      {...(isSelected !== undefined && { "aria-selected": isSelected })}
      {...(row === undefined && { "aria-busy": true })}
      data-index={index}
      className={cx(styles.row, isSelected && styles.selected)}
      style={{ gridTemplateColumns: tracks, transform: `translateY(${start}px)` }}
      onFocus={() => onFocus(index)}
      onClick={onClick}
      onKeyDown={noKeysOfItsOwn}
    >
      {isSelected !== undefined && (
        <div role="gridcell" tabIndex={-1} aria-colindex={1} className={styles.tick} data-tick="">
          <span className={cx(form.mark, isSelected && styles.ticked)}>
            <Icon name="check" size={16} />
          </span>
          <span className="visually-hidden">{t("components-grid-select", { name })}</span>
        </div>
      )}
      {columns.map((column, place) => (
        <div
          key={column.id}
          role="gridcell"
          tabIndex={-1}
          aria-colindex={place + offset}
          className={styles.cell}
        >
          {row === undefined ? <span className={styles.coming} /> : column.cell(row)}
        </div>
      ))}
    </div>
  );
}

/* The grid hears its rows' keys; a row only has to let them rise. */
function noKeysOfItsOwn() {}
