import type { Fact } from "../../components/Facts";
import type { SealedContent } from "../../ipc/generated/bindings";
import { showDate } from "../../text/dates";
import { say } from "../../text/text";

/** What is in an opened record, as facts; what was left out is left out. */
export function sealedFacts(content: SealedContent): readonly Fact[] {
  switch (content.kind) {
    case "adjustments":
      return facts([
        [
          "sealed-field-adjustments",
          content.adjustments.map((one) => say(`sealed-adjustment-${one}`)).join(", "),
        ],
        ["sealed-field-details", content.details],
      ]);
    case "identity":
      return facts([
        ["sealed-field-document", say(`sealed-paper-${content.document}`)],
        ["sealed-field-seen", showDate(content.seenOn)],
      ]);
    case "rightToWork":
      return facts([
        ["sealed-field-document", say(`sealed-document-${content.document}`)],
        ["sealed-field-checked", showDate(content.checkedOn)],
        ["sealed-field-expires", day(content.expiresOn)],
      ]);
    case "criminalRecord":
      return facts([
        ["sealed-field-level", say(`sealed-level-${content.level}`)],
        ["sealed-field-decision", say(`sealed-decision-${content.suitability}`)],
        ["sealed-field-decided", day(content.decidedOn)],
        ["sealed-field-issued", day(content.issuedOn)],
        ["sealed-field-certificate", content.certificate],
      ]);
    case "vetting":
      return facts([
        ["sealed-field-requested", showDate(content.requestedOn)],
        ["sealed-field-decision", say(`sealed-decision-${content.result}`)],
        ["sealed-field-decided", day(content.decidedOn)],
      ]);
    // The program opens these for nobody.
    case "equalityAnswers":
      return [];
  }
}

function facts(all: readonly (readonly [string, string | null])[]): readonly Fact[] {
  return all.flatMap(([label, value]) =>
    value === null || value === "" ? [] : [{ label: say(label), value }],
  );
}

function day(date: string | null): string | null {
  return date === null ? null : showDate(date);
}
