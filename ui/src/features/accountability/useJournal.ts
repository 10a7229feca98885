import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { call } from "../../ipc/call";
import type { JournalPage, JournalRow } from "../../ipc/generated/bindings";
import type { JournalFilter } from "./filter";

/** The entries of one day. */
export interface JournalDay {
  day: string;
  rows: JournalRow[];
}

/** The part of the journal that has been read, and how to read on; nothing until the first answer. */
export function useJournal(filter: JournalFilter) {
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ["read_journal", filter] as const,
    queryFn: ({ pageParam }): Promise<JournalPage> =>
      call("read_journal", { ...filter, before: pageParam }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ more }) => more,
    placeholderData: keepPreviousData,
  });
  if (data === undefined) return undefined;
  return {
    days: byDay(data.pages.flatMap(({ rows }) => rows)),
    people: data.pages[0]?.people ?? [],
    hasMore: hasNextPage,
    isReading: isFetchingNextPage,
    readOn: () => void fetchNextPage(),
  };
}

/** Entries under their days, in the order they came. */
export function byDay(rows: readonly JournalRow[]): JournalDay[] {
  const days: JournalDay[] = [];
  for (const row of rows) {
    const last = days.at(-1);
    if (last?.day === row.day) last.rows.push(row);
    else days.push({ day: row.day, rows: [row] });
  }
  return days;
}
