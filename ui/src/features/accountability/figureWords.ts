import type { FigureOf } from "../../ipc/generated/bindings";
import type { useText } from "../../text/text";

type Text = ReturnType<typeof useText>;

/** A quarter as it is said: `Q4 2026`. */
export function showQuarter(t: Text, quarter: string): string {
  const [year = "", number = ""] = quarter.split("-Q");
  return t("figures-quarter", { year, number });
}

/** What a count is of. */
export function nameFigure(t: Text, of: FigureOf): string {
  switch (of.kind) {
    case "source":
      return t("words-source", { source: of.source });
    case "stage":
      return t("words-stage", { stage: of.stage });
    case "outcome":
      return of.outcome.kind === "rejected"
        ? t("words-rejected-because", { reason: t("words-reason", { reason: of.outcome.reason }) })
        : t("words-outcome", { outcome: of.outcome.kind });
    case "undecided":
      return t("figures-undecided");
    case "neverApplied":
      return t("figures-never-applied");
    case "untold":
      return t("figures-untold");
  }
}
