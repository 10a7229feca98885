import { screen, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import type { ApplicationId } from "../../ipc/generated/bindings";
import { renderScreen } from "../../ipc/testing/renderScreen";
import { EndDialog } from "./EndDialog";

const people = [{ application: "application-1" as ApplicationId, name: "Amina Khan" }];

it("does not reject without a reason, and says where it is missing", async () => {
  const { user, asks } = renderScreen(
    <EndDialog how="reject" people={people} onClose={() => undefined} />,
  );
  await user.click(await screen.findByRole("button", { name: "Reject Amina Khan" }));

  const summary = screen.getByRole("alert");
  expect(within(summary).getByRole("button", { name: "Choose the reason" })).toBeDefined();
  expect(asks("end_applications")).toHaveLength(0);
});

it("records the reason and the day of the decision, and offers the way back", async () => {
  const onClose = vi.fn();
  const { user, asks } = renderScreen(<EndDialog how="reject" people={people} onClose={onClose} />);
  await user.click(
    await screen.findByRole("radio", { name: "Met the requirements, not selected" }),
  );
  await user.click(screen.getByRole("button", { name: "Reject Amina Khan" }));

  await vi.waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(asks("end_applications").map(({ request }) => request)).toEqual([
    {
      applications: ["application-1"],
      outcome: {
        how: { kind: "rejected", reason: "metRequirementsNotSelected" },
        on: "2026-11-23",
      },
    },
  ]);
  const toast = screen.getByRole("group", { name: "Rejected Amina Khan", hidden: true });
  expect(within(toast).getByRole("button", { name: /Undo/, hidden: true })).toBeDefined();
});

it("counts several people on its button", async () => {
  const three = ["Amina Khan", "Bo Li", "Cai Rees"].map((name, at) => ({
    application: `application-${at}` as ApplicationId,
    name,
  }));
  renderScreen(<EndDialog how="reject" people={three} onClose={() => undefined} />);
  expect(await screen.findByRole("button", { name: "Reject 3 people" })).toBeDefined();
});
