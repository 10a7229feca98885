import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { renderScreen } from "../../ipc/testing/renderScreen";
import { NotToApproach } from "./NotToApproach";

const LISTED = {
  total: 2,
  rows: [
    { askedOn: "2026-11-20", because: "asked" as const },
    { askedOn: "2026-10-02", because: "objected" as const },
  ],
  mayRemove: true,
};

it("says how many, since when and why, and of nobody who", async () => {
  renderScreen(<NotToApproach />, { list_do_not_approach: () => LISTED });
  expect(await screen.findByText("2 people are on the list.")).toBeDefined();
  expect(screen.getByText("20 Nov 2026")).toBeDefined();
  expect(screen.getByText("Objected to being approached")).toBeDefined();
});

it("takes somebody off by the address they asked with", async () => {
  const view = renderScreen(<NotToApproach />, { list_do_not_approach: () => LISTED });
  await view.user.click(await screen.findByRole("button", { name: "Take somebody off…" }));
  const dialog = within(await screen.findByRole("dialog"));
  await view.user.click(dialog.getByRole("button", { name: "Take off" }));
  expect(dialog.getByRole("alert").textContent).toContain("Enter the e-mail address.");
  await view.user.type(dialog.getByLabelText("E-mail address"), " ann@example.org");
  await view.user.click(dialog.getByRole("button", { name: "Take off" }));
  expect(view.asks("allow_approach").at(-1)?.request).toEqual({ email: "ann@example.org" });
});

it("offers nothing where nobody is listed", async () => {
  renderScreen(<NotToApproach />);
  expect(await screen.findByText("Nobody is on the list.")).toBeDefined();
  expect(screen.queryByRole("button")).toBeNull();
});
