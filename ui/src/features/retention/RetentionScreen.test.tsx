import { screen } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import { renderScreen } from "../../ipc/testing/renderScreen";
import { RetentionScreen } from "./RetentionScreen";

let view: ReturnType<typeof renderScreen>;

beforeEach(async () => {
  view = renderScreen(<RetentionScreen />);
  await view.user.click(await screen.findByRole("button", { name: /^Preview erasure of/ }));
  await screen.findByRole("textbox", { name: /^Type ERASE \d+ to go on/ });
});

it("erases nothing until the words are typed", async () => {
  await view.user.type(screen.getByRole("textbox", { name: /^Type/ }), "erase");
  await view.user.click(screen.getByRole("button", { name: /^Erase \d+ people/ }));

  expect(screen.getByRole("alert").textContent).toContain("exactly as shown");
  expect(view.asks("erase")).toHaveLength(0);
});

it("erases once they are, and shows what was searched and found", async () => {
  const field = screen.getByRole("textbox", { name: /^Type/ });
  const words = /ERASE \d+/.exec(field.closest("form")?.textContent ?? "")?.[0] ?? "";
  await view.user.type(field, words);
  await view.user.click(screen.getByRole("button", { name: /^Erase \d+ people/ }));

  expect(await screen.findByText("Checked: nothing of them is left")).toBeDefined();
  expect(screen.getByText("1,840 pages of the database and 3 files")).toBeDefined();
  expect(view.asks("erase")[0]?.request).toMatchObject({ typed: words });
});

it("leaves everyone as they are when it is put off", async () => {
  await view.user.click(screen.getByRole("button", { name: "Keep them for now" }));
  expect(await screen.findByRole("heading", { name: "Retention", level: 1 })).toBeDefined();
  expect(view.asks("erase")).toHaveLength(0);
});
