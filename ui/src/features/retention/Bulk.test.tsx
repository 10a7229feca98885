import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import type { AccountId, BulkView, CandidateId } from "../../ipc/generated/bindings";
import { renderScreen } from "../../ipc/testing/renderScreen";
import { RetentionScreen } from "./RetentionScreen";

const why = { rule: "ERA-01", sentence: "This erases 140 people at once." };
const bea = { account: "account-bea" as AccountId, name: "Bea Second" };

/** The preview of an erasure of 140 people. */
async function preview(others: BulkView["others"]) {
  const view = renderScreen(<RetentionScreen />, {
    preview_erasure: () => ({
      preview: 1,
      total: 140,
      goes: [{ candidate: "candidate-1" as CandidateId, name: "Ann", eraseOn: null, because: why }],
      stays: [],
      staysTotal: 0,
      partsTotal: 0,
      partsByClass: [],
      parts: [],
      partsKept: [],
      recipients: [],
      confirm: "ERASE 140",
      clock: { is: "sound" },
      bulk: { above: 100, why, others },
    }),
  });
  await view.user.click(await screen.findByRole("button", { name: /^Preview erasure of/ }));
  await screen.findByRole("heading", { name: "Erase 140 people" });
  return view;
}

it("says what to do where nobody else may agree to so many", async () => {
  await preview([]);
  expect(screen.getByText("More than 100 people at once")).toBeDefined();
  expect(screen.getByText(/have what is due erased at sign-in/)).toBeDefined();
  expect(screen.queryByRole("button", { name: "Erase 140 people" })).toBeNull();
});

it("asks for a second person above the threshold, and sends their word", async () => {
  const view = await preview([bea]);
  await view.user.type(screen.getByRole("textbox", { name: /^Type/ }), "ERASE 140");
  await view.user.click(screen.getByRole("button", { name: "Erase 140 people" }));
  expect(screen.getByRole("alert").textContent).toContain("Enter the second person’s passphrase");
  expect(view.asks("erase")).toHaveLength(0);

  await view.user.type(screen.getByLabelText("Their passphrase"), "their words");
  await view.user.click(screen.getByRole("button", { name: "Erase 140 people" }));
  expect(view.asks("erase")[0]?.request).toMatchObject({
    second: { account: bea.account, passphrase: "their words" },
  });
});
