import type {
  FieldProblem,
  PeriodView,
  PolicyPeriod,
  PolicyValues,
} from "../../ipc/generated/bindings";
import { say } from "../../text/text";

/** The periods while they are typed: a field may be empty. */
export type Draft = { readonly [K in PolicyPeriod]: number | null };

/** What was typed, with what stands now where a field is empty. */
export function filled(draft: Draft, now: PolicyValues): PolicyValues {
  const typed = Object.entries(draft).filter(([, length]) => length !== null);
  return { ...now, ...Object.fromEntries(typed) };
}

/** What can't be taken, as a form names it. */
export function problemsOf(draft: Draft, periods: readonly PeriodView[]): FieldProblem[] {
  return periods.flatMap((period) => {
    const length = draft[period.period];
    const field = `values.${period.period}`;
    if (length === null || length < period.least)
      return [{ field, problem: say("policy-bounds", boundsOf(period)) }];
    if (length <= period.most) return [];
    const words = period.promised ? "policy-breaks-notice" : "policy-bounds";
    return [{ field, problem: say(words, boundsOf(period)) }];
  });
}

function boundsOf({ least, most, unit, rule }: PeriodView) {
  return { least, most, unit, rule };
}

/** Whether two sets of periods are the same. */
export function isSame(one: PolicyValues, other: PolicyValues): boolean {
  return Object.entries(one).every(([period, length]) => other[period as PolicyPeriod] === length);
}

/** The periods that would be longer and need a reason for it. */
export function longerOf(values: PolicyValues, periods: readonly PeriodView[]): PeriodView[] {
  return periods.filter(
    ({ period, length, longerNeedsReason }) => longerNeedsReason && values[period] > length,
  );
}

/** The periods that say until when something is kept and would be shorter. */
export function shorterOf(values: PolicyValues, periods: readonly PeriodView[]): PeriodView[] {
  return periods.filter(({ period, length, keeps }) => keeps && values[period] < length);
}
