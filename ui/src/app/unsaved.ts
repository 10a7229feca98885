const waiting = new Set<() => Promise<unknown>>();

/** Saving takes a few milliseconds; what hangs does not keep the window open. */
const LONGEST = 500;

/** Names what has to be saved before the window locks; the answer takes it off again. */
export function beforeLock(save: () => Promise<unknown>): () => void {
  waiting.add(save);
  return () => waiting.delete(save);
}

/** Saves what was typed a moment ago. */
export async function saveBeforeLock(): Promise<void> {
  if (waiting.size === 0) return;
  const late = new Promise((resolve) => setTimeout(resolve, LONGEST));
  await Promise.race([Promise.allSettled([...waiting].map((save) => save())), late]);
}
