import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import type { CandidateId, ErasurePreview } from "../../ipc/generated/bindings";
import { renderScreen } from "../../ipc/testing/renderScreen";
import { DueNow } from "./DueNow";
import { ErasureFlow } from "./ErasureFlow";

const noop = () => undefined;
const because = { rule: "RET-11", sentence: "It goes on the day of the outcome, 2 November 2026." };
const ann = { candidate: "candidate-1" as CandidateId, name: "Ann Archer" };

const preview: ErasurePreview = {
  preview: 1,
  total: 0,
  goes: [],
  stays: [],
  staysTotal: 0,
  partsTotal: 3,
  partsByClass: [
    { class: "form", count: 1 },
    { class: "rightToWork", count: 2 },
  ],
  parts: [
    { ...ann, class: "form", vacancyTitle: "Cook", eraseOn: "2026-11-01", because },
    { ...ann, class: "rightToWork", vacancyTitle: null, eraseOn: "2026-11-02", because },
  ],
  partsKept: [],
  recipients: [],
  confirm: "ERASE 3",
  clock: { is: "sound" },
  bulk: null,
};

function renderFlow() {
  return renderScreen(<ErasureFlow candidates={null} onClose={() => undefined} />, {
    preview_erasure: () => preview,
  });
}

it("lists whose parts go, what each is, since when and why", async () => {
  renderFlow();
  expect(await screen.findByRole("heading", { name: "Erase 3 parts of records" })).toBeDefined();
  const table = screen.getByRole("table", { name: "Parts that go, and whose they are" });
  const [, application, check] = within(table).getAllByRole("row");
  expect(application?.textContent).toContain("Application, Cook");
  expect(check?.textContent).toContain("Right-to-work check");
  expect(check?.textContent).toContain(because.sentence);
});

it("erases parts alone once the words are typed", async () => {
  const view = renderFlow();
  await view.user.type(await screen.findByRole("textbox", { name: /^Type/ }), "ERASE 3");
  await view.user.click(screen.getByRole("button", { name: "Erase 3 parts of records" }));
  expect(view.asks("erase")[0]?.request).toMatchObject({ typed: "ERASE 3" });
});

it("says of a person and of parts in one breath", async () => {
  renderScreen(<ErasureFlow candidates={null} onClose={() => undefined} />, {
    preview_erasure: () => ({ ...preview, total: 14, confirm: "ERASE 17" }),
  });
  expect(
    await screen.findByRole("heading", { name: "Erase 14 people and 3 parts of records" }),
  ).toBeDefined();
});

it("leads from parts that are due to their erasure although nobody is", async () => {
  renderScreen(<DueNow due={0} parts={preview.partsByClass} kept={0} mayErase onPreview={noop} />);
  expect(
    await screen.findByText(
      "3 parts of records are due although the people stay: one application, 2 right-to-work checks.",
    ),
  ).toBeDefined();
  expect(
    screen.getByRole("button", { name: "Preview erasure of 3 parts of records" }),
  ).toBeDefined();
});
