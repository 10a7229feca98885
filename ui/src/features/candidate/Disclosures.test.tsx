import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import type {
  ApplicationId,
  CandidateId,
  CandidateView,
  DisclosureChoices,
  DisclosureId,
  DisclosureView,
  RecipientChoice,
  RegisterItemId,
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
  grounds: {
    basis: "legitimateInterests",
    purposeVersion: 1,
    agreement: "DPA-01",
    mechanism: null,
    relevance: null,
    reason: null,
    legal: null,
  },
  vacancyTitle: "Cook",
  recordedBy: "Alex",
  recordedAt: "2026-08-01T10:00:00Z",
};

const talent: RecipientChoice = {
  recipient: "register-1" as RegisterItemId,
  name: "Some Agency",
  category: "recruiters",
  country: "GB",
  least: ["contact", "form"],
  agreement: "DPA-01",
  mechanism: null,
  refused: null,
};

const CHOICES: DisclosureChoices = {
  purposes: [
    {
      purpose: "officeReview",
      text: "A review by an MP’s office",
      basis: "legitimateInterests",
      classes: ["contact", "form"],
      recipients: [
        {
          ...talent,
          recipient: "register-2" as RegisterItemId,
          name: "Office of A. Member",
          category: "membersAndDepartments",
          agreement: null,
        },
      ],
    },
    {
      purpose: "runProcess",
      text: "Running the process",
      basis: "legitimateInterests",
      classes: ["contact", "form", "reference"],
      recipients: [
        talent,
        {
          ...talent,
          recipient: "register-3" as RegisterItemId,
          name: "Sample Tracker",
          agreement: null,
          refused: { rule: "SHA-04", sentence: "There is no agreement with this supplier." },
        },
      ],
    },
    {
      purpose: "requiredByLaw",
      text: "What a law requires",
      basis: "legalObligation",
      classes: ["contact"],
      recipients: [],
    },
  ],
  offices: [
    {
      application: "application-1" as ApplicationId,
      relevance: "The role is in the member’s office",
    },
  ],
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
    disclosure_choices: () => CHOICES,
    record_disclosure: () => ({ undo: 1 }),
    take_back_disclosure: () => ({ undo: null }),
  });
}

type View = ReturnType<typeof open>;

async function choose({ user }: View, field: RegExp, option: RegExp) {
  const dialog = within(await screen.findByRole("dialog", { name: /^Record a disclosure/ }));
  await user.click(await dialog.findByRole("button", { name: field }));
  await user.click(await screen.findByRole("option", { name: option }));
  return dialog;
}

it("asks what for first, ticks the least, and wants a reason for more", async () => {
  const view = open([]);
  const { user, asks } = view;
  expect(await screen.findByText(/^None recorded/)).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Record a disclosure" }));
  const dialog = within(await screen.findByRole("dialog", { name: /of Amina Khan$/ }));
  const save = await dialog.findByRole("button", { name: "Record disclosure" });
  await user.click(save);
  expect(dialog.getByRole("alert").textContent).toContain("Choose what it is given for");
  expect(dialog.queryByRole("button", { name: /To whom/ })).toBeNull();

  await choose(view, /What for/, /Running the process/);
  await choose(view, /To whom/, /Some Agency/);
  expect(dialog.getByText("This may be given")).toBeDefined();
  const ticked = (name: string) =>
    (dialog.getByRole("checkbox", { name }) as HTMLInputElement).checked;
  expect(ticked("Name and contact details")).toBe(true);
  expect(ticked("Form, CV and letter")).toBe(true);
  expect(ticked("References")).toBe(false);
  expect(dialog.queryByRole("textbox", { name: /Why more/ })).toBeNull();
  await user.click(dialog.getByRole("checkbox", { name: "References" }));
  await user.type(dialog.getByRole("textbox", { name: /Why more/ }), " The panel reads them ");
  await user.click(save);
  expect(asks("record_disclosure").map(({ request }) => request)).toEqual([
    {
      candidate: "candidate-1",
      application: null,
      purpose: "runProcess",
      recipient: "register-1",
      classes: ["contact", "form", "reference"],
      reason: "The panel reads them",
      legal: null,
      on: TODAY,
    },
  ]);
});

it("says why something may not be given before it is sent", async () => {
  const view = open([]);
  await view.user.click(await screen.findByRole("button", { name: "Record a disclosure" }));
  const dialog = await choose(view, /What for/, /Running the process/);
  await choose(view, /To whom/, /Sample Tracker/);
  expect(dialog.getByRole("alert").textContent).toContain("no agreement with this supplier");
  await choose(view, /What for/, /A review by an MP/);
  await choose(view, /To whom/, /Office of A. Member/);
  expect(dialog.getByRole("alert").textContent).toContain("Choose an application for a role");
  await choose(view, /Which application/, /Cook/);
  expect(dialog.getByText("This may be given")).toBeDefined();
  await choose(view, /What for/, /What a law requires/);
  expect(dialog.getByText(/The register has no recipient/)).toBeDefined();
});

it("asks before one is removed, since its recipient is then not told", async () => {
  const { user, asks } = open([given]);
  expect(await screen.findByText("To run the recruitment process · Cook")).toBeDefined();
  expect(screen.getByText("Name and contact details, Form, CV and letter")).toBeDefined();
  expect(screen.getByText("Legitimate interests, Art 6(1)(f)")).toBeDefined();
  expect(screen.getByText("Agreement: DPA-01")).toBeDefined();
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
