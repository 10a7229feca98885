import type { FileDrag, JobProgress } from "./generated/bindings";
import { transport } from "./transport";

/** Calls `heard` whenever records have changed, with the areas where the program names them. */
export function onChanged(heard: (areas: string[]) => void): () => void {
  return transport().listen("changed", (payload) => heard(areasOf(payload)));
}

/** Calls `heard` with how far each long piece of work has come. */
export function onProgress(heard: (progress: JobProgress) => void): () => void {
  return transport().listen("progress", (payload) => heard(payload as JobProgress));
}

/** Calls `heard` as files are dragged over the window and dropped on it. */
export function onFiles(heard: (drag: FileDrag) => void): () => void {
  return transport().listen("files", (payload) => heard(payload as FileDrag));
}

/** Calls `heard` when the program has locked itself. */
export function onLocked(heard: () => void): () => void {
  return transport().listen("locked", () => heard());
}

function areasOf(payload: unknown): string[] {
  if (typeof payload !== "object" || payload === null || !("areas" in payload)) return [];
  const { areas } = payload;
  return Array.isArray(areas) ? areas.filter((area) => typeof area === "string") : [];
}
