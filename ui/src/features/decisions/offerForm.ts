import type {
  FieldProblem,
  OfferTerms,
  OfferView,
  Pay,
  PayPeriod,
} from "../../ipc/generated/bindings";
import { say } from "../../text/text";
import { penceOf } from "./payWords";

/** What stands in the fields of an offer. */
export interface OfferDraft {
  payKind: Pay["kind"];
  amount: string;
  per: PayPeriod;
  words: string;
  startsOn: string | null;
  answerBy: string | null;
  conditions: string;
}

/** The form of an offer that is not there yet, or of one as it stands. */
export function offerDraft(offer: OfferView | null): OfferDraft {
  const terms = offer?.terms;
  const pay = terms?.pay;
  return {
    payKind: pay?.kind ?? "amount",
    amount: pay?.kind === "amount" ? (pay.pence / 100).toString() : "",
    per: pay?.kind === "amount" ? pay.per : "year",
    words: pay?.kind === "words" ? pay.words : "",
    startsOn: terms?.startsOn ?? null,
    answerBy: terms?.answerBy ?? null,
    conditions: terms?.conditions ?? "",
  };
}

/** What is missing or wrong, as far as the page can tell. */
export function checkOffer(draft: OfferDraft, today: string): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const add = (field: string, id: string) => problems.push({ field, problem: say(id) });
  if (draft.payKind === "amount" && penceOf(draft.amount) === null) {
    add("terms.pay", "offers-amount-missing");
  }
  if (draft.payKind === "words" && draft.words.trim() === "") {
    add("terms.pay.words", "offers-words-missing");
  }
  if (draft.answerBy !== null && draft.answerBy < today) {
    add("terms.answerBy", "offers-answer-by-past");
  }
  return problems;
}

/** The terms of a form that {@link checkOffer} found nothing wrong with. */
export function termsOf(draft: OfferDraft): OfferTerms {
  const pence = penceOf(draft.amount) ?? 0;
  return {
    pay:
      draft.payKind === "amount"
        ? { kind: "amount", pence, per: draft.per }
        : { kind: "words", words: draft.words.trim() },
    startsOn: draft.startsOn,
    answerBy: draft.answerBy,
    conditions: draft.conditions.trim(),
  };
}
