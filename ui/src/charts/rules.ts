import type { RetentionWeek } from "../ipc/generated/bindings";
import { say } from "../text/text";
import type { Series } from "./series";

/** The weeks' figures by the rule that gives the date, the rule with the most first. */
export function byRule(weeks: readonly RetentionWeek[]): Series[] {
  const totals = new Map<string, number>();
  for (const { rule, people } of weeks.flatMap((week) => week.rules)) {
    totals.set(rule, (totals.get(rule) ?? 0) + people);
  }
  return [...totals]
    .sort(([one, ofOne], [other, ofOther]) => ofOther - ofOne || (one < other ? -1 : 1))
    .map(([rule]) => ({
      id: rule,
      label: ruleName(rule),
      counts: weeks.map((week) => week.rules.find((one) => one.rule === rule)?.people ?? 0),
    }));
}

/** What a rule that gives a date is about, in few words. */
export function ruleName(rule: string): string {
  return say("charts-rule", { rule });
}
