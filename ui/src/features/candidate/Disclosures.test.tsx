import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import type {
  ApplicationId,
  CandidateId,
  CandidateView,
  DisclosureId,
  DisclosureView,
} from "../../ipc/generated/bindings";
import { TODAY } from "../../ipc/testing/model";
import { renderScreen } from "../../ipc/testing/renderScreen";
import { Disclosures } from "./Disclosures";

const given: DisclosureView = {
  disclosure: "disclosure-1" as DisclosureId,
  category: "recruiters",
  recipient: "Some Agency",
  purpose: "runProcess",
  classes: ["contact", "form"],
  on: "2026-08-01",
  vacancyTitle: "Cook",
  recordedBy: "Alex",
  recordedAt: "2026-08-01T10:00:00Z",
};

function open(disclosures: DisclosureView[], may = ["recordDisclosure"]) {
  const view = {
    candidate: "candidate-1" as CandidateId,
    name: { title: null, given: "Amina", family: "Khan", preferred: null },
    applications: [{ application: "application-1" as ApplicationId, vacancyTitle: "Cook" }],
    disclosures: { is: "shown", value: { disclosures, classes: ["contact", "form"] } },
    may,
  } as unknown as CandidateView;
  return renderScreen(<Disclosures view={view} />, {
    record_disclosure: () => ({ undo: 1 }),
    take_back_disclosure: () => ({ undo: null }),
  });
}

it("records nothing before everything is chosen, and then what was given to whom", async () => {
  const { user, asks } = open([]);
  expect(await screen.findByText(/^None recorded/)).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Record a disclosure" }));
  const dialog = await screen.findByRole("dialog", { name: "Record a disclosure of Amina Khan" });
  const save = within(dialog).getByRole("button", { name: "Record disclosure" });
  await user.click(save);
  expect(asks("record_disclosure")).toHaveLength(0);
  await user.click(within(dialog).getByRole("button", { name: /Kind of recipient/ }));
  await user.click(
    await screen.findByRole("option", { name: "Recruiter, process manager or site developer" }),
  );
  await user.type(
    within(dialog).getByRole("textbox", { name: "Recipient’s name" }),
    " Some Agency ",
  );
  await user.click(within(dialog).getByRole("button", { name: /What for/ }));
  await user.click(await screen.findByRole("option", { name: "To run the recruitment process" }));
  await user.click(within(dialog).getByRole("button", { name: /Which application/ }));
  await user.click(await screen.findByRole("option", { name: "Cook" }));
  await user.click(within(dialog).getByRole("checkbox", { name: "Form, CV and letter" }));
  await user.click(save);
  expect(asks("record_disclosure").map(({ request }) => request)).toEqual([
    {
      candidate: "candidate-1",
      application: "application-1",
      details: {
        category: "recruiters",
        recipient: "Some Agency",
        purpose: "runProcess",
        classes: ["form"],
        on: TODAY,
      },
    },
  ]);
});

it("asks before one is removed, since its recipient is then not told", async () => {
  const { user, asks } = open([given]);
  expect(await screen.findByText("To run the recruitment process · Cook")).toBeDefined();
  expect(screen.getByText("Name and contact details, Form, CV and letter")).toBeDefined();
  await user.click(
    screen.getByRole("button", { name: "Remove the disclosure to Some Agency of 1 Aug 2026" }),
  );
  expect(asks("take_back_disclosure")).toHaveLength(0);
  await user.click(await screen.findByRole("button", { name: "Remove disclosure" }));
  expect(asks("take_back_disclosure").map(({ request }) => request)).toEqual([
    { candidate: "candidate-1", disclosure: "disclosure-1" },
  ]);
});

it("offers whoever may only read nothing to do", async () => {
  open([given], []);
  expect(await screen.findByText("Some Agency")).toBeDefined();
  expect(screen.queryByRole("button", { name: /Record|Remove/ })).toBeNull();
});
