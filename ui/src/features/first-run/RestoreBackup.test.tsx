import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { PASSPHRASE } from "../../ipc/testing/model";
import { renderScreen } from "../../ipc/testing/renderScreen";
import { RestoreBackup } from "./RestoreBackup";

const STATUS = {
  standing: { kind: "noStore" as const },
  folder: "~/fairhold",
  sample: false,
  appearance: "system" as const,
  idleLock: 5,
  zoom: 100,
  tourSeen: true,
  today: "2026-11-23",
  version: "0.1.0",
};

async function chosen() {
  const view = renderScreen(<RestoreBackup status={STATUS} onBack={() => undefined} />);
  await view.user.click(await screen.findByRole("button", { name: "Choose a backup…" }));
  await screen.findByText(/This backup was made/);
  return view;
}

it("puts a backup back, and says who was erased again before anybody signs in", async () => {
  const view = await chosen();
  await view.user.click(screen.getByRole("button", { name: "Put back" }));
  expect(screen.getByRole("alert").textContent).toContain("Enter the passphrase you had");
  await view.user.type(screen.getByLabelText("Your passphrase then"), PASSPHRASE);
  await view.user.click(screen.getByRole("button", { name: "Put back" }));
  const alert = await screen.findByRole("alert");
  expect(alert.textContent).toContain("40 people are in it");
  expect(alert.textContent).toContain("10 people erased since it was made were erased again.");
  expect(view.asks("restore_backup").at(-1)?.request).toMatchObject({ withoutSealed: false });
});

it("says so where the passphrase is none of that day", async () => {
  const view = await chosen();
  await view.user.type(screen.getByLabelText("Your passphrase then"), "something else entirely");
  await view.user.click(screen.getByRole("button", { name: "Put back" }));
  expect((await screen.findByRole("alert")).textContent).toContain("That is not the passphrase.");
});
