import type { Pay, PayPeriod } from "../../ipc/generated/bindings";
import { say } from "../../text/text";

/** The periods an amount can be for, the commonest first. */
export const PAY_PERIODS: readonly PayPeriod[] = ["year", "month", "week", "day", "hour"];

const pounds = new Intl.NumberFormat("en-GB", {
  style: "currency",
  currency: "GBP",
  trailingZeroDisplay: "stripIfInteger",
});

/** Pay as one reads it: `£38,500 a year`. */
export function payWords(pay: Pay): string {
  if (pay.kind === "words") return pay.words;
  return say("offers-pay-amount", { amount: pounds.format(pay.pence / 100), per: pay.per });
}

/** The pence of an amount as it was typed, `38,500` or `£12.60`; nothing where it is no amount. */
export function penceOf(typed: string): number | null {
  const plain = typed.replace(/[£,\s]/g, "");
  if (!/^\d+(\.\d{1,2})?$/.test(plain)) return null;
  const pence = Math.round(Number(plain) * 100);
  return pence > 0 && pence <= 4_000_000_000 ? pence : null;
}
