import type { WayView } from "../ipc/generated/bindings";
import { showDate } from "../text/dates";
import { useText } from "../text/text";
import { relationWord, roleWord } from "../text/words";
import { Why } from "./Why";

interface Props {
  way: WayView;
}

/** One way by which somebody sees records: by which role or part, in what, until when, and the rule. */
export function Way({ way: { role, relation, vacancyTitle, until, because } }: Props) {
  const t = useText();
  const part = relation === null ? roleWord(role ?? "member") : relationWord(relation);
  const to = vacancyTitle ?? (relation === null ? null : t("components-way-everything"));
  const words = to === null ? part : t("components-way", { part, vacancy: to });
  return (
    <span>
      {words}
      {until !== null && <> · {t("components-way-until", { date: showDate(until) })}</>}{" "}
      <Why why={because} about={words} />
    </span>
  );
}

/** What tells two ways of one person apart. */
export function wayKey({ role, relation, scope, vacancyTitle, from }: WayView): string {
  return [role, relation, JSON.stringify(scope), vacancyTitle, from].join(" ");
}
