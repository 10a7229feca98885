import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { renderScreen } from "../../ipc/testing/renderScreen";
import { ImportScreen } from "./ImportScreen";

it("brings nothing in before what the file leaves open is chosen", async () => {
  const { user, asks } = renderScreen(<ImportScreen />);
  await user.click(await screen.findByRole("button", { name: "Choose a file" }));
  expect(await screen.findByText("2 choices to make first")).toBeDefined();
  await user.click(screen.getByRole("button", { name: /^Import 804 people/ }));
  expect(asks("run_import")).toHaveLength(0);
});

it("shows a broken file's problem whole, and lets another be chosen", async () => {
  const sentence = "This is a PDF document. Nothing was added. Choose a CSV file.";
  const { user } = renderScreen(<ImportScreen />, {
    choose_import_file: () =>
      Promise.reject({ code: "import", detail: { problem: "pdf", sentence } }),
  });
  await user.click(await screen.findByRole("button", { name: "Choose a file" }));
  const alert = await screen.findByRole("alert");
  expect(alert.textContent).toContain(sentence);
  expect(alert.textContent).toContain("Code: pdf");
  expect(screen.getByRole("button", { name: "Choose a file" })).toBeDefined();
});

it("asks the program again with a column's new meaning", async () => {
  const { user, asks } = renderScreen(<ImportScreen />);
  await user.click(await screen.findByRole("button", { name: "Choose a file" }));
  await user.click(await screen.findByRole("button", { name: /first_name is taken for/ }));
  await user.click(await screen.findByRole("option", { name: "Leave out" }));
  expect(asks("preview_import")[0]?.request).toMatchObject({
    choices: { targets: ["leaveOut", "family", "email", "vacancy", "appliedOn", "leaveOut"] },
  });
});
