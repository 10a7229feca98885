import { keepPreviousData, useQueries } from "@tanstack/react-query";
import { useRef } from "react";
import { PART_OF_LIST } from "../../ipc/queries";
import type { GridSource } from "./types";

/* Rows read at once, as they come into view. */
const PAGE = 50;
/* Rows read at once where all are: the most the program gives. */
const AT_ONCE = 200;

interface Rows<R> {
  /** The row at a place, once it is there. */
  at: (index: number) => R | undefined;
  /** Every row, read through from the start; at most `most`. */
  readAll: (most: number) => Promise<R[]>;
}

/** The rows of a source around what is in view, and the one with the focus wherever it is. */
export function useRows<R>(
  source: GridSource<R>,
  from: number,
  to: number,
  focused: number,
): Rows<R> {
  const before = useRef<{ question: string; pages: Map<number, readonly R[]> }>({
    question: source.question,
    pages: new Map(),
  });
  if (before.current.question !== source.question) {
    before.current = { question: source.question, pages: new Map() };
  }

  const inView = pagesBetween(from, Math.min(to, source.total - 1));
  const pages = [...new Set([...inView, ...pagesBetween(focused, focused)])];
  const answers = useQueries({ queries: pages.map((page) => queryOf(source, page)) });
  const coming = new Map<number, readonly R[]>();
  pages.forEach((page, place) => {
    const rows = answers[place]?.data ?? before.current.pages.get(page);
    if (rows !== undefined) {
      coming.set(page, rows);
      before.current.pages.set(page, rows);
    }
  });

  return {
    at: (index) => coming.get(Math.floor(index / PAGE))?.[index % PAGE],
    readAll: async (most) => {
      const all: R[] = [];
      const total = Math.min(source.total, most);
      for (let start = 0; start < total; start += AT_ONCE) {
        all.push(...(await source.read(start, Math.min(AT_ONCE, total - start))));
      }
      return all;
    },
  };
}

function queryOf<R>(source: GridSource<R>, page: number) {
  const start = page * PAGE;
  const isFirst = page === 0 && source.first.length >= Math.min(PAGE, source.total);
  return {
    queryKey: [PART_OF_LIST, source.key, page],
    queryFn: () => source.read(start, Math.min(PAGE, source.total - start)),
    // Short, since a list is closed once another is opened.
    gcTime: 30_000,
    throwOnError: false,
    placeholderData: keepPreviousData,
    ...(isFirst && { initialData: source.first.slice(0, PAGE) }),
  };
}

function pagesBetween(from: number, to: number): number[] {
  const first = Math.max(0, Math.floor(from / PAGE));
  const last = Math.floor(to / PAGE);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => first + place);
}
