import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import type {
  AccountId,
  CandidateId,
  ComplaintId,
  DocumentId,
  PackReview,
  RequestView,
  RightsRequestId,
} from "../../../ipc/generated/bindings";
import { renderScreen } from "../../../ipc/testing/renderScreen";
import { RequestScreen } from "./RequestScreen";
import { clockTone } from "./requestWords";

const id = "request-1" as RightsRequestId;

const view: RequestView = {
  request: id,
  revision: 3,
  number: "R-0001",
  case: {
    receivedOn: "2026-11-23",
    channel: "email",
    items: [{ right: "access", decision: null }],
    identity: { kind: "seen", askedOn: "2026-11-23", on: "2026-11-24" },
    questions: [],
    fee: { kind: "none" },
    extension: null,
    packMadeOn: null,
    portableMadeOn: null,
    erasedOn: null,
    answer: null,
  },
  person: { kind: "withheld" },
  clock: {
    tone: "running",
    dueOn: "2026-12-24",
    daysLeft: 30,
    tellBy: "2026-12-24",
    latestLawful: null,
    because: { rule: "DSR-02", sentence: "Answer by 24 December 2026." },
  },
  items: [
    {
      right: "access",
      dueOn: "2026-12-24",
      grounds: ["otherPerson", "manifestlyExcessive"],
      waitsForAnother: false,
      mayAgree: false,
    },
  ],
  next: { kind: "makePack" },
  restrictedOn: null,
  loggedBy: "Jo",
  loggedOn: "2026-11-23",
  closedBy: null,
  accounts: [{ account: "account-1" as AccountId, name: "Jo" }],
  words: { is: "shown", value: [{ about: "asked", words: "All you hold, please." }] },
  corrected: [],
  recipients: [],
  complaints: [],
  mayKeep: true,
  mayErase: true,
  ownFee: false,
};

const review: PackReview = {
  pack: 7,
  tally: [{ title: "Applications", count: 2 }],
  withheld: [{ kind: "drafts of feedback", because: "sealed to their author", count: 1 }],
  suggestions: [
    {
      mark: "a",
      kind: "candidate",
      place: "Messages: Text",
      name: "Jane Doe",
      excerpt: "stronger than Jane Doe",
      masked: null,
    },
  ],
};

it("shows a request with its clock, its next step and what was asked", async () => {
  renderScreen(<RequestScreen id={id} />, { open_request: () => view });
  expect(await screen.findByText("30 days left")).toBeDefined();
  expect(screen.getByText("All you hold, please.")).toBeDefined();
  expect(screen.getByRole("button", { name: "Put it together" })).toBeDefined();
});

it("saves no pack while a name is undecided, and sends what was decided", async () => {
  const page = renderScreen(<RequestScreen id={id} />, {
    open_request: () => view,
    assemble_pack: () => review,
    save_pack: () => ({ saved: true }),
  });
  await page.user.click(await screen.findByRole("button", { name: "Put it together" }));
  const dialog = within(await screen.findByRole("dialog"));
  await dialog.findByText("Jane Doe, another candidate");
  await page.user.click(dialog.getByRole("button", { name: "Save it" }));
  expect(page.asks("save_pack")).toHaveLength(0);
  await page.user.click(dialog.getByRole("radio", { name: "Mask the name" }));
  await page.user.click(dialog.getByRole("button", { name: "Save it" }));
  expect(page.asks("save_pack")[0]?.request).toEqual({
    request: id,
    revision: 3,
    pack: 7,
    decisions: [{ mark: "a", masked: true }],
  });
});

