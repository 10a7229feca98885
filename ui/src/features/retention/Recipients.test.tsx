import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import type {
  RecipientNoticeId,
  RecipientNoticeView,
  RecipientsView,
  RecipientToTell,
} from "../../ipc/generated/bindings";
import { eraseOn, TODAY } from "../../ipc/testing/model";
import { renderScreen } from "../../ipc/testing/renderScreen";
import { ErasureFlow } from "./ErasureFlow";
import { RetentionScreen } from "./RetentionScreen";

const toTell: RecipientToTell = {
  category: "membersAndDepartments",
  recipient: "Office of A. Member",
  people: 2,
  applications: 1,
  given: [
    { on: "2026-05-04", purpose: "officeReview", number: 2 },
    { on: "2026-05-09", purpose: "reply", number: 1 },
  ],
  by: "2026-11-20",
};

const late: RecipientNoticeView = {
  notice: "notice-1" as RecipientNoticeId,
  toTell,
  because: "erasure",
  request: null,
  since: "2026-11-06",
  again: false,
  daysLeft: -3,
  toldOn: null,
  toldBy: null,
};

const told: RecipientNoticeView = {
  ...late,
  notice: "notice-2" as RecipientNoticeId,
  toTell: { ...toTell, recipient: "Some Agency" },
  again: true,
  toldOn: "2026-11-10",
  toldBy: "Alex",
};

function open(view: RecipientsView) {
  return renderScreen(<RetentionScreen />, {
    list_recipients: () => view,
    tell_recipient: () => ({ undo: 1 }),
  });
}

it("says loudly who is late, leads to the list, and notes the day one was told", async () => {
  const { user, asks } = open({ notices: [late, told], mayTell: true });
  expect(await screen.findByText("1 recipient should have been told by now")).toBeDefined();
  await user.click(screen.getByRole("button", { name: "See recipients" }));
  const table = await screen.findByRole("table", { name: /^Recipients, those to be told first/ });
  const [, first, second] = within(table).getAllByRole("row");
  expect(first?.textContent).toContain("2 people and 1 application of another");
  expect(first?.textContent).toContain("4 May 2026 (×2), 9 May 2026");
  expect(second?.textContent).toContain("Told on 10 Nov 2026");
  expect(second?.textContent).toContain("it may have been told before");
  await user.click(within(table).getByRole("button", { name: "Office of A. Member was told" }));
  await user.click(await screen.findByRole("button", { name: "Note it" }));
  expect(asks("tell_recipient").map(({ request }) => request)).toEqual([
    { notice: "notice-1", on: TODAY },
  ]);
});

it("lets an auditor read the list and note nothing", async () => {
  const { user } = open({ notices: [late], mayTell: false });
  await user.click(await screen.findByRole("tab", { name: /^Recipients/ }));
  expect(await screen.findByText("Office of A. Member")).toBeDefined();
  expect(screen.queryByRole("button", { name: /was told$/ })).toBeNull();
});

it("says that nobody is to be told", async () => {
  const { user } = open({ notices: [], mayTell: true });
  await user.click(await screen.findByRole("tab", { name: "Recipients" }));
  expect(await screen.findByText("Nobody to tell")).toBeDefined();
});

it("shows who must be told before anybody goes, and saves the notices while there are names", async () => {
  const Chosen = () => {
    const due = [...view.fake.store.candidates.values()].find((one) => isDue(eraseOn(one)));
    return due && <ErasureFlow candidates={[due.id]} onClose={() => {}} />;
  };
  const view = renderScreen(<Chosen />, { save_notices: () => ({ saved: 1 }) });
  for (const one of view.fake.store.candidates.values()) {
    one.disclosures.push({
      disclosure: "disclosure-1" as never,
      category: "surveys",
      recipient: "Some Survey",
      purpose: "survey",
      classes: ["contact"],
      on: "2026-06-01",
      grounds: null,
      vacancyTitle: null,
      recordedBy: "Alex",
      recordedAt: "2026-06-01T10:00:00Z",
    });
  }
  expect(
    await screen.findByRole("heading", { name: "1 recipient must be told by 7 Dec 2026" }),
  ).toBeDefined();
  await view.user.click(screen.getByRole("button", { name: "Save the notices…" }));
  expect(await screen.findByRole("group", { name: /^Saved 1 notice/ })).toBeDefined();
  await view.user.type(screen.getByRole("textbox", { name: /^Type/ }), "ERASE 1");
  await view.user.click(screen.getByRole("button", { name: "Erase one person" }));
  expect(await screen.findByText("1 recipient must be told by 7 Dec 2026")).toBeDefined();
});

function isDue(date: string | null): boolean {
  return date !== null && date <= TODAY;
}
