import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import type { AccountId, CandidateId, ClockView, SecondPerson } from "../../ipc/generated/bindings";
import { renderScreen } from "../../ipc/testing/renderScreen";
import { RetentionScreen } from "./RetentionScreen";

const why = { rule: "T-07", sentence: "The clock of this computer is not right." };
const bea: SecondPerson = { account: "account-bea" as AccountId, name: "Bea Second" };
const cid: SecondPerson = { account: "account-cid" as AccountId, name: "Cid Third" };

/** The preview of an erasure of one person, by a clock. */
async function previewBy(clock: ClockView) {
  const view = renderScreen(<RetentionScreen />, {
    preview_erasure: () => ({
      preview: 1,
      total: 1,
      goes: [{ candidate: "candidate-1" as CandidateId, name: "Ann", eraseOn: null, because: why }],
      stays: [],
      staysTotal: 0,
      partsTotal: 0,
      partsByClass: [],
      parts: [],
      partsKept: [],
      recipients: [],
      confirm: "ERASE 1",
      clock,
      bulk: null,
    }),
  });
  await view.user.click(await screen.findByRole("button", { name: /^Preview erasure of/ }));
  await screen.findByRole("heading", { name: "Erase one person" });
  return view;
}

it("offers no erasure while the clock is set back", async () => {
  await previewBy({ is: "setBack", why });
  expect(screen.getByText("The clock was set back")).toBeDefined();
  expect(screen.getByText(why.sentence, { selector: "[class*=notice] p" })).toBeDefined();
  expect(screen.queryByRole("button", { name: "Erase one person" })).toBeNull();
});

it("says whom to add where nobody else may confirm the date", async () => {
  await previewBy({ is: "jumped", why, others: [] });
  expect(screen.getByText(/Add another HR administrator/)).toBeDefined();
  expect(screen.queryByRole("button", { name: "Erase one person" })).toBeNull();
});

it("asks for a second person after a jump, and sends their word", async () => {
  const view = await previewBy({ is: "jumped", why, others: [bea, cid] });
  await view.user.type(screen.getByRole("textbox", { name: /^Type/ }), "ERASE 1");
  await view.user.click(screen.getByRole("button", { name: "Erase one person" }));
  expect(screen.getByRole("alert").textContent).toContain("Choose who confirms this");
  expect(view.asks("erase")).toHaveLength(0);

  await view.user.click(screen.getByRole("button", { name: /Second person/ }));
  await view.user.click(await screen.findByRole("option", { name: "Cid Third" }));
  await view.user.type(screen.getByLabelText("Their passphrase"), "their words");
  await view.user.click(screen.getByRole("button", { name: "Erase one person" }));
  expect(view.asks("erase")[0]?.request).toMatchObject({
    second: { account: cid.account, passphrase: "their words" },
  });
});
