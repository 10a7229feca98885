import type { AccountabilityTab, Place } from "../../app/places";
import type { IconName } from "../../components/Icon";
import type { RegisterItemKind, TodayTask, TodayWhat } from "../../ipc/generated/bindings";
import { showDate, showDateTime } from "../../text/dates";
import { stepArgs } from "../rights/requests/requestWords";

/** The icon of each kind of task. */
export const TASK_ICONS: Record<TodayWhat["kind"], IconName> = {
  eraseDue: "retention",
  eraseSoon: "retention",
  reserveEnding: "reserve",
  applicationsWaiting: "candidates",
  closeOut: "vacancies",
  handOver: "user",
  holdReview: "lock",
  tellRecipients: "mail",
  interviewComing: "calendar",
  feedbackOwed: "edit",
  permissionEnding: "reserve",
  approveOffer: "check",
  makeOffer: "mail",
  answerOffer: "mail",
  decisionsWaiting: "vacancies",
  incidentOpen: "shield",
  complaintOpen: "mail",
  requestOpen: "shield",
  registerReview: "accountability",
  trainingEnding: "people",
  noticesMissing: "accountability",
};

/* Where each register is. */
const TABS: Record<RegisterItemKind, AccountabilityTab> = {
  recipient: "recipients",
  agreement: "recipients",
  transfer: "transfers",
  dpia: "dpias",
};

/** Where a task is done. */
export function placeOf(what: TodayWhat): Place {
  switch (what.kind) {
    case "eraseDue":
    case "eraseSoon":
      return { at: "retention" };
    case "incidentOpen":
      return { at: "incident", id: what.incident };
    case "requestOpen":
      return { at: "request", id: what.request };
    case "complaintOpen":
      return { at: "complaint", id: what.complaint };
    case "tellRecipients":
      return { at: "retention", tab: "recipients" };
    case "registerReview":
      return { at: "accountability", tab: TABS[what.register] };
    case "trainingEnding":
      return { at: "people" };
    case "noticesMissing":
      return { at: "accountability", tab: "notices" };
    case "reserveEnding":
    case "handOver":
    case "permissionEnding":
    case "approveOffer":
    case "makeOffer":
    case "answerOffer":
    case "holdReview":
      return { at: "candidate", id: what.candidate };
    case "interviewComing":
    case "feedbackOwed":
      return { at: "interview", id: what.interview };
    case "applicationsWaiting":
    case "decisionsWaiting":
      return { at: "vacancy", id: what.vacancy };
    case "closeOut":
      return { at: "vacancy", id: what.vacancy, tab: "details" };
  }
}

/** What a task's words are given. */
export function argsOf(what: TodayWhat): Record<string, string | number> {
  if (what.kind === "requestOpen") {
    const { kind, number, tone, step } = what;
    return { kind, number, tone, ...stepArgs(step) };
  }
  const { kind, ...rest } = what;
  const args: Record<string, string | number> = { kind };
  for (const [name, value] of Object.entries(rest)) {
    if (value !== null) args[name] = typeof value === "boolean" ? String(value) : value;
  }
  if (what.kind === "incidentOpen") {
    args.clock = what.until === null ? "over" : "runs";
    args.until = what.until === null ? "" : showDateTime(what.until);
  }
  if (what.kind === "complaintOpen") {
    args.slow = what.slowSince === null ? "no" : "yes";
    args.since = what.slowSince === null ? "" : showDate(what.slowSince);
  }
  return args;
}

/** A key that stays with a task while others come and go. */
export function taskKey({ what, by }: TodayTask): string {
  if (what.kind === "holdReview") return `${what.kind} ${what.candidate} ${by}`;
  if (what.kind === "incidentOpen") return `${what.kind} ${what.incident}`;
  if (what.kind === "requestOpen") return `${what.kind} ${what.request}`;
  if ("item" in what) return `${what.kind} ${what.item}`;
  if ("account" in what) return `${what.kind} ${what.account}`;
  if (what.kind === "complaintOpen") return `${what.kind} ${what.complaint}`;
  if ("interview" in what) return `${what.kind} ${what.interview}`;
  if ("candidate" in what) return `${what.kind} ${what.candidate}`;
  if ("vacancy" in what) return `${what.kind} ${what.vacancy}`;
  return `${what.kind} ${by}`;
}