it("asks for grounds and reasons where something is refused", async () => {
  const page = renderScreen(<RequestScreen id={id} />, {
    open_request: () => ({ ...view, next: { kind: "decide", right: "access" } }),
    decide_request: () => ({ undo: null }),
  });
  await page.user.click(await screen.findByRole("button", { name: "Decide" }));
  const dialog = within(await screen.findByRole("dialog"));
  await page.user.click(dialog.getByRole("radio", { name: "Granted in part" }));
  await page.user.click(dialog.getByRole("button", { name: "Decide" }));
  expect(page.asks("decide_request")).toHaveLength(0);
  await page.user.click(dialog.getByRole("checkbox", { name: "It would tell of another person" }));
  await page.user.type(dialog.getByRole("textbox", { name: /^Reasons/ }), "A colleague is named.");
  await page.user.click(dialog.getByRole("button", { name: "Decide" }));
  expect(page.asks("decide_request")[0]?.request).toMatchObject({
    right: "access",
    outcome: "partly",
    grounds: ["otherPerson"],
    reasons: "A colleague is named.",
  });
});

it("grows warmer as the days go by", () => {
  expect(["running", "amber", "red", "late"].map((tone) => clockTone(tone as "red"))).toEqual([
    "info",
    "warn",
    "danger",
    "danger",
  ]);
});

it("puts what they gave together for other programs where they ask for that", async () => {
  const page = renderScreen(<RequestScreen id={id} />, {
    open_request: () => ({ ...view, next: { kind: "makePortable" } }),
    assemble_pack: () => ({ ...review, suggestions: [] }),
    save_pack: () => ({ saved: true }),
  });
  await page.user.click(await screen.findByRole("button", { name: "Put it together" }));
  const dialog = within(await screen.findByRole("dialog", { name: "What they gave" }));
  await dialog.findByText("No name of anybody else was found in it.");
  expect(page.asks("assemble_pack")[0]?.request).toEqual({ request: id, kind: "portable" });
  await page.user.click(dialog.getByRole("button", { name: "Save it" }));
  expect(page.asks("save_pack")[0]?.request).toMatchObject({ pack: 7, decisions: [] });
});

it("shows what was corrected and what others found, and puts their view beside it", async () => {
  const of = { kind: "document", document: "document-1" as DocumentId } as const;
  const page = renderScreen(<RequestScreen id={id} />, {
    open_request: () => ({
      ...view,
      case: { ...view.case, items: [{ right: "rectification", decision: null }] },
      person: { kind: "here", candidate: "candidate-1" as CandidateId, name: "Ada Byron" },
      corrected: [{ what: "emails", before: "old@example.org", by: "Jo", on: "2026-11-24" }],
      recipients: [
        { recipient: "Agency", because: "rectification", by: "2026-12-08", toldOn: null },
      ],
      complaints: [{ complaint: "complaint-1" as ComplaintId, number: "C-0002" }],
    }),
    list_opinions: () => ({
      rows: [
        { of, document: "reference", by: null, role: null, on: "2026-11-01", annotation: null },
      ],
    }),
    annotate_opinion: () => ({ undo: null }),
    save_request_notices: () => ({ saved: 1 }),
  });
  expect(await screen.findByText("The e-mail addresses said")).toBeDefined();
  expect(screen.getByText(/old@example.org/)).toBeDefined();
  expect(screen.getByRole("link", { name: "Complaint C-0002 is about it" })).toBeDefined();
  expect(screen.getByText(/^Corrected · by/)).toBeDefined();
  await page.user.click(screen.getByRole("button", { name: "Save the notices…" }));
  expect(page.asks("save_request_notices")[0]?.request).toEqual({ request: id });
  await page.user.click(await screen.findByRole("button", { name: "Add their view: A reference" }));
  const dialog = within(await screen.findByRole("dialog"));
  await page.user.click(dialog.getByRole("button", { name: "Save" }));
  expect(page.asks("annotate_opinion")).toHaveLength(0);
  await page.user.type(dialog.getByRole("textbox"), "I was never late.");
  await page.user.click(dialog.getByRole("button", { name: "Save" }));
  expect(page.asks("annotate_opinion")[0]?.request).toEqual({
    request: id,
    revision: 3,
    of,
    words: "I was never late.",
  });
});
