import { useVirtualizer } from "@tanstack/react-virtual";
import {
  type KeyboardEvent,
  memo,
  type ReactNode,
  type Ref,
  useImperativeHandle,
  useRef,
  useState,
} from "react";
import { lettersAreOn } from "../../app/letters";
import { useText } from "../../text/text";
import { cx } from "../cx";
import { useLatest } from "../useLatest";
import styles from "./Grid.module.css";
import { GridHead } from "./GridHead";
import { GridRow } from "./GridRow";
import { moveOf } from "./keyboard";
import { MOST_SELECTED, toggled, withRows } from "./selection";
import type { GridColumn, GridSort, GridSource, Selection } from "./types";
import { useRows } from "./useRows";

const ROW_HEIGHT = 44;
const OVERSCAN = 6;
/* Rows seen above the one the list starts at. */
const ROWS_ABOVE = 4;
/* The width of the column of boxes, in rem. */
const TICK = 2.75;

/** What a page can ask of its grid. */
export interface GridHandle {
  /** Puts the focus on the row it was on last. */
  focus: () => void;
}

interface Props<R, S extends string> {
  label: string;
  columns: readonly GridColumn<R, S>[];
  source: GridSource<R>;
  rowKey: (row: R) => string;
  rowName: (row: R) => string;
  onOpen: (row: R) => void;
  sort?: GridSort<S>;
  onSort?: (sort: GridSort<S>) => void;
  selection?: Selection<R>;
  onSelect?: (selection: Selection<R>) => void;
  /** The row the focus starts on; the list is scrolled to it. */
  startAt?: number;
  /** Hears which row has the focus, to start there again. */
  onMove?: (index: number) => void;
  /** Shown in the place of the rows where there are none. */
  empty?: ReactNode;
  ref?: Ref<GridHandle>;
}

/**
 * A list of any length. The program holds it; the grid reads what is in view. One row has the
 * focus: arrows, J and K, Page keys, Home and End move it, Enter opens it, Space selects it,
 * Shift with any of them selects on the way, Ctrl+A selects all.
 */
export const Grid = memo(AnyGrid) as typeof AnyGrid;

