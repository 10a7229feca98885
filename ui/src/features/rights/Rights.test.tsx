import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import type {
  AnswerView,
  IncidentClockView,
  IncidentId,
  IncidentView,
} from "../../ipc/generated/bindings";
import { renderScreen } from "../../ipc/testing/renderScreen";
import { IncidentScreen } from "./IncidentScreen";
import { clockTone, clockWord } from "./incidentWords";
import { ReportNoticed } from "./ReportNoticed";
import { RightsScreen } from "./RightsScreen";

const id = "incident-1" as IncidentId;

const clock: IncidentClockView = {
  dueAt: "2026-11-26T10:00:00Z",
  dueOn: "2026-11-26",
  minutesLeft: 70 * 60,
  state: "running",
  because: {
    rule: "BRE-03",
    sentence: "The ICO is told within 72 hours of 23 November 2026, 10:00.",
  },
};

const answer: AnswerView = {
  awareAt: "2026-11-23T10:00:00Z",
  awareReason: "",
  people: null,
  told: 0,
  here: 0,
  untold: 0,
  assessment: null,
  assessedBy: null,
  decision: null,
  decidedBy: null,
  notTold: null,
  measures: "",
  lessons: "",
  letter: [],
  accounts: [{ account: "account-1" as AnswerView["accounts"][number]["account"], name: "Alex" }],
};

const view: IncidentView = {
  incident: id,
  revision: 4,
  number: "I-0001",
  kind: "lostOrStolen",
  facts: "A laptop was left on a train.",
  happenedOn: null,
  noticedAt: "2026-11-23T10:00:00Z",
  noticedOn: "2026-11-23",
  laptop: "unknown",
  reportedBy: "Jo",
  reportedAt: "2026-11-23T11:00:00Z",
  clock,
  next: "people",
  closed: null,
  answer: { is: "shown", value: answer },
  mayKeep: true,
};

const open = (part: Partial<IncidentView>, answered: Partial<AnswerView> = {}) =>
  renderScreen(<IncidentScreen id={id} />, {
    open_incident: () => ({
      ...view,
      answer: { is: "shown", value: { ...answer, ...answered } },
      ...part,
    }),
    save_report: () => ({ saved: true }),
  });

it("says the hours left in words, and when they are over", () => {
  expect(clockWord("running", 70 * 60 + 59)).toBe("70 hours left");
  expect(clockWord("running", 60)).toBe("1 hour left");
  expect(clockWord("running", 59)).toBe("59 minutes left");
  expect(clockWord("running", 1)).toBe("1 minute left");
  expect(clockWord("late", -1)).toBe("Less than an hour late");
  expect(clockWord("late", -150)).toBe("2 hours late");
  expect(clockWord("met", 12)).toBe("Told in time");
  expect(clockTone("running", 23 * 60)).toBe("warn");
});

it("reports an incident by three answers, and sends no state of a laptop that had none", async () => {
  const { user, asks } = renderScreen(<RightsScreen />);
  expect(await screen.findByText("No incident was reported.")).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Report an incident" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Report an incident" }));
  await user.click(dialog.getByRole("button", { name: "Report it" }));
  expect(dialog.getByRole("alert").textContent).toContain("Choose what happened");
  await user.click(dialog.getByRole("radio", { name: "Something was sent to the wrong person" }));
  await user.type(dialog.getByRole("textbox", { name: "In a few words" }), "A form went astray.");
  const at = dialog.getByRole("textbox", { name: "Noticed at" });
  await user.clear(at);
  await user.type(at, "10:15");
  await user.click(dialog.getByRole("button", { name: "Report it" }));
  expect(asks("report_incident").at(-1)?.request).toEqual({
    first: {
      kind: "wrongRecipient",
      facts: "A form went astray.",
      happenedOn: null,
      noticedOn: "2026-11-23",
      noticedAt: "10:15",
      laptop: null,
    },
  });
});

