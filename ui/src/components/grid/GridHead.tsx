import { Button, Checkbox } from "react-aria-components";
import { useText } from "../../text/text";
import { cx } from "../cx";
import form from "../Form.module.css";
import { Icon } from "../Icon";
import styles from "./Grid.module.css";
import type { GridColumn, GridSort } from "./types";

interface Props<R, S extends string> {
  columns: readonly GridColumn<R, S>[];
  tracks: string;
  total: number;
  sort?: GridSort<S>;
  onSort?: (sort: GridSort<S>) => void;
  selected?: number;
  onSelectAll?: () => void;
  onSelectNone?: () => void;
}

/** The headings of the grid: what each column is, the order, and the box that selects all. */
export function GridHead<R, S extends string>({
  columns,
  tracks,
  total,
  sort,
  onSort,
  selected,
  onSelectAll,
  onSelectNone,
}: Props<R, S>) {
  const t = useText();
  const offset = selected === undefined ? 1 : 2;
  return (
    <div role="rowgroup" className={styles.head}>
      <div
        role="row"
        tabIndex={-1}
        aria-rowindex={1}
        className={styles.headRow}
        style={{ gridTemplateColumns: tracks }}
      >
        {selected !== undefined && (
          <div role="columnheader" tabIndex={-1} aria-colindex={1} className={styles.tick}>
            <Checkbox
              className={cx(form.choice)}
              aria-label={t("components-grid-select-all", { total })}
              isDisabled={total === 0}
              isSelected={selected > 0 && selected >= total}
              isIndeterminate={selected > 0 && selected < total}
              onChange={() => (selected > 0 ? onSelectNone?.() : onSelectAll?.())}
            >
              <span className={form.mark}>
                <Icon name={selected > 0 && selected < total ? "minus" : "check"} size={16} />
              </span>
            </Checkbox>
          </div>
        )}
        {columns.map((column, place) => (
          <div
            key={column.id}
            role="columnheader"
            tabIndex={-1}
            aria-colindex={place + offset}
            className={styles.heading}
            {...(column.sort !== undefined && { "aria-sort": orderOf(column.sort, sort) })}
          >
            {column.sort !== undefined && onSort ? (
              <SortButton label={column.label} by={column.sort} sort={sort} onSort={onSort} />
            ) : (
              column.label
            )}
          </div>
        ))}
      </div>
    </div>
  );
}

interface SortProps<S extends string> {
  label: string;
  by: S;
  sort: GridSort<S> | undefined;
  onSort: (sort: GridSort<S>) => void;
}

function SortButton<S extends string>({ label, by, sort, onSort }: SortProps<S>) {
  const isCurrent = sort?.by === by;
  return (
    <Button
      className={cx(styles.sort, isCurrent && styles.sorted)}
      onPress={() => onSort({ by, descending: isCurrent && !sort.descending })}
    >
      {label}
      <Icon name={isCurrent ? (sort.descending ? "arrowDown" : "arrowUp") : "sort"} size={14} />
    </Button>
  );
}

function orderOf<S extends string>(by: S, sort: GridSort<S> | undefined) {
  if (sort?.by !== by) return "none";
  return sort.descending ? "descending" : "ascending";
}
