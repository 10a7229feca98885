import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import type {
  CandidateId,
  ComplaintClockView,
  ComplaintFile,
  ComplaintId,
  ComplaintView,
} from "../../../ipc/generated/bindings";
import { renderScreen } from "../../../ipc/testing/renderScreen";
import { ComplaintScreen } from "./ComplaintScreen";
import { Complaints } from "./Complaints";
import { clockTone, clockWord } from "./complaintWords";

const id = "complaint-1" as ComplaintId;

const clock: ComplaintClockView = {
  state: "unacknowledged",
  by: "2026-12-23",
  daysLeft: 30,
  daysOpen: 0,
  because: {
    rule: "CMP-02",
    sentence: "Receipt is confirmed within 30 days: by 23 December 2026.",
  },
};

const file: ComplaintFile = {
  candidate: "candidate-1" as CandidateId,
  name: "Ottoline Ruckleshaw",
  said: "You still have my form.",
  against: null,
  notes: [],
  reasons: "",
  gone: false,
};

const view: ComplaintView = {
  complaint: id,
  revision: 3,
  number: "C-0001",
  topic: "keptTooLong",
  received: { on: "2026-11-23", how: "email" },
  recordedBy: "Jo",
  recordedOn: "2026-11-23",
  acknowledged: null,
  progressBy: null,
  outcome: null,
  decidedBy: null,
  changes: "",
  told: null,
  next: "acknowledge",
  clock,
  file: { is: "shown", value: file },
  request: null,
  mayKeep: true,
  notYours: null,
};

const open = (part: Partial<ComplaintView>, written: Partial<ComplaintFile> = {}) =>
  renderScreen(<ComplaintScreen id={id} />, {
    open_complaint: () => ({
      ...view,
      file: { is: "shown", value: { ...file, ...written } },
      ...part,
    }),
    confirm_complaint: () => ({ undo: 7 }),
    note_complaint: () => ({ undo: 8 }),
    decide_complaint: () => ({ undo: null }),
    close_complaint: () => ({ undo: 9 }),
  });

it("says the days in words, and grows warmer", () => {
  expect(clockWord(clock)).toBe("30 days to confirm receipt");
  expect(clockWord({ ...clock, daysLeft: 0 })).toBe("Confirm receipt today");
  expect(clockWord({ ...clock, state: "late", daysLeft: -1 })).toBe("Receipt is 1 day late");
  expect(clockWord({ ...clock, state: "slow", daysOpen: 61 })).toBe("Open for 61 days");
  expect(clockTone("unacknowledged", 8)).toBe("info");
  expect(clockTone("unacknowledged", 7)).toBe("warn");
  expect(clockTone("slow", 12)).toBe("warn");
  expect(clockTone("overdue", -1)).toBe("danger");
});

it("enters a complaint of somebody who has no record here", async () => {
  const { user, asks } = renderScreen(<Complaints />);
  expect(await screen.findByText("Nobody has complained.")).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Enter a complaint" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Enter a complaint" }));
  await user.click(dialog.getByRole("button", { name: "Enter it" }));
  expect(dialog.getByRole("alert").textContent).toContain("Find and choose who complains");
  await user.click(dialog.getByRole("radio", { name: "Somebody else" }));
  await user.type(dialog.getByRole("textbox", { name: "Their name" }), "Basil Thistlewood");
  await user.click(dialog.getByRole("radio", { name: "By letter" }));
  await user.click(dialog.getByRole("radio", { name: "Their data are kept too long" }));
  await user.type(dialog.getByRole("textbox", { name: "What do they say?" }), "Still here.");
  await user.click(dialog.getByRole("button", { name: "Enter it" }));
  expect(asks("record_complaint").at(-1)?.request).toEqual({
    complaint: {
      receivedOn: "2026-11-23",
      how: "letter",
      from: { kind: "other", name: "Basil Thistlewood" },
      topic: "keptTooLong",
      words: "Still here.",
      against: null,
    },
  });
  expect(await screen.findByText("30 days to confirm receipt")).toBeDefined();
  expect(screen.getByText("Received: 1 in quarter 4 of 2026.")).toBeDefined();
});

