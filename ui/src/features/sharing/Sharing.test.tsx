import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { renderScreen } from "../../ipc/testing/renderScreen";
import { Purposes } from "./Purposes";
import { Registers, TrainingRegister } from "./Registers";

it("keeps a recipient and an agreement with it", async () => {
  const { user, asks } = renderScreen(<Registers kinds={["recipient", "agreement"]} />);
  const agreements = within(await screen.findByRole("region", { name: /^Agreements/ }));
  expect(agreements.getByText("None is recorded yet.")).toBeDefined();
  await user.click(agreements.getByRole("button", { name: "Add an agreement" }));
  const dialog = within(await screen.findByRole("dialog"));
  await user.click(dialog.getByRole("button", { name: "Save" }));
  expect(dialog.getByRole("alert").textContent).toContain("Choose the recipient");
  await user.click(dialog.getByRole("button", { name: /Recipient/ }));
  await user.click(await screen.findByRole("option", { name: "Example Talent Ltd" }));
  await user.type(dialog.getByRole("textbox", { name: /What it is called/ }), "DPA-01");
  await user.click(dialog.getByRole("checkbox", { name: "To run the recruitment process" }));
  await user.type(dialog.getByRole("textbox", { name: /Owner/ }), "Head of HR");
  await user.click(dialog.getByRole("button", { name: "Save" }));
  const sent = asks("add_register_item")[0]?.request as { line: unknown } | undefined;
  expect(sent?.line).toMatchObject({
    kind: "agreement",
    details: {
      recipient: "register-1",
      reference: "DPA-01",
      purposes: ["runProcess"],
      endsOn: null,
    },
  });
  expect(await agreements.findByText("8 clauses of Article 28(3) are missing")).toBeDefined();
});

it("reviews a line until the day that is proposed", async () => {
  const { user, asks } = renderScreen(<Registers kinds={["recipient"]} />);
  await user.click(await screen.findByRole("button", { name: "Review Example Talent Ltd" }));
  await user.click(await screen.findByRole("button", { name: "Reviewed" }));
  expect(asks("review_register_item")[0]?.request).toMatchObject({
    item: "register-1",
    revision: 1,
  });
});

it("saves a purpose as its next version and keeps the one before", async () => {
  const { user, asks } = renderScreen(<Purposes />);
  await user.click(await screen.findByRole("button", { name: "Change P6" }));
  const dialog = within(await screen.findByRole("dialog"));
  await user.click(dialog.getByRole("checkbox", { name: "References" }));
  await user.click(dialog.getByRole("button", { name: "Save as version 2" }));
  expect(asks("set_purpose")[0]?.request).toMatchObject({
    purpose: "runProcess",
    version: 1,
    terms: { classes: ["contact", "form"] },
  });
  await user.click(await screen.findByRole("button", { name: "Versions of P6" }));
  const versions = within(await screen.findByRole("dialog", { name: "Versions of P6" }));
  expect(versions.getByText("As in the notice of 8 July 2024")).toBeDefined();
});

it("leads to People for training", async () => {
  renderScreen(<TrainingRegister />);
  expect(await screen.findByRole("link", { name: "Record training under People" })).toBeDefined();
});
