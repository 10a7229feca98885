import type {
  AccountId,
  ApplicationId,
  CandidateId,
  CriterionId,
  CriterionView,
  InterviewId,
  InterviewRow,
  InterviewView,
  Scorecard,
  VacancyId,
} from "../generated/bindings";
import type { Answers } from "./fake";
import { type Fake, refuse } from "./fakeState";
import { TODAY } from "./model";

type Interviews = Pick<
  Answers,
  | "list_interviews"
  | "list_criteria"
  | "set_criteria"
  | "schedule_interview"
  | "change_interview"
  | "mark_interview"
  | "open_interview"
  | "save_feedback_draft"
  | "submit_feedback"
  | "save_invitation"
>;

/** What the fake's interviews assess. */
export const CRITERIA: readonly CriterionView[] = [
  {
    criterion: "criterion-1" as CriterionId,
    what: "Writes clearly",
    questions: "Tell us of a text you are proud of.\nWho read it?",
    retired: false,
  },
  {
    criterion: "criterion-2" as CriterionId,
    what: "Keeps calm",
    questions: "",
    retired: false,
  },
];

/** An interview of the fake, over and owed by the one who is signed in. */
export function makeInterview(row: Partial<InterviewRow> = {}): InterviewView {
  return {
    row: {
      interview: "interview-1" as InterviewId,
      application: "application-1" as ApplicationId,
      candidate: "candidate-1" as CandidateId,
      name: "Amina Khan",
      blind: false,
      vacancy: "vacancy-1" as VacancyId,
      vacancyTitle: "Press Officer",
      plan: { kind: "inPerson", on: TODAY, at: "09:30", minutes: 45, place: "Room 4" },
      state: "planned",
      over: true,
      revision: 1,
      panel: [
        {
          account: "account-1" as AccountId,
          name: "Alex",
          isYou: true,
          criteria: [],
          feedback: "owed",
        },
      ],
      mayChange: true,
      mayAssess: true,
      ...row,
    },
    blind: null,
    criteria: [...CRITERIA],
    own: {
      asked: CRITERIA.map(({ criterion }) => criterion),
      draft: null,
      draftLost: false,
      versions: [],
      annotation: null,
      closed: null,
    },
    documents: { is: "shown", value: [] },
    panel: { is: "withheld", rule: "ACC-08", because: "Yours first (rule ACC-08)." },
  };
}

/** The fake's answers about interviews: one, whose feedback it remembers. */
export function interviewCommands(fake: Fake): Interviews {
  const view = makeInterview();
  let criteria: CriterionView[] = [...CRITERIA];
  const submit = (card: Scorecard) => {
    const own = view.own ?? refuse({ code: "notFound" });
    own.versions.push({
      version: own.versions.length + 1,
      submittedAt: `${TODAY}T14:05:00Z`,
      card,
    });
    own.draft = null;
  };
  return {
    list_interviews: () => ({ interviews: [], schedulable: [] }),
    list_criteria: () => ({ criteria, mayEdit: true }),
    set_criteria: ({ criteria: next }) => {
      criteria = next.map(({ criterion, what, questions }) => ({
        criterion: criterion ?? (`criterion-new-${fake.nextNumber()}` as CriterionId),
        what,
        questions,
        retired: false,
      }));
      return { undo: null };
    },
    schedule_interview: () => ({ interview: view.row.interview, undo: null }),
    change_interview: () => ({ undo: null }),
    mark_interview: ({ state }) => {
      view.row.state = state;
      return { undo: null };
    },
    open_interview: () => view,
    save_feedback_draft: ({ card }) => {
      const savedAt = `${TODAY}T14:03:00Z`;
      if (view.own !== null) view.own.draft = { card, savedAt };
      return { savedAt };
    },
    submit_feedback: ({ card }) => {
      submit(card);
      return { undo: null };
    },
    save_invitation: () => ({ saved: true }),
  };
}
