import { act, screen, waitFor, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { expect, it } from "vitest";
import { FileDropProvider } from "../../app/fileDrop";
import type {
  ApplicationView,
  CandidateId,
  CandidateView,
  DocumentId,
  DocumentView,
  ShownDocument,
} from "../../ipc/generated/bindings";
import { renderScreen } from "../../ipc/testing/renderScreen";
import { Documents } from "./Documents";

const cv: DocumentView = {
  document: "document-1" as DocumentId,
  kind: "cv",
  label: null,
  fileName: "Amina Khan.pdf",
  media: "pdf",
  isDrawn: true,
  bytes: 1_340_000,
  hasText: false,
  vacancyTitle: "Press Officer",
  addedOn: "2026-11-20",
  addedBy: "Alex",
  annotation: null,
  mayRemove: true,
};

async function choose(user: UserEvent, what: string) {
  await user.click(screen.getByRole("button", { name: "More for CV" }));
  await user.click(await screen.findByRole("menuitem", { name: what }));
}

function open(
  documents: DocumentView[],
  notTaken: { name: string; because: string }[] = [],
  show?: () => ShownDocument,
) {
  const view = {
    candidate: "candidate-1" as CandidateId,
    name: { title: null, given: "Amina", family: "Khan", preferred: null },
    applications: [{ application: "application-1", vacancyTitle: "Press Officer" }],
    documents: { is: "shown", value: documents },
    may: ["editCandidate"],
  } as unknown as CandidateView & { applications: ApplicationView[] };
  return renderScreen(
    <FileDropProvider>
      <Documents view={view} />
    </FileDropProvider>,
    {
      ...(show !== undefined && { show_document: show }),
      add_documents: () => ({ added: notTaken.length === 0 ? 2 : 0, notTaken }),
      open_document: () => ({ opened: false }),
      remove_document: () => ({ undo: null }),
    },
  );
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
      details: {
        candidate: "candidate-1",
        application: "application-1",
        kind: "other",
        label: "Certificate",
      },
      dropped: false,
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
  await choose(user, "Open in another program");
  expect(asks("open_document")).toHaveLength(0);
  const question = await screen.findByRole("dialog", { name: "Open CV in another program?" });
  await user.click(within(question).getByRole("button", { name: "Open" }));
  expect(
    await screen.findByRole("group", {
      name: "This computer has no program for this kind of file.",
    }),
  ).toBeDefined();
  await choose(user, "Take out");
  expect(asks("remove_document")).toHaveLength(0);
  const dialog = await screen.findByRole("dialog", { name: "Take out CV?" });
  await user.click(within(dialog).getByRole("button", { name: "Take out" }));
  expect(asks("remove_document").map(({ request }) => request)).toEqual([
    { candidate: "candidate-1", document: "document-1" },
  ]);
});

it("offers nothing to those who only read", async () => {
  const { user } = open([{ ...cv, mayRemove: false }]);
  await user.click(await screen.findByRole("button", { name: "More for CV" }));
  const items = await screen.findAllByRole("menuitem");
  expect(items.map((item) => item.textContent)).toEqual(["Open in another program"]);
});

it("shows pages as pictures and words as text, and forgets the file when it is closed", async () => {
  const { user, asks } = open([cv]);
  await user.click(await screen.findByRole("button", { name: "Show: CV" }));
  const dialog = await screen.findByRole("dialog", { name: "CV: Amina Khan.pdf" });
  const picture = await within(dialog).findByRole("img", { name: /^CV, page 1 of 2\./ });
  expect(picture.getAttribute("src")).toMatch(/^data:image\/png;base64,/);
  await user.click(within(dialog).getByRole("button", { name: "Next page" }));
  expect(await within(dialog).findByRole("img", { name: /^CV, page 2 of 2\./ })).toBeDefined();
  expect(asks("show_document").map(({ request }) => request)).toEqual(
    [1, 2].map((number) => ({
      candidate: "candidate-1",
      document: "document-1",
      part: { kind: "page", number },
    })),
  );
  await user.click(within(dialog).getByRole("tab", { name: "Words" }));
  expect(await within(dialog).findByText(/I should like to apply\./)).toBeDefined();
  expect(asks("close_document")).toHaveLength(0);
  await user.keyboard("{Escape}");
  await waitFor(() => expect(asks("close_document").length).toBeGreaterThan(0));
});

it("says so when a file can't be shown", async () => {
  const { user } = open(
    [
      { ...cv, isDrawn: false },
      { ...cv, document: "document-2" as DocumentId, kind: "letter" },
    ],
    [],
    () => ({ kind: "nothing" }),
  );
  await user.click(await screen.findByRole("button", { name: "Show: CV" }));
  expect(await screen.findByText("No words could be read in this file.")).toBeDefined();
  expect(screen.queryByRole("tab")).toBeNull();
  await user.keyboard("{Escape}");
  await user.click(screen.getByRole("button", { name: "Show: Letter" }));
  expect(await screen.findByText(/^This file can’t be shown here/)).toBeDefined();
});

it("takes files that are dropped on the window, once it is said what they are", async () => {
  const { user, asks, fake } = open([]);
  await screen.findByRole("button", { name: "Add documents" });
  act(() => fake.emit("files", { kind: "over", x: 10, y: 10 }));
  expect(screen.getByText("Let go to add to the documents of Amina Khan")).toBeDefined();
  act(() => fake.emit("files", { kind: "dropped", x: 10, y: 10, names: ["a.pdf", "b.pdf"] }));
  expect(screen.queryByText(/^Let go/)).toBeNull();
  const dialog = await screen.findByRole("dialog", { name: "Add documents of Amina Khan" });
  expect(within(dialog).getByText("b.pdf")).toBeDefined();
  await user.click(within(dialog).getByRole("radio", { name: "CV" }));
  await user.click(within(dialog).getByRole("button", { name: "Add 2 files" }));
  expect(asks("add_documents").map(({ request }) => request)).toMatchObject([{ dropped: true }]);
});
