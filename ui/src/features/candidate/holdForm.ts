import type { FieldProblem } from "../../ipc/generated/bindings";
import { showDate } from "../../text/dates";
import { say } from "../../text/text";

/** What is wrong with the day of a review, as far as the page can say it. */
export function checkReview(reviewBy: string | null, today: string, field: string): FieldProblem[] {
  if (reviewBy === null) return [{ field, problem: say("holds-place-review-missing") }];
  if (reviewBy > today) return [];
  return [{ field, problem: say("holds-place-review-past", { date: showDate(today) }) }];
}