it("puts the next step first, and explains the clock", async () => {
  const { user } = open({});
  expect(await screen.findByText("70 hours left")).toBeDefined();
  expect(screen.getByRole("button", { name: "Say who" })).toBeDefined();
  await user.click(screen.getByRole("button", { name: /^Why\?/ }));
  expect(await screen.findByText(/within 72 hours of 23 November/)).toBeDefined();
});

it("counts whom a lost laptop could reach before anybody is named", async () => {
  const { user, asks } = open({});
  const panel = await screen.findByRole("region", { name: "Next step" });
  await user.click(within(panel).getByRole("button", { name: "Say who" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Who is affected?" }));
  await user.click(dialog.getByRole("button", { name: /Whose laptop was it\?/ }));
  await user.click(await screen.findByRole("option", { name: "Alex" }));
  expect(await dialog.findByText("It could open the records of 12 people")).toBeDefined();
  expect(asks("list_affected")).toHaveLength(0);
  await user.click(dialog.getByRole("button", { name: "Save who is affected" }));
  expect(asks("change_affected").at(-1)?.request).toEqual({
    incident: id,
    revision: 4,
    change: { kind: "reach", account: "account-1" },
  });
});

it("lists who is affected on demand alone", async () => {
  const { asks } = open({ next: "assess" }, { people: 3, here: 2, told: 0, untold: 2 });
  expect(await screen.findByText(/3 people are affected/)).toBeDefined();
  expect(screen.getByText(/1 of them is gone since, and the number stays/)).toBeDefined();
  expect(asks("list_affected")).toHaveLength(0);
});

it("does not offer to leave a risk unreported, and asks for a time", async () => {
  const { user, asks } = open(
    { next: "decide" },
    {
      people: 0,
      assessment: {
        classes: ["contact"],
        likelihood: "possible",
        severity: "serious",
        risk: "risk",
        grounds: "It was unlocked.",
        consequences: "",
      },
    },
  );
  await user.click(await screen.findByRole("button", { name: "Record the decision" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Is the ICO told?" }));
  expect(dialog.queryByRole("radio", { name: "The ICO is not told" })).toBeNull();
  await user.click(dialog.getByRole("button", { name: "Record it" }));
  expect(dialog.getByRole("alert").textContent).toContain("Enter a time such as 09:30");
  await user.type(dialog.getByRole("textbox", { name: "Told at" }), "11:30");
  await user.click(dialog.getByRole("button", { name: "Record it" }));
  expect(asks("decide_incident").at(-1)?.request).toMatchObject({
    decision: { kind: "reported", on: "2026-11-23", at: "11:30", reference: null, late: "" },
  });
});

it("shows whoever reported it how far it has come, and not what was answered", async () => {
  open({ answer: { is: "withheld", rule: "A2", because: "Only HR may do this." }, mayKeep: false });
  expect(await screen.findByText("Thank you for saying so")).toBeDefined();
  expect(screen.getByText("A laptop was left on a train.")).toBeDefined();
  expect(screen.queryByRole("button", { name: "Save the draft report…" })).toBeNull();
  expect(screen.queryByText("The risk")).toBeNull();
});

it("saves the draft report", async () => {
  const { user, asks } = open({});
  await user.click(await screen.findByRole("button", { name: "Save the draft report…" }));
  expect(asks("save_report").at(-1)?.request).toEqual({
    of: { of: "incident", incident: id },
    form: "pdf",
  });
});

it("offers to report what the program noticed by itself, with its words filled in", async () => {
  const { user, asks } = renderScreen(<ReportNoticed what="brokenJournal" />);
  await user.click(await screen.findByRole("button", { name: "Report an incident" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Report an incident" }));
  const at = dialog.getByRole("textbox", { name: "Noticed at" });
  await user.clear(at);
  await user.type(at, "10:15");
  await user.click(dialog.getByRole("button", { name: "Report it" }));
  expect(asks("report_incident").at(-1)?.request).toMatchObject({
    first: { kind: "altered", facts: expect.stringContaining("the journal was changed") },
  });
});
