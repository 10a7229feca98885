import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useDeferredValue, useMemo, useRef, useState } from "react";
import { focusIfLost } from "../../app/focus";
import { useRememberedPlace } from "../../app/memory";
import { go, href, type Place } from "../../app/places";
import { useSession } from "../../app/session";
import { Button } from "../../components/Button";
import { EmptyState } from "../../components/EmptyState";
import { Grid, type GridHandle } from "../../components/grid/Grid";
import type { Selection } from "../../components/grid/types";
import { PageHeader } from "../../components/PageHeader";
import { SearchField } from "../../components/SearchField";
import { Skeleton } from "../../components/Skeleton";
import { useLatest } from "../../components/useLatest";
import type {
  CandidateFilter,
  CandidateRow,
  CandidateSort,
  SavedViewRow,
  ViewShows,
} from "../../ipc/generated/bindings";
import { useCommand } from "../../ipc/queries";
import { useText } from "../../text/text";
import { goToCandidate } from "../candidate/goToCandidate";
import { BulkBar } from "./BulkBar";
import styles from "./Candidates.module.css";
import { ColumnsDialog } from "./ColumnsDialog";
import { columnsOf } from "./columns";
import { FilterBar } from "./FilterBar";
import { anyCandidate, asAsked, isNarrowed } from "./filter";
import { askForCandidates, useCandidateList } from "./useCandidateList";
import { useShows } from "./useShows";
import { ViewsMenu } from "./ViewsMenu";
import { WithheldInList } from "./WithheldInList";

interface Props {
  place: Extract<Place, { at: "candidates" }>;
}

/** Everyone this person may see: find, filter, sort, select, open. */
export function CandidatesScreen({ place }: Props) {
  const { data, isFetching } = useCommand("list_views", {});
  const view = data?.rows.find((one) => one.view === place.view);
  // A view that was saved a moment ago is on its way.
  if (place.view !== undefined && view === undefined && isFetching) return <Skeleton lines={8} />;
  return <CandidateList place={place} view={view ?? null} views={data?.rows ?? NO_VIEWS} />;
}

const NO_VIEWS: readonly SavedViewRow[] = [];

interface ListProps extends Props {
  /** The saved view the place names. */
  view: SavedViewRow | null;
  views: readonly SavedViewRow[];
}

function CandidateList({ place, view, views }: ListProps) {
  const t = useText();
  const { may } = useSession();
  const [shows, setShows] = useShows(place, view);
  const { filter, sort } = shows;
  const [row, setRow] = useRememberedPlace(`${href(place)} row`);
  const [selection, setSelection] = useState<Selection<CandidateRow>>(new Map());
  const [choosing, setChoosing] = useState(false);
  const grid = useRef<GridHandle>(null);
  const asked = asAsked(filter);
  const source = useCandidateList(shows);
  const { data: today } = useCommand("today", {});
  const columns = useMemo(() => columnsOf(shows.columns), [shows.columns]);

  const all = today?.candidates;
  const isFiltered = isNarrowed(filter) || asked.text !== "";
  const isEmpty = all === 0 && !isFiltered;
  const hidden = all === undefined || source === undefined ? 0 : all - source.total;

  function clear() {
    setSelection(new Map());
    focusIfLost(() => grid.current?.focus());
  }

  const client = useQueryClient();
  const show = useLatest((next: ViewShows) => {
    askForCandidates(client, next);
    setShows(next);
  });
  const narrow = useLatest((part: Partial<CandidateFilter>) => {
    show({ ...shows, filter: { ...shows.filter, ...part } });
    setRow(0);
    // What is selected but no longer shown must not be acted on.
    setSelection(noSelection);
  });
  const order = useLatest((next: CandidateSort) => show({ ...shows, sort: next }));
  const openRow = useCallback(
    ({ candidate }: CandidateRow) => void goToCandidate(client, candidate),
    [client],
  );
  const none = useMemo(
    () => (
      <EmptyState
        icon="search"
        title={t("candidates-none-title")}
        text={t("candidates-none-text")}
        action={<Button onPress={() => narrow(anyCandidate())}>{t("candidates-show-all")}</Button>}
      />
    ),
    [t, narrow],
  );

  // Drawn after the list, which is what an answer is waited for.
  const settled = useDeferredValue(shows);
  const mayAdd = may("addCandidate");
  const header = useMemo(
    () => (
      <PageHeader
        title={view?.name ?? t("candidates-title")}
        subtitle={all === undefined ? "\u00a0" : t("candidates-count", { count: all })}
        actions={
          <>
            {!isEmpty && (
              <>
                <ViewsMenu view={view} views={views} shows={settled} onShow={show} />
                <Button icon="columns" onPress={() => setChoosing(true)}>
                  {t("candidates-columns")}
                </Button>
              </>
            )}
            {mayAdd && (
              <Button
                variant="primary"
                icon="plus"
                onPress={() => {
                  const { vacancy } = settled.filter;
                  go({ at: "newCandidate", ...(vacancy !== null && { vacancy }) });
                }}
              >
                {t("candidates-add")}
              </Button>
            )}
          </>
        }
      />
    ),
    [t, view, views, settled, show, all, isEmpty, mayAdd],
  );

  // Nothing to search, filter or select: only the ways to begin.
  if (isEmpty) {
    return (
      <div className={styles.page}>
        {header}
        <EmptyState
          icon="candidates"
          title={t("candidates-empty-title")}
          text={t("candidates-empty-text")}
          action={
            may("import") && (
              <Button icon="import" onPress={() => go({ at: "import" })}>
                {t("candidates-empty-import")}
              </Button>
            )
          }
        />
      </div>
    );
  }

  return (
    <div className={styles.page}>
      {header}
      <search className={styles.tools}>
        <SearchField
          label={t("candidates-search")}
          value={filter.text}
          onChange={(text) => narrow({ text })}
          onDown={() => grid.current?.focus()}
          isMain
        />
        <FilterBar filter={filter} onChange={narrow} />
      </search>
      <div className={styles.line}>
        {selection.size > 0 ? (
          <BulkBar selection={selection} onClear={clear} />
        ) : (
          <>
            <p role="status">
              {source !== undefined && isFiltered
                ? t("candidates-shown", { shown: source.total, hidden: Math.max(0, hidden) })
                : t("candidates-hint")}
            </p>
            <WithheldInList rows={source?.first ?? []} />
          </>
        )}
      </div>
      {source === undefined ? (
        <Skeleton lines={8} />
      ) : (
        <Grid
          ref={grid}
          label={t("candidates-title")}
          columns={columns}
          source={source}
          rowKey={keyOfRow}
          rowName={nameOfRow}
          onOpen={openRow}
          sort={sort}
          onSort={order}
          selection={selection}
          onSelect={setSelection}
          startAt={row}
          onMove={setRow}
          empty={none}
        />
      )}
      {choosing && (
        <ColumnsDialog
          columns={shows.columns}
          onChange={(columns) => setShows((before) => ({ ...before, columns }))}
          onClose={() => setChoosing(false)}
        />
      )}
    </div>
  );
}

/* One that is empty already stays as it is, so that nothing is drawn for it. */
const noSelection = (before: Selection<CandidateRow>) => (before.size === 0 ? before : new Map());
const keyOfRow = (row: CandidateRow) => row.candidate;
const nameOfRow = (row: CandidateRow) => row.name;
