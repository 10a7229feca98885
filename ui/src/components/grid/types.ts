import type { ReactNode } from "react";

/** A column of the big grid. All columns are always rendered. */
export interface GridColumn<R, S extends string = string> {
  id: string;
  label: string;
  /** Its least width, in rem. */
  min: number;
  /** Its share of the room that is left; 0 keeps it at its least width. */
  grow: number;
  cell: (row: R) => ReactNode;
  /** What sorting by it is called; without it the column can't be sorted. */
  sort?: S;
}

/** Rows that the program holds, read part by part. */
export interface GridSource<R> {
  /** Another key is another list. */
  key: string | number;
  /** What was asked; while it stays, rows of the list before fill in until the new ones come. */
  question: string;
  total: number;
  /** The first rows, where they came with the list. */
  first: readonly R[];
  read: (start: number, count: number) => Promise<readonly R[]>;
}

/** In which order the rows are. */
export interface GridSort<S extends string> {
  by: S;
  descending: boolean;
}

/** The rows that are selected, by their key. */
export type Selection<R> = ReadonlyMap<string, R>;
