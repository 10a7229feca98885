import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import type {
  ApplicationView,
  CandidateId,
  CandidateView,
  DocumentId,
  DocumentView,
} from "../../ipc/generated/bindings";
import { renderScreen } from "../../ipc/testing/renderScreen";
import { Documents } from "./Documents";

const cv: DocumentView = {
  document: "document-1" as DocumentId,
  kind: "cv",
  label: null,
  fileName: "Amina Khan.pdf",
  media: "pdf",
  bytes: 1_340_000,
  hasText: false,
  vacancyTitle: "Press Officer",
  addedOn: "2026-11-20",
  addedBy: "Alex",
  mayRemove: true,
};

function open(documents: DocumentView[], notTaken: { name: string; because: string }[] = []) {
  const view = {
    candidate: "candidate-1" as CandidateId,
    name: { title: null, given: "Amina", family: "Khan", preferred: null },
    applications: [{ application: "application-1", vacancyTitle: "Press Officer" }],
    documents: { is: "shown", value: documents },
    may: ["editCandidate"],
  } as unknown as CandidateView & { applications: ApplicationView[] };
  return renderScreen(<Documents view={view} />, {
    add_documents: () => ({ added: notTaken.length === 0 ? 2 : 0, notTaken }),
    open_document: () => ({ opened: false }),
    remove_document: () => ({ undo: null }),
  });
}

it("adds files only when it is said what they are, for the role that is proposed", async () => {
  const { user, asks } = open([]);
  await user.click(await screen.findByRole("button", { name: "Add documents" }));
  const dialog = await screen.findByRole("dialog", { name: "Add documents of Amina Khan" });
  await user.click(within(dialog).getByRole("button", { name: "Choose files" }));
  expect(asks("add_documents")).toHaveLength(0);
  await user.click(within(dialog).getByRole("radio", { name: "Something else" }));
  await user.click(within(dialog).getByRole("button", { name: "Choose files" }));
  expect(asks("add_documents")).toHaveLength(0);
  await user.type(within(dialog).getByRole("textbox"), "Certificate");
  await user.click(within(dialog).getByRole("button", { name: "Choose files" }));
  expect(asks("add_documents").map(({ request }) => request)).toEqual([
    {
      candidate: "candidate-1",
      application: "application-1",
      kind: "other",
      label: "Certificate",
    },
  ]);
  expect(
    await screen.findByRole("group", { name: "Added 2 documents of Amina Khan" }),
  ).toBeDefined();
});

it("says which files were not added and why, and stays open", async () => {
  const { user } = open([], [{ name: "run.exe", because: "This kind of file is not taken." }]);
  await user.click(await screen.findByRole("button", { name: "Add documents" }));
  await user.click(await screen.findByRole("radio", { name: "CV" }));
  await user.click(screen.getByRole("button", { name: "Choose files" }));
  const notice = await screen.findByRole("alert");
  expect(notice.textContent).toContain("One file was not added");
  expect(notice.textContent).toContain("run.exe: This kind of file is not taken.");
  expect(screen.getByRole("dialog")).toBeDefined();
});

it("shows what each is, says when nothing opens it, and takes one out after a question", async () => {
  const { user, asks } = open([cv]);
  expect(await screen.findByText("Amina Khan.pdf · 1.3 MB")).toBeDefined();
  expect(screen.getByText("For Press Officer")).toBeDefined();
  expect(screen.getByText(/^Search does not find it/)).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Open: CV" }));
  expect(
    await screen.findByRole("group", {
      name: "This computer has no program for this kind of file.",
    }),
  ).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Take out: CV" }));
  expect(asks("remove_document")).toHaveLength(0);
  const dialog = await screen.findByRole("dialog", { name: "Take out CV?" });
  await user.click(within(dialog).getByRole("button", { name: "Take out" }));
  expect(asks("remove_document").map(({ request }) => request)).toEqual([
    { candidate: "candidate-1", document: "document-1" },
  ]);
});

it("offers nothing to those who only read", async () => {
  open([{ ...cv, mayRemove: false }]);
  expect(await screen.findByRole("button", { name: "Open: CV" })).toBeDefined();
  expect(screen.queryByRole("button", { name: /^Take out/ })).toBeNull();
});
