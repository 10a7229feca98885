import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import type { AccountId, AccountRow, Compartment, Status } from "../../ipc/generated/bindings";
import { makeFakeTransport } from "../../ipc/testing/fake";
import { renderScreen } from "../../ipc/testing/renderScreen";
import { PeopleScreen } from "./PeopleScreen";

const KEYS: Compartment[] = ["identityAndRightToWork", "healthAndAdjustments"];
const person = (name: string, more: Partial<AccountRow>): AccountRow => ({
  account: name as AccountId,
  name,
  role: "hrAdministrator",
  until: null,
  addedOn: "2026-11-02",
  vacancies: 0,
  trainedThrough: null,
  sealed: [],
  mayHold: KEYS,
  ...more,
});

async function open(row: AccountRow, own: Compartment[] = []) {
  const view = renderScreen(<PeopleScreen />, {
    list_accounts: () => ({
      rows: [row, person("account-1", { sealed: own })],
      recovery: "missing",
      keysOfHr: own,
    }),
  });
  const act = async (action: string) => {
    await view.user.click(await screen.findByRole("button", { name: `More for ${row.name}` }));
    await view.user.click(screen.getByRole("menuitem", { name: action }));
    return within(await screen.findByRole("dialog"));
  };
  return { ...view, act };
}

it("says what a change of role does to somebody before it is made", async () => {
  const view = await open(person("Hana", { sealed: KEYS, vacancies: 2 }));
  const dialog = await view.act("Change role");
  expect(dialog.queryByText(/What changes for Hana/)).toBeNull();
  await view.user.click(dialog.getByText("Data protection officer"));
  expect(dialog.getByText(/They lose the keys to what is sealed: Identity and right/)).toBeTruthy();
  expect(dialog.getByText(/do not count while they have this role/)).toBeTruthy();
});

it("asks for an auditor’s last day, and for none of a member’s", async () => {
  const view = await open(person("Hana", {}));
  const dialog = await view.act("Change role");
  const save = dialog.getByRole("button", { name: "Change role" });
  await view.user.click(dialog.getByText("Auditor"));
  await view.user.click(save);
  expect(dialog.getByRole("alert").textContent).toContain("last day");
  await view.user.click(dialog.getByText("Member"));
  await view.user.click(save);
  expect(await screen.findByRole("group", { name: "Hana is now: Member" })).toBeTruthy();
  expect(view.asks("change_role").at(-1)?.request).toEqual({
    account: "Hana",
    role: "member",
    until: null,
  });
});

it("offers to give only the keys that one holds, and to whose role may hold them", async () => {
  const view = await open(person("Hana", { sealed: [] }), ["healthAndAdjustments"]);
  const dialog = await view.act("Sealed classes");
  expect(dialog.getAllByRole("button", { name: /^Give the key/ })).toHaveLength(1);
  await view.user.click(
    dialog.getByRole("button", { name: "Give the key: Health and adjustments" }),
  );
  expect(view.asks("give_compartment").at(-1)?.request).toEqual({
    account: "Hana",
    compartment: "healthAndAdjustments",
  });
  expect(dialog.getAllByText(/You do not hold this key/)).toHaveLength(1);
  expect(dialog.getAllByText(/Only HR administrators may hold this key/)).toHaveLength(2);
});

it("says which keys a reset loses, before and after", async () => {
  const view = await open(person("Hana", { sealed: KEYS }), ["healthAndAdjustments"]);
  const dialog = await view.act("Reset passphrase");
  expect(dialog.getByText(/loses them: Identity and right to work\. /)).toBeTruthy();
  await view.user.click(dialog.getByLabelText("New passphrase"));
  await view.user.paste("five words you would not guess");
  await view.user.click(dialog.getByRole("button", { name: "Reset passphrase" }));
  expect(await screen.findByRole("group", { name: "Hana has a new passphrase" })).toBeTruthy();
});

it("refuses an audit that is too long before asking", async () => {
  const view = await open(person("Ada", { role: "auditor", until: "2026-12-31" }));
  const dialog = await view.act("Give audit access");
  await view.user.click(dialog.getByRole("radio", { name: /^Everything/ }));
  const day = within(dialog.getByRole("group", { name: "Last day" }));
  await view.user.click(day.getByRole("spinbutton", { name: /^day,/ }));
  await view.user.keyboard("01032027");
  await view.user.click(dialog.getByRole("button", { name: "Give access" }));
  expect(dialog.getByRole("alert").textContent).toContain("at most 90 days on");
  expect(view.asks("grant_audit")).toHaveLength(0);
});

it("lets the data protection officer look and change nothing", async () => {
  const { invoke } = makeFakeTransport({ standing: "open" });
  const view = renderScreen(<PeopleScreen />, {
    status: async () => {
      const status = (await invoke("status", {})) as Status;
      if (status.standing.kind === "open") {
        status.standing.viewer.may = ["readAccounts", "reviewAccess"];
      }
      return status;
    },
  });
  const [, other] = await screen.findAllByRole("button", { name: /^More for/ });
  if (other === undefined) throw new Error("nobody else");
  await view.user.click(other);
  expect(screen.getAllByRole("menuitem").map((item) => item.textContent)).toEqual([
    "What can they see?",
  ]);
  await view.user.keyboard("{Escape}");
  expect(screen.getByRole("button", { name: "Save as a file" })).toBeTruthy();
  expect(screen.getByText("Longest audit")).toBeTruthy();
  for (const name of ["Add an account", "Change", "Make a recovery sheet"]) {
    expect(screen.queryByRole("button", { name })).toBeNull();
  }
});

it("lists a timer’s key, which can be taken away and nothing else", async () => {
  const view = await open(person("Sweep timer", { role: "sweepTimer" }));
  expect(await screen.findByText("Starts the sweep of what is due, and nothing else")).toBeTruthy();
  await view.user.click(screen.getByRole("button", { name: "More for Sweep timer" }));
  const items = screen.getAllByRole("menuitem").map((item) => item.textContent);
  expect(items).toEqual(["Remove account"]);
});
