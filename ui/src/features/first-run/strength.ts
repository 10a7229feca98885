/** The fewest characters a passphrase may have. */
export const LEAST_CHARACTERS = 15;

/** What can be said of a passphrase while it is typed. */
export interface Strength {
  kind: "empty" | "short" | "repeats" | "fair" | "good";
  count: number;
}

/** Says of a passphrase what a person can act on; the program decides whether it takes it. */
export function strengthOf(passphrase: string): Strength {
  const count = [...passphrase].length;
  if (count === 0) return { kind: "empty", count };
  if (count < LEAST_CHARACTERS) return { kind: "short", count };
  const different = new Set(passphrase.toLowerCase()).size;
  if (different < 6) return { kind: "repeats", count };
  const words = passphrase.trim().split(/[\s\-_.]+/).length;
  return { kind: words >= 4 || count >= 24 ? "good" : "fair", count };
}
