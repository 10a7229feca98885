import { useSyncExternalStore } from "react";

let on = true;
const hearers = new Set<() => void>();

/** Whether single letters are shortcuts (WCAG 2.1.4: they can be switched off). */
export function lettersAreOn(): boolean {
  return on;
}

/** Switches single-letter shortcuts on or off, for as long as the window is open. */
export function setLetters(next: boolean): void {
  on = next;
  for (const heard of hearers) heard();
}

/** {@link lettersAreOn}, for components that show it. */
export function useLetters(): boolean {
  return useSyncExternalStore(listen, lettersAreOn);
}

function listen(heard: () => void): () => void {
  hearers.add(heard);
  return () => hearers.delete(heard);
}
