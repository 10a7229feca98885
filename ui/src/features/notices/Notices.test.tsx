import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { renderScreen } from "../../ipc/testing/renderScreen";
import { Notices } from "./Notices";

it("adds a version with what somebody ticked of it, and says what it lacks", async () => {
  const { user, asks } = renderScreen(<Notices />);
  expect(await screen.findByText("It does not say: the right to complain to us")).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Add a version" }));
  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.getByRole("status").textContent).toContain("3 things are missing");
  for (const box of dialog.getAllByRole("checkbox")) {
    expect((box as HTMLInputElement).checked).toBe(false);
    await user.click(box);
  }
  expect(dialog.getByRole("status").textContent).toContain("Nothing is missing");
  await user.click(dialog.getByRole("button", { name: "Add version 2" }));
  expect(asks("add_notice_version")[0]?.request).toMatchObject({
    seen: 1,
    notice: {
      text: "What we do with your details.",
      inForceFrom: "2026-11-23",
      contains: ["controller", "purposes", "complaintToUs"],
      related: ["Website privacy notice, version 3"],
    },
  });
  expect(await screen.findByText("Version 2")).toBeDefined();
});

it("records for all of a source at once, with the form on the day each came", async () => {
  const { user, asks } = renderScreen(<Notices />, {}, { people: 40 });
  const part = within(await screen.findByRole("region", { name: "Who was not given one" }));
  expect(part.getByRole("status").textContent).toContain("Of 40 people nothing says");
  expect(part.getByRole("link", { name: "Show them" }).getAttribute("href")).toBe(
    "#/candidates?notice=missing",
  );
  const name = "Record the notice: Our website or form";
  await user.click(part.getByRole("button", { name }));
  const dialog = within(await screen.findByRole("dialog"));
  await user.click(dialog.getByRole("button", { name: /^Record for/ }));
  expect(dialog.getByRole("alert").textContent).toContain("Choose how they were given it");
  await user.click(dialog.getByRole("radio", { name: "With the form or the advert" }));
  expect(dialog.getByText(/on the day their details came in/)).toBeDefined();
  await user.click(dialog.getByRole("button", { name: /^Record for/ }));
  expect(asks("give_notice_to_many")[0]?.request).toMatchObject({
    source: "website",
    version: 1,
    channel: "form",
    on: null,
  });
});
