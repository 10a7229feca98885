import type {
  Adjustment,
  CheckLevel,
  EqualityAnswers,
  FieldProblem,
  IdentityDocument,
  RightToWorkDocument,
  SealedContent,
  SealedKind,
  Suitability,
} from "../../ipc/generated/bindings";
import { say } from "../../text/text";

/** What is being typed; each kind takes its own part of it. */
export interface SealedDraft {
  kind: SealedKind | null;
  adjustments: readonly Adjustment[];
  details: string;
  paper: IdentityDocument | null;
  seenOn: string | null;
  document: RightToWorkDocument | null;
  checkedOn: string | null;
  expiresOn: string | null;
  level: CheckLevel | null;
  decision: Suitability | null;
  decidedOn: string | null;
  issuedOn: string | null;
  certificate: string;
  requestedOn: string | null;
  answers: EqualityAnswers;
}

/** Nothing chosen and nothing typed. */
export function emptySealed(): SealedDraft {
  return {
    kind: null,
    adjustments: [],
    details: "",
    paper: null,
    seenOn: null,
    document: null,
    checkedOn: null,
    expiresOn: null,
    level: null,
    decision: null,
    decidedOn: null,
    issuedOn: null,
    certificate: "",
    requestedOn: null,
    answers: {},
  };
}

/** What has to be there before the program can be asked; it looks at the rest. */
export function checkSealed(draft: SealedDraft): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const need = (isThere: boolean, field: string, id: string) => {
    if (!isThere) problems.push({ field, problem: say(id) });
  };
  need(draft.kind !== null, "kind", "sealed-kind-missing");
  switch (draft.kind) {
    case "identity":
      need(draft.paper !== null, "content.document", "sealed-document-missing");
      need(draft.seenOn !== null, "content.seenOn", "sealed-day-missing");
      break;
    case "rightToWork":
      need(draft.document !== null, "content.document", "sealed-document-missing");
      need(draft.checkedOn !== null, "content.checkedOn", "sealed-day-missing");
      break;
    case "criminalRecord":
      need(draft.level !== null, "content.level", "sealed-level-missing");
      need(draft.decision !== null, "content.suitability", "sealed-decision-missing");
      break;
    case "vetting":
      need(draft.requestedOn !== null, "content.requestedOn", "sealed-day-missing");
      need(draft.decision !== null, "content.result", "sealed-decision-missing");
      break;
    case "adjustments":
    case "equalityAnswers":
    case null:
  }
  return problems;
}

/** What is to be sealed; nothing while something is missing. */
export function contentOf(draft: SealedDraft): SealedContent | null {
  const { paper, seenOn, document, checkedOn, level, decision, requestedOn } = draft;
  switch (draft.kind) {
    case null:
      return null;
    case "adjustments":
      return { kind: "adjustments", adjustments: [...draft.adjustments], details: draft.details };
    case "identity":
      if (paper === null || seenOn === null) return null;
      return { kind: "identity", document: paper, seenOn };
    case "rightToWork":
      if (document === null || checkedOn === null) return null;
      return { kind: "rightToWork", document, checkedOn, expiresOn: draft.expiresOn };
    case "criminalRecord": {
      if (level === null || decision === null) return null;
      const certificate = draft.certificate.trim();
      return {
        kind: "criminalRecord",
        level,
        suitability: decision,
        decidedOn: draft.decidedOn,
        issuedOn: draft.issuedOn,
        certificate: certificate === "" ? null : certificate,
      };
    }
    case "vetting":
      if (requestedOn === null || decision === null) return null;
      return { kind: "vetting", requestedOn, result: decision, decidedOn: draft.decidedOn };
    case "equalityAnswers":
      return { kind: "equalityAnswers", answers: draft.answers };
  }
}
