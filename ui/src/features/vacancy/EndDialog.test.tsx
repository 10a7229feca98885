import { screen, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import type { ApplicationId } from "../../ipc/generated/bindings";
import { renderScreen } from "../../ipc/testing/renderScreen";
import { EndDialog } from "./EndDialog";

const people = [{ application: "application-1" as ApplicationId, name: "Amina Khan" }];

it("does not reject without a reason, and says where it is missing", async () => {
  const { user, asks } = renderScreen(
    <EndDialog
      how="reject"
      people={people}
      vacancyTitle="Press Officer"
      onClose={() => undefined}
    />,
  );
  await user.click(await screen.findByRole("button", { name: "Reject Amina Khan" }));

  const summary = screen.getByRole("alert");
  expect(within(summary).getByRole("button", { name: "Choose the reason" })).toBeDefined();
  expect(asks("end_applications")).toHaveLength(0);
});

it("records the reason and the day of the decision, and offers the way back", async () => {
  const onClose = vi.fn();
  const { user, asks } = renderScreen(
    <EndDialog how="reject" people={people} vacancyTitle="Press Officer" onClose={onClose} />,
  );
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
      confirmed: [],
    },
  ]);
  const toast = screen.getByRole("group", { name: "Rejected Amina Khan", hidden: true });
  expect(within(toast).getByRole("button", { name: /Undo/, hidden: true })).toBeDefined();
});

const three = ["Amina Khan", "Bo Li", "Cai Rees"].map((name, at) => ({
  application: `application-${at}` as ApplicationId,
  name,
}));

it("rejects several people only where each name is ticked by who decides", async () => {
  const onClose = vi.fn();
  const { user, asks } = renderScreen(
    <EndDialog how="reject" people={three} vacancyTitle="Press Officer" onClose={onClose} />,
  );
  expect(await screen.findByRole("dialog", { name: "Reject 3 people" })).toBeDefined();
  await user.click(screen.getByRole("radio", { name: "Not enough experience" }));
  await user.click(screen.getByRole("button", { name: "Reject 0 people" }));
  const summary = screen.getByRole("alert");
  expect(within(summary).getByRole("button", { name: "Tick at least one name" })).toBeDefined();
  expect(asks("end_applications")).toHaveLength(0);

  await user.click(screen.getByRole("checkbox", { name: "Amina Khan" }));
  await user.click(screen.getByRole("checkbox", { name: "Cai Rees" }));
  await user.click(screen.getByRole("button", { name: "Reject 2 people" }));
  await vi.waitFor(() => expect(onClose).toHaveBeenCalled());
  const applications = ["application-0", "application-2"];
  expect(asks("end_applications")[0]?.request).toMatchObject({
    applications,
    confirmed: applications,
  });
});

it("keeps the feedback that was given with the rejection, from a draft by its reason", async () => {
  const onClose = vi.fn();
  const { user, asks } = renderScreen(
    <EndDialog how="reject" people={people} vacancyTitle="Press Officer" onClose={onClose} />,
  );
  await user.click(await screen.findByRole("radio", { name: "Not enough experience" }));
  await user.click(screen.getByRole("button", { name: "Start from a draft" }));
  const feedback = screen.getByRole<HTMLTextAreaElement>("textbox", { name: /Feedback/ });
  expect(feedback.value).toContain("Dear Amina Khan");
  expect(feedback.value).toContain("Press Officer");
  expect(feedback.value).toContain("more of the experience");
  await user.click(screen.getByRole("radio", { name: "By telephone" }));
  await user.click(screen.getByRole("button", { name: "Reject Amina Khan" }));
  await vi.waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(asks("end_applications")).toHaveLength(1);
  expect(asks("tell_outcome")[0]?.request).toMatchObject({
    application: "application-1",
    channel: "phone",
    on: "2026-11-23",
  });
});
