import type { TextArgs } from "../../text/text";

/** The fewest characters a passphrase may have, so that this can be said before asking. */
const LEAST = 15;

/** What is wrong with a first passphrase, as far as the page can tell. */
export function passphraseProblem(
  t: (id: string, args?: TextArgs) => string,
  passphrase: string,
): string | null {
  const length = [...passphrase].length;
  if (length === 0) return t("people-passphrase-missing");
  return length < LEAST ? t("people-passphrase-short", { count: length }) : null;
}
