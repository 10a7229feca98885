import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import type { CandidateId, CandidateView } from "../../ipc/generated/bindings";
import { type Instead, renderScreen } from "../../ipc/testing/renderScreen";
import { Correspondence } from "./Correspondence";
import { Templates } from "./Templates";

function open(instead: Instead = {}) {
  const candidate = "candidate-1" as CandidateId;
  const view = {
    candidate,
    name: { title: null, given: "Amina", family: "Khan", preferred: null },
    applications: [],
  } as unknown as CandidateView;
  const asked = renderScreen(<Correspondence view={view} />, {
    merge_template: () => ({
      purpose: "applicationReceived",
      subject: "Your application",
      body: "Dear Amina, we meet on {interview date}.",
    }),
    ...instead,
  });
  return { ...asked, candidate };
}

const dialog = (name: string) => screen.findByRole("dialog", { name });

it("writes from a template, keeps the draft by itself, and lists what was handed over", async () => {
  const { user, asks } = open();
  expect(await screen.findByText(/^None yet/)).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Write" }));
  const sheet = await dialog("Write to Amina Khan");
  await user.click(await within(sheet).findByRole("button", { name: /Begin with a template/ }));
  await user.click(await screen.findByRole("option", { name: "Application received" }));
  const body = await within(sheet).findByRole("textbox", { name: "Message" });
  expect((body as HTMLTextAreaElement).value).toContain("Dear Amina");
  expect(await within(sheet).findByText("Saved 14:03")).toBeDefined();
  expect(await within(sheet).findByText(/in the place of {interview date}/)).toBeDefined();
  await user.clear(body);
  await user.type(body, "Dear Amina, thank you.");
  await user.click(within(sheet).getByRole("button", { name: "Save as .eml" }));
  expect(await screen.findByRole("button", { name: /^Read: Application received/ })).toBeDefined();
  expect(asks("save_draft").at(-1)?.request).toMatchObject({ body: "Dear Amina, thank you." });
  expect(asks("hand_over_message")).toHaveLength(1);
});

it("opens the draft that is there, and says why a message may not be sent", async () => {
  const { user, asks } = open({
    open_draft: () => ({
      isThere: true,
      application: null,
      purpose: "otherVacancies",
      subject: "A role",
      body: "Somebody pregnant",
      savedAt: "2026-11-23T14:03:00Z",
    }),
  });
  await user.click(await screen.findByRole("button", { name: "Write" }));
  const sheet = await dialog("Write to Amina Khan");
  const refused = await within(sheet).findByRole("alert");
  expect(refused.textContent).toContain("They gave no permission");
  expect(within(sheet).getByText(/may tell of pregnancy/)).toBeDefined();
  await user.click(within(sheet).getByRole("button", { name: "Add the sentence" }));
  await user.click(within(sheet).getByRole("checkbox", { name: /I looked at these words/ }));
  await user.click(within(sheet).getByRole("button", { name: "Save as .eml" }));
  const [asked] = asks("hand_over_message");
  expect(asked?.request).toMatchObject({ way: "file", confirmed: true });
});

it("records a message that was read from a file, with the attachments that were chosen", async () => {
  const { user, asks } = open({ record_message: () => ({ undo: null }) });
  await user.click(await screen.findByRole("button", { name: "Record a message" }));
  const sheet = await dialog("Record a message with Amina Khan");
  await user.click(within(sheet).getByRole("button", { name: "Choose a message file" }));
  const cv = await within(sheet).findByRole("checkbox", { name: /cv.pdf/ });
  expect(within(sheet).getByRole("checkbox", { name: /run.exe/ })).toHaveProperty("disabled", true);
  await user.click(cv);
  await user.click(within(sheet).getByRole("button", { name: /What cv.pdf is/ }));
  await user.click(await screen.findByRole("option", { name: "CV" }));
  await user.click(within(sheet).getByRole("button", { name: "Record" }));
  expect(
    await screen.findByText("Recorded the message", { ignore: "[aria-live] *" }),
  ).toBeDefined();
  expect(asks("record_message")[0]?.request).toMatchObject({
    mail: 1,
    direction: "in",
    attachments: [{ place: 0, kind: "cv" }],
    with: "somebody@example.org",
  });
});

it("asks before it keeps words of ours that are nobody’s business", async () => {
  const { user, asks } = open({ record_message: () => ({ undo: null }) });
  await user.click(await screen.findByRole("button", { name: "Record a message" }));
  const sheet = await dialog("Record a message with Amina Khan");
  await user.click(within(sheet).getByRole("radio", { name: "To them" }));
  await user.type(within(sheet).getByRole("textbox", { name: "Message" }), "seems pregnant");
  const save = within(sheet).getByRole("button", { name: "Record" });
  await user.click(save);
  await user.click(await within(sheet).findByRole("checkbox", { name: /I looked at these words/ }));
  expect(asks("record_message")).toHaveLength(0);
  await user.click(save);
  expect(
    await screen.findByText("Recorded the message", { ignore: "[aria-live] *" }),
  ).toBeDefined();
});

it("changes templates and shows what they would say", async () => {
  const { user, asks } = renderScreen(<Templates />);
  await user.click(await screen.findByRole("button", { name: "Add a template" }));
  const sheet = await dialog("Add a template");
  await user.type(within(sheet).getByRole("textbox", { name: "Name" }), "Outcome");
  await user.type(within(sheet).getByRole("textbox", { name: "Subject" }), "Hello");
  await user.type(
    within(sheet).getByRole("textbox", { name: "Message" }),
    "Dear {{preferred name}, {{salary}",
  );
  expect(await within(sheet).findByText(/Dear Robin/)).toBeDefined();
  expect(within(sheet).getByText(/is no field/)).toBeDefined();
  await user.click(within(sheet).getByRole("button", { name: "Save" }));
  expect(await screen.findByText("Saved Outcome", { ignore: "[aria-live] *" })).toBeDefined();
  expect(asks("save_template")).toHaveLength(1);
  await user.click(screen.getByRole("button", { name: "Remove Outcome" }));
  const sure = await dialog("Remove Outcome?");
  await user.click(within(sure).getByRole("button", { name: "Remove" }));
  expect(await screen.findByText("Removed Outcome", { ignore: "[aria-live] *" })).toBeDefined();
});
