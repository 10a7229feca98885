import { screen, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import type {
  CandidateId,
  MessagePurpose,
  MessageTemplateId,
  ReserveContactId,
  ReserveEntryId,
  ReserveMatch,
  ReserveMatches,
  TemplateView,
  VacancyId,
} from "../../ipc/generated/bindings";
import { renderScreen } from "../../ipc/testing/renderScreen";
import { MatchesTab } from "./MatchesTab";

const vacancy = "vacancy-1" as VacancyId;
const match = (number: number, part: Partial<ReserveMatch> = {}): ReserveMatch => ({
  entry: `reserve-${number}` as ReserveEntryId,
  candidate: `candidate-${number}` as CandidateId,
  name: ["Amina Khan", "Bo Li", "Cai Rees"][number] ?? "",
  roles: "Press",
  merit: "",
  endsOn: "2027-10-05",
  reasons: ["Has the skill Welsh."],
  gaps: ["Not noted of them: Media relations."],
  contact: null,
  preferred: "post",
  mayContact: true,
  mayWrite: true,
  refused: null,
  ...part,
});
const template = (id: string, purpose: MessagePurpose): TemplateView => ({
  template: id as MessageTemplateId,
  revision: 1,
  purpose,
  name: id,
  subject: "",
  body: "",
});
const view = (value: ReserveMatch[]): ReserveMatches => ({
  asks: {
    family: "Press",
    skills: ["Welsh", "Media relations"],
    place: null,
    arrangement: null,
    office: null,
  },
  kind: "job",
  people: { is: "shown", value },
  may: ["editVacancy"],
});
const shown = (value: ReserveMatch[]) =>
  renderScreen(<MatchesTab vacancy={vacancy} title="Press Officer" />, {
    reserve_matches: () => view(value),
    record_contact: () => ({ undo: 1 }),
    answer_contact: () => ({ undo: 2 }),
    describe_role: () => ({ undo: 3 }),
  });

it("says why each person may fit and what does not, and leaves nobody out", async () => {
  shown([match(0), match(1, { reasons: [] })]);
  const card = await screen.findByRole("article", { name: "Amina Khan" });
  expect(
    within(within(card).getByRole("list", { name: /Why Amina Khan/ })).getByText(
      "Has the skill Welsh.",
    ),
  ).toBeDefined();
  expect(within(card).getByText("Not noted of them: Media relations.")).toBeDefined();
  expect(screen.getByText("One more person is on the list")).toBeDefined();
  expect(screen.getByRole("article", { name: "Bo Li", hidden: true })).toBeDefined();
});

it("records a contact by the way the person prefers", async () => {
  const { user, asks } = shown([match(0)]);
  await user.click(await screen.findByRole("button", { name: "Contact Amina Khan" }));
  const ways = screen.getAllByRole("radio");
  expect(ways[0]?.closest("label")?.textContent).toContain("By post");
  await user.click(screen.getByRole("button", { name: "Record contact" }));
  await vi.waitFor(() => expect(asks("record_contact")).toHaveLength(1));
  expect(asks("record_contact")[0]?.request).toMatchObject({
    candidate: "candidate-0",
    entry: "reserve-0",
    vacancy,
    channel: "post",
    on: "2026-11-23",
  });
});

it("records what came of it, with what follows from it", async () => {
  const contact = {
    contact: "contact-1" as ReserveContactId,
    vacancyTitle: "Press Officer",
    contactedOn: "2026-11-20",
    channel: "email" as const,
    outcome: null,
    answeredOn: null,
    recordedBy: "Rowan Ellis",
  };
  const { user, asks } = shown([match(0, { contact })]);
  await user.click(await screen.findByRole("button", { name: "Record the answer of Amina Khan" }));
  await user.click(screen.getByRole("radio", { name: /They are interested/ }));
  expect(screen.getByText(/An application for this vacancy begins/)).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Save" }));
  await vi.waitFor(() => expect(asks("answer_contact")).toHaveLength(1));
  expect(asks("answer_contact")[0]?.request).toMatchObject({
    contact: "contact-1",
    outcome: "interested",
  });
});

it("offers nobody for contact whom a rule keeps from it, and says which", async () => {
  const sentence = "They asked not to be approached, so nobody contacts them (rule ERA-09).";
  shown([match(0, { refused: { rule: "ERA-09", sentence } })]);
  expect(await screen.findByText(sentence)).toBeDefined();
  expect(screen.queryByRole("button", { name: /^Contact/ })).toBeNull();
});

it("says what a role asks for", async () => {
  const { user, asks } = shown([]);
  await user.click(await screen.findByRole("button", { name: "Change" }));
  const skills = screen.getByRole("textbox", { name: /Skills/ });
  await user.clear(skills);
  await user.type(skills, "Welsh, sums ,welsh");
  await user.click(screen.getByRole("button", { name: "Save" }));
  await vi.waitFor(() => expect(asks("describe_role")).toHaveLength(1));
  expect(asks("describe_role")[0]?.request).toMatchObject({
    asks: {
      family: "Press",
      skills: ["Welsh", "sums"],
      place: null,
      arrangement: null,
      office: null,
    },
  });
});

it("writes to somebody by e-mail, from the template for that, and records the contact with it", async () => {
  const { user, asks } = renderScreen(<MatchesTab vacancy={vacancy} title="Press Officer" />, {
    reserve_matches: () => view([match(0, { preferred: "email" })]),
    list_templates: () => ({
      templates: [
        template("received", "applicationReceived"),
        template("listed", "reserveList"),
        template("also-listed", "reserveList"),
      ],
      fields: [],
      mayEdit: false,
    }),
    merge_template: () => ({
      purpose: "reserveList",
      subject: "A role",
      body: "Dear Amina, a role.",
    }),
    hand_over_message: () => ({ saved: true }),
  });
  await user.click(await screen.findByRole("button", { name: "Contact Amina Khan" }));
  await user.click(screen.getByRole("button", { name: "Write a message" }));
  const sheet = await screen.findByRole("dialog", { name: "Write to Amina Khan" });
  expect(await within(sheet).findByDisplayValue("Dear Amina, a role.")).toBeDefined();
  expect(within(sheet).getByText(/recorded as a contact about Press Officer/)).toBeDefined();
  expect(asks("merge_template").map(({ request }) => request)).toEqual([
    { candidate: "candidate-0", application: null, vacancy: "vacancy-1", template: "listed" },
  ]);
  await vi.waitFor(() => expect(asks("save_draft").length).toBeGreaterThan(0));
  await user.click(within(sheet).getByRole("button", { name: "Save as .eml" }));
  await vi.waitFor(() => expect(asks("hand_over_message")).toHaveLength(1));
  expect(asks("hand_over_message")[0]?.request).toMatchObject({
    listed: { entry: "reserve-0", vacancy: "vacancy-1" },
  });
  expect(asks("record_contact"), "it is recorded with the message, not besides").toHaveLength(0);
});

it("offers no message to who may not write to them, nor for another way", async () => {
  const { user } = shown([match(0, { mayWrite: false }), match(1)]);
  await user.click(await screen.findByRole("button", { name: "Contact Amina Khan" }));
  await user.click(screen.getByRole("radio", { name: /e-mail/i }));
  expect(screen.queryByRole("button", { name: "Write a message" })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Cancel" }));
  await user.click(screen.getByRole("button", { name: "Contact Bo Li" }));
  expect(screen.queryByRole("button", { name: "Write a message" })).toBeNull();
  await user.click(screen.getByRole("radio", { name: /e-mail/i }));
  expect(screen.getByRole("button", { name: "Write a message" })).toBeDefined();
});
