import { Link } from "../../components/Link";
import type { Column } from "../../components/Table";
import type { CandidateId, Why } from "../../ipc/generated/bindings";
import { showDate } from "../../text/dates";
import { say } from "../../text/text";
import styles from "./Retention.module.css";

/** How many rows of a table are shown before the others are asked for. */
export const FIRST = 10;

/** Whose record it is, leading to it. */
export function whose<R extends { candidate: CandidateId; name: string }>(): Column<R> {
  return {
    id: "name",
    isShort: true,
    label: say("retention-column-name"),
    isRowHeader: true,
    cell: ({ candidate, name }) => <Link to={{ at: "candidate", id: candidate }}>{name}</Link>,
  };
}

/** The day it was to go. */
export function wasToGo<R extends { eraseOn: string | null }>(): Column<R> {
  return {
    id: "due",
    isShort: true,
    label: say("retention-column-due"),
    cell: ({ eraseOn }) => (eraseOn === null ? say("retention-no-date-short") : showDate(eraseOn)),
  };
}

/** The rule that decides, in a sentence. */
export function why<R extends { because: Why }>(): Column<R> {
  return {
    id: "why",
    label: say("retention-column-why"),
    cell: ({ because }) => (
      <>
        {because.sentence}{" "}
        <span className={styles.rule}>{say("components-rule", { rule: because.rule })}</span>
      </>
    ),
  };
}