it("finds whom it is about by a name", async () => {
  const { user, asks } = renderScreen(<Complaints />);
  await user.click(await screen.findByRole("button", { name: "Enter a complaint" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Enter a complaint" }));
  await user.type(dialog.getByRole("textbox", { name: "Find them" }), "kh");
  const found = await dialog.findByRole("radiogroup", { name: /Whose data it is about/ });
  const [first] = within(found).getAllByRole("radio");
  if (first === undefined) throw new Error("nobody is found");
  await user.click(first);
  await user.click(dialog.getByRole("radio", { name: "By e-mail" }));
  await user.click(dialog.getByRole("radio", { name: "Their data are wrong" }));
  await user.type(dialog.getByRole("textbox", { name: "What do they say?" }), "My name is wrong.");
  await user.click(dialog.getByRole("button", { name: "Enter it" }));
  expect(asks("record_complaint").at(-1)?.request).toMatchObject({
    complaint: { from: { kind: "candidate" }, topic: "inaccurate" },
  });
});

it("puts the next step first, explains the days, and takes a step back by undo", async () => {
  const { user, asks } = open({});
  expect(await screen.findByText("30 days to confirm receipt")).toBeDefined();
  await user.click(screen.getByRole("button", { name: /^Why\?/ }));
  expect(await screen.findByText(/by 23 December 2026/)).toBeDefined();
  await user.keyboard("{Escape}");
  expect(screen.getByText("Nothing of theirs is erased until the outcome has gone.")).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Record it" }));
  const dialog = within(await screen.findByRole("dialog", { name: "When was receipt confirmed?" }));
  await user.click(dialog.getByRole("button", { name: "Save" }));
  expect(asks("confirm_complaint").at(-1)?.request).toEqual({
    complaint: id,
    revision: 3,
    on: "2026-11-23",
    how: "email",
  });
  expect(await screen.findByRole("button", { name: /Undo/ })).toBeDefined();
});

it("records the outcome with its reasons, and offers the letter before the last step", async () => {
  const { user, asks } = open({ next: "decide", acknowledged: { on: "2026-11-24", how: "email" } });
  const next = within(await screen.findByRole("region", { name: "Next step" }));
  await user.click(next.getByRole("button", { name: "Record the outcome" }));
  const dialog = within(await screen.findByRole("dialog", { name: "What comes of it?" }));
  await user.click(dialog.getByRole("button", { name: "Save" }));
  expect(dialog.getByRole("alert").textContent).toContain("Say what you found");
  await user.click(dialog.getByRole("radio", { name: "They are right" }));
  await user.type(dialog.getByRole("textbox", { name: "What you found" }), "It lay in a drawer.");
  await user.click(dialog.getByRole("button", { name: "Save" }));
  expect(asks("decide_complaint").at(-1)?.request).toEqual({
    complaint: id,
    revision: 3,
    outcome: "upheld",
    reasons: "It lay in a drawer.",
    changes: "",
  });
});

it("saves the letter once the outcome is recorded", async () => {
  const { user, asks } = open({ next: "tell", outcome: "upheld", decidedBy: "Jo" });
  await user.click(await screen.findByRole("button", { name: "Save the letter…" }));
  expect(asks("save_outcome_letter").at(-1)?.request).toEqual({ complaint: id });
});

it("shows an auditor the line, and neither who complains nor a word of it", async () => {
  open({
    file: { is: "withheld", rule: "A3", because: "Your role reads this (rule A3)." },
    mayKeep: false,
  });
  expect(await screen.findByText(/Who complains and what was written of it/)).toBeDefined();
  expect(screen.queryByText("You still have my form.")).toBeNull();
  expect(screen.queryByRole("button", { name: "Record it" })).toBeNull();
});

it("says that somebody else answers what is about oneself", async () => {
  open({
    mayKeep: false,
    notYours: {
      rule: "CMP-07",
      sentence: "This complaint is about you: somebody else answers it.",
    },
  });
  expect(await screen.findByText("Somebody else answers this")).toBeDefined();
  expect(screen.queryByRole("region", { name: "Next step" })).toBeNull();
});

it("begins an incident from a complaint that reports one, with its day of receipt", async () => {
  const { user, asks } = open({ topic: "shared", received: { on: "2026-11-20", how: "email" } });
  await user.click(await screen.findByRole("button", { name: "Report an incident" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Report an incident" }));
  await user.click(dialog.getByRole("radio", { name: "Something was sent to the wrong person" }));
  await user.type(dialog.getByRole("textbox", { name: "In a few words" }), "A form went astray.");
  await user.click(dialog.getByRole("button", { name: "Report it" }));
  expect(asks("report_incident").at(-1)?.request).toMatchObject({
    first: { noticedOn: "2026-11-20" },
  });
});
