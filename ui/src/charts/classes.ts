import type { RetentionClass, RetentionWeek } from "../ipc/generated/bindings";
import { say } from "../text/text";
import type { Series } from "./series";

/** The weeks' figures by what goes: whole records, and of each class the parts of records of people who stay. */
export function byClass(weeks: readonly RetentionWeek[]): Series[] {
  const totals = new Map<RetentionClass, number>();
  for (const part of weeks.flatMap((week) => week.parts)) {
    totals.set(part.class, (totals.get(part.class) ?? 0) + part.count);
  }
  const parts = [...totals]
    .sort(([one, ofOne], [other, ofOther]) => ofOther - ofOne || (one < other ? -1 : 1))
    .map(([part]) => ({
      id: part,
      label: say("retention-part", { class: part }),
      counts: weeks.map((week) => week.parts.find((one) => one.class === part)?.count ?? 0),
    }));
  const whole = weeks.map((week) => week.count);
  return [{ id: "whole", label: say("charts-class-whole"), counts: whole }, ...parts];
}
