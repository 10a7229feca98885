import { Chip, type Tone } from "../../components/Chip";
import type { RegisterItem, RegisterStanding } from "../../ipc/generated/bindings";
import { showDate } from "../../text/dates";
import { say } from "../../text/text";
import { categoryWord, purposeWord } from "../candidate/disclosureWords";
import { CLAUSES, countryName, mechanismWord, residualWord } from "./sharingWords";

/** What a line of a register is called. */
export function titleOf(line: RegisterItem): string {
  switch (line.kind) {
    case "recipient":
      return line.details.name;
    case "agreement":
    case "transfer":
      return line.details.reference;
    case "dpia":
      return line.details.title;
  }
}

/** What a line says beside its name, a few words each. */
export function wordsOf(line: RegisterItem): string[] {
  switch (line.kind) {
    case "recipient": {
      const { category, country, registration, approval, endsOn } = line.details;
      return [
        categoryWord(category),
        countryName(country),
        ...(registration === null ? [] : [registration]),
        ...(approval === null
          ? []
          : [say("sharing-approved", { date: showDate(approval.on), by: approval.by })]),
        ...(endsOn === null ? [] : [say("sharing-ends", { date: showDate(endsOn) })]),
      ];
    }
    case "agreement": {
      const { purposes, clauses, endsOn } = line.details;
      const missing = CLAUSES.length - clauses.length;
      return [
        ...purposes.map(purposeWord),
        ...(missing === 0 ? [] : [say("sharing-clauses-missing", { count: missing })]),
        ...(endsOn === null ? [] : [say("sharing-ends", { date: showDate(endsOn) })]),
      ];
    }
    case "transfer": {
      const { mechanism, test, endsOn } = line.details;
      return [
        mechanismWord(mechanism),
        test,
        ...(endsOn === null ? [] : [say("sharing-ends", { date: showDate(endsOn) })]),
      ];
    }
    case "dpia": {
      const { purposes, measures, residual, signedOffOn } = line.details;
      return [
        ...purposes.map(purposeWord),
        measures,
        say("sharing-risk", { residual: residualWord(residual).toLowerCase() }),
        say("sharing-signed-off", { date: showDate(signedOffOn) }),
      ];
    }
  }
}

const TONES: Record<RegisterStanding["state"], Tone> = {
  good: "good",
  soon: "warn",
  overdue: "danger",
  lapsed: "danger",
  notYet: "info",
};

/** How a line stands, in words and by colour. */
export function StandingChip({ standing: { state, on } }: { standing: RegisterStanding }) {
  return <Chip tone={TONES[state]}>{say("sharing-standing", { state, date: showDate(on) })}</Chip>;
}
