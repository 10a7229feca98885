import { type ReactNode, useCallback, useRef, useState } from "react";
import { cx } from "./cx";
import styles from "./Table.module.css";

/** A column of a small table. */
export interface Column<R> {
  id: string;
  label: string;
  cell: (row: R) => ReactNode;
  /** Figures stand to the right. */
  isNumber?: boolean;
  /** Names the row: a heading of it. */
  isRowHeader?: boolean;
  isLabelHidden?: boolean;
  /** What is short stays on one line. */
  isShort?: boolean;
}

interface Props<R> {
  /** What the table holds; seen too when `isCaptionShown`. */
  caption: string;
  isCaptionShown?: boolean;
  columns: readonly Column<R>[];
  rows: readonly R[];
  rowKey: (row: R) => string;
}

/** A small table that is read, not worked in. */
export function Table<R>({ caption, isCaptionShown = false, columns, rows, rowKey }: Props<R>) {
  const { ref, overflows } = useOverflow();
  return (
    <section
      ref={ref}
      className={styles.holder}
      aria-label={caption}
      // What scrolls sideways has to be reached by keyboard; what does not is no stop for Tab.
      {...(overflows && { tabIndex: 0 })}
    >
      {/* Said in full, since a narrow window shows rows as blocks, which would end their being a table. */}
      <table className={styles.table} role="table">
        <caption className={cx(isCaptionShown ? styles.caption : "visually-hidden")}>
          {caption}
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                role="columnheader"
                className={cx(column.isNumber && styles.number)}
              >
                <span className={cx(column.isLabelHidden && "visually-hidden")}>
                  {column.label}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row">
              {columns.map((column) =>
                column.isRowHeader ? (
                  <th
                    key={column.id}
                    scope="row"
                    role="rowheader"
                    className={cx(column.isShort && styles.short)}
                  >
                    {column.cell(row)}
                  </th>
                ) : (
                  <td
                    key={column.id}
                    role="cell"
                    {...(!column.isLabelHidden && { "data-label": column.label })}
                    className={cx(column.isNumber && styles.number, column.isShort && styles.short)}
                  >
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/* Whether an element is wider inside than outside, as it is resized. */
function useOverflow() {
  const [overflows, setOverflows] = useState(false);
  const watcher = useRef<ResizeObserver | null>(null);
  const ref = useCallback((element: HTMLElement | null) => {
    watcher.current?.disconnect();
    if (element === null || typeof ResizeObserver === "undefined") return;
    watcher.current = new ResizeObserver(() => {
      setOverflows(element.scrollWidth > element.clientWidth);
    });
    watcher.current.observe(element);
  }, []);
  return { ref, overflows };
}