function AnyGrid<R, S extends string = string>({
  label,
  columns,
  source,
  rowKey,
  rowName,
  onOpen,
  sort,
  onSort,
  selection,
  onSelect,
  startAt = 0,
  onMove,
  empty,
  ref,
}: Props<R, S>) {
  const t = useText();
  const scroller = useRef<HTMLDivElement>(null);
  const wanted = useRef<number | null>(null);
  const [focused, setFocused] = useState({ index: startAt, question: source.question });
  const anchor = useRef(0);
  // Another question starts at the top again; the same one answered anew stays where it was.
  const kept = focused.question === source.question ? focused.index : 0;
  const at = Math.min(kept, Math.max(0, source.total - 1));

  const virtual = useVirtualizer({
    count: source.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    initialOffset: Math.max(0, startAt - ROWS_ABOVE) * ROW_HEIGHT,
    scrollPaddingStart: ROW_HEIGHT,
    // The focused row stays mounted wherever the list is scrolled to, or the focus would be lost.
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) => {
      const from = Math.max(0, startIndex - overscan);
      const to = Math.min(count - 1, endIndex + overscan);
      const inView = Array.from({ length: to - from + 1 }, (_, place) => from + place);
      if (at >= from && at <= to) return inView;
      return at < from ? [at, ...inView] : [...inView, at];
    },
  });
  const items = virtual.getVirtualItems();
  const range = virtual.range ?? { startIndex: 0, endIndex: 0 };
  const rows = useRows(source, range.startIndex - OVERSCAN, range.endIndex + OVERSCAN, at);

  useImperativeHandle(ref, () => ({ focus: () => moveTo(at) }));

  function focusOn(index: number) {
    if (index === at && focused.question === source.question) return;
    setFocused({ index, question: source.question });
    onMove?.(index);
  }

  function moveTo(index: number) {
    wanted.current = index;
    focusOn(index);
    virtual.scrollToIndex(index, { align: "auto" });
    scroller.current
      ?.querySelector<HTMLElement>(`[data-index="${index}"]`)
      ?.focus({ preventScroll: true });
  }

  /* A row that was asked for takes the focus as soon as it is mounted. */
  function mounted(index: number, element: HTMLElement | null) {
    if (element === null || wanted.current !== index) return;
    wanted.current = null;
    element.focus({ preventScroll: true });
  }

  function select(index: number) {
    const row = rows.at(index);
    if (row === undefined || selection === undefined || !onSelect) return;
    anchor.current = index;
    onSelect(toggled(selection, rowKey(row), row));
  }

  function selectTo(index: number) {
    if (selection === undefined || !onSelect) return;
    const [from, to] = [Math.min(anchor.current, index), Math.max(anchor.current, index)];
    const between: R[] = [];
    for (let place = from; place <= to; place++) {
      const row = rows.at(place);
      if (row !== undefined) between.push(row);
    }
    onSelect(withRows(selection, between, rowKey));
  }

  async function selectAll() {
    if (!onSelect) return;
    const all = await rows.readAll(MOST_SELECTED);
    onSelect(withRows(new Map(), all, rowKey));
  }

  function onKeyDown(event: KeyboardEvent) {
    if (!(event.target instanceof HTMLElement) || event.target.dataset.index === undefined) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 1);
    const move = moveOf(event, at, source.total, page, lettersAreOn());
    if (move === null) return;
    const row = rows.at(at);
    switch (move.kind) {
      case "go":
        if (!move.extend) anchor.current = move.to;
        moveTo(move.to);
        if (move.extend) selectTo(move.to);
        break;
      case "open":
        if (row !== undefined) onOpen(row);
        break;
      case "toggle":
        select(at);
        break;
      case "toggleRange":
        selectTo(at);
        break;
      case "all":
        void selectAll();
        break;
      case "none":
        if (selection === undefined || selection.size === 0) return;
        onSelect?.(new Map());
    }
    event.preventDefault();
    event.stopPropagation();
  }

  const rowActs = {
    onMount: useLatest(mounted),
    onFocus: useLatest(focusOn),
    onToggle: useLatest((index: number, extend: boolean) => {
      if (extend) selectTo(index);
      else select(index);
    }),
    onOpen: useLatest(onOpen),
  };

  const selectable = selection !== undefined && onSelect !== undefined;
  const tracks = [selectable ? `${TICK}rem` : "", ...columns.map(trackOf)].join(" ");
  const least = columns.reduce((sum, { min }) => sum + min, selectable ? TICK + 1 : 1);
  return (
    <div ref={scroller} className={styles.scroller}>
      <div
        role="grid"
        tabIndex={-1}
        aria-label={label}
        aria-rowcount={source.total + 1}
        aria-colcount={columns.length + (selectable ? 1 : 0)}
        {...(selectable && { "aria-multiselectable": true })}
        className={styles.grid}
        style={{ minWidth: `${least}rem` }}
        onKeyDown={onKeyDown}
      >
        <GridHead
          columns={columns}
          tracks={tracks}
          total={source.total}
          {...(sort && { sort })}
          {...(onSort && { onSort })}
          {...(selectable && {
            selected: selection.size,
            onSelectAll: () => void selectAll(),
            onSelectNone: () => onSelect(new Map()),
          })}
        />
        <div
          role="rowgroup"
          className={styles.body}
          style={{ height: `${virtual.getTotalSize()}px` }}
        >
          {items.map(({ index, start }) => {
            const row = rows.at(index);
            return (
              <GridRow
                key={index}
                index={index}
                start={start}
                tracks={tracks}
                columns={columns}
                row={row}
                name={
                  row === undefined ? t("components-grid-coming", { row: index + 1 }) : rowName(row)
                }
                isFocusTarget={index === at}
                isSelected={
                  selectable ? row !== undefined && selection.has(rowKey(row)) : undefined
                }
                {...rowActs}
              />
            );
          })}
        </div>
      </div>
      {source.total === 0 && <div className={cx(styles.nothing)}>{empty}</div>}
    </div>
  );
}

function trackOf<R, S extends string>({ min, grow }: GridColumn<R, S>): string {
  return grow === 0 ? `${min}rem` : `minmax(${min}rem, ${grow}fr)`;
}
