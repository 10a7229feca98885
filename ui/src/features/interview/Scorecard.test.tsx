import { act, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import { setLetters } from "../../app/letters";
import { saveBeforeLock } from "../../app/unsaved";
import type { InterviewId, InterviewView, SaveDraft } from "../../ipc/generated/bindings";
import { makeInterview } from "../../ipc/testing/interviewCommands";
import { type Instead, renderScreen } from "../../ipc/testing/renderScreen";
import { InterviewScreen } from "./InterviewScreen";

const FIRST = "What showed it: Writes clearly";

beforeEach(() => setLetters(true));

function open(instead: Instead = {}) {
  return renderScreen(<InterviewScreen id={"interview-1" as InterviewId} />, instead);
}

const region = (name: string) => screen.findByRole("region", { name });
const checked = async (where: string) =>
  within(await region(where))
    .getAllByRole<HTMLInputElement>("radio")
    .filter((radio) => radio.checked)
    .map((radio) => radio.value);

it("saves a draft as it is typed, and says when", async () => {
  const { user, asks } = open();
  await user.type(await screen.findByRole("textbox", { name: FIRST }), "A letter");
  expect(await screen.findByText("Saved 14:03")).toBeTruthy();
  await waitFor(() => {
    const last = asks("save_feedback_draft").at(-1)?.request as SaveDraft;
    expect(last.card.scores).toEqual([
      { criterion: "criterion-1", mark: null, evidence: "A letter" },
    ]);
  });
});

it("says that a draft is not saved, keeps it, and tries again with the next letter", async () => {
  let full = true;
  const { user } = open({
    save_feedback_draft: () => {
      if (full) throw { code: "diskFull" };
      return { savedAt: "2026-11-23T14:04:00Z" };
    },
  });
  const field = await screen.findByRole("textbox", { name: FIRST });
  await user.type(field, "A letter");
  expect(await screen.findByText(/Not saved yet/)).toBeTruthy();
  expect((field as HTMLTextAreaElement).value).toBe("A letter");
  full = false;
  await user.type(field, "!");
  expect(await screen.findByText("Saved 14:04")).toBeTruthy();
});

it("saves what was typed a moment ago before the window locks", async () => {
  const { user, asks } = open();
  await user.type(await screen.findByRole("textbox", { name: FIRST }), "Z");
  await act(() => saveBeforeLock());
  const last = asks("save_feedback_draft").at(-1)?.request as SaveDraft;
  expect(last.card.scores[0]?.evidence).toBe("Z");
});

it("scores by one key each and goes on, unless single letters are off or a text is typed", async () => {
  const { user } = open();
  const first = within(await region("Writes clearly")).getAllByRole("radio");
  act(() => first[0]?.focus());
  await user.keyboard("4");
  expect(await checked("Writes clearly")).toEqual(["stronglyShown"]);
  await user.keyboard("0");
  expect(await checked("Keeps calm")).toEqual(["notAsked"]);
  await user.keyboard("3");
  expect(await checked("What you recommend")).toEqual(["yes"]);
  await user.type(screen.getByRole("textbox", { name: FIRST }), "2 letters");
  expect(await checked("Writes clearly")).toEqual(["stronglyShown"]);
  act(() => setLetters(false));
  act(() => first[3]?.focus());
  await user.keyboard("1");
  expect(await checked("Writes clearly")).toEqual(["stronglyShown"]);
});

it("links to what is missing, and locks what was submitted until it is amended", async () => {
  const missing = [{ field: "card.scores.0.evidence", problem: "Say what showed it" }];
  let lacks = true;
  const refuse: Instead = {
    submit_feedback: () => {
      if (lacks) throw { code: "invalid", detail: { fields: missing } };
      return { undo: null };
    },
  };
  const { user, asks } = open(refuse);
  await user.click(await screen.findByRole("button", { name: "Submit feedback" }));
  await user.click(await screen.findByRole("button", { name: "Say what showed it" }));
  expect(document.activeElement).toBe(screen.getByRole("textbox", { name: FIRST }));
  lacks = false;
  await user.click(screen.getByRole("button", { name: "Submit feedback" }));
  await waitFor(() => expect(asks("submit_feedback")).toHaveLength(2));
});

it("shows what is locked, with the way to amend it", async () => {
  const { user, asks } = open();
  await user.click(await screen.findByRole("button", { name: "Submit feedback" }));
  expect(await screen.findByText("Locked")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Submit feedback" })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Amend" }));
  await user.type(await screen.findByRole("textbox", { name: FIRST }), "More");
  await user.click(screen.getByRole("button", { name: "Leave it as it was" }));
  await user.click(screen.getByRole("button", { name: "Amend" }));
  const field = await screen.findByRole<HTMLTextAreaElement>("textbox", { name: FIRST });
  expect(field.value).toBe("More");
  await user.click(screen.getByRole("button", { name: "Submit amendment" }));
  await waitFor(() => expect(asks("submit_feedback").at(-1)?.request).toMatchObject({ after: 1 }));
});

it("says what the panel found, where views lie apart, and adds nothing up", async () => {
  const view: InterviewView = {
    ...makeInterview(),
    own: null,
    panel: {
      is: "shown",
      value: {
        criteria: [
          {
            criterion: makeInterview().criteria[0]?.criterion as never,
            spread: { given: [1, 0, 1, 0], notAsked: 1, agreement: "apart" },
          },
        ],
        recommendation: { given: [0, 0, 2, 0], notAsked: 0, agreement: "same" },
        submitted: 2,
        members: 3,
        annotated: 1,
        cards: { is: "withheld", rule: "A3", because: "In short only (rule A3)." },
      },
    },
  };
  open({ open_interview: () => view });
  expect(
    await screen.findByText("2 of 3 have submitted. Views lie apart on: Writes clearly."),
  ).toBeTruthy();
  const row = screen.getByRole("row", { name: /Writes clearly/ });
  expect(within(row).getByText("Apart: talk about it")).toBeTruthy();
  expect(within(row).getByText("1 did not ask")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Submit feedback" })).toBeNull();
});

it("says why nothing is taken of an interview that nobody came to", async () => {
  const view = makeInterview({ state: "didNotCome" });
  if (view.own !== null) view.own.closed = { rule: "S54", sentence: "Nobody came (rule S54)." };
  open({ open_interview: () => view });
  expect(await screen.findByText("Nobody came (rule S54).")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Submit feedback" })).toBeNull();
});
