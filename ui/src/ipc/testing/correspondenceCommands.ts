import type {
  CandidateId,
  DocumentId,
  MessageCheck,
  MessageTemplateId,
  OpenedMessage,
  SaveMessageDraft,
  TemplateView,
} from "../generated/bindings";
import type { Answers } from "./fake";
import { type Fake, refuse } from "./fakeState";
import { TODAY } from "./model";
import { titleOf } from "./views";

type Correspondence = Pick<
  Answers,
  | "list_correspondence"
  | "open_message"
  | "remove_message"
  | "check_message"
  | "open_draft"
  | "save_draft"
  | "discard_draft"
  | "hand_over_message"
  | "choose_mail"
  | "record_message"
  | "list_templates"
  | "preview_template"
  | "merge_template"
  | "save_template"
  | "remove_template"
>;

const NOW = `${TODAY}T14:03:00Z`;
const NEEDS_PERMISSION = ["reserveList", "otherVacancies", "survey"];

/** The fake's answers about messages and templates. */
export function correspondenceCommands(fake: Fake): Correspondence {
  const messages = new Map<CandidateId, OpenedMessage[]>();
  const drafts = new Map<CandidateId, SaveMessageDraft>();
  let templates: TemplateView[] = [
    {
      template: "template-received" as MessageTemplateId,
      revision: 1,
      purpose: "applicationReceived",
      name: "Application received",
      subject: "Your application: {vacancy}",
      body: "Dear {preferred name},\n\nthank you for your application. We meet on {interview date}.",
    },
  ];
  const of = (candidate: CandidateId) => messages.get(candidate) ?? [];
  const find = (candidate: CandidateId) =>
    fake.store.candidates.get(candidate) ?? refuse({ code: "notFound" });
  const add = (candidate: CandidateId, one: OpenedMessage) => {
    messages.set(candidate, [one, ...of(candidate)]);
    fake.emit("changed", null);
  };
  const by = () => fake.store.accounts[fake.viewer]?.name ?? "";
  const check = ({ purpose, body }: SaveMessageDraft): MessageCheck => {
    const isRefused = NEEDS_PERMISSION.includes(purpose);
    return {
      basis: isRefused
        ? null
        : { rule: "P3", sentence: "Sent to reply and communicate with them." },
      refused: isRefused
        ? {
            rule: "CON-11",
            sentence: "They gave no permission that is live today: ask them first.",
          }
        : null,
      unfilled: body.includes("{interview date}") ? ["{interview date}"] : [],
      sensitive: body.includes("pregnant") ? ["pregnancy"] : [],
      lacks: isRefused ? "Answer this message and say so." : null,
      noticeMissing: false,
      to: "somebody@example.org",
    };
  };
  return {
    list_correspondence: ({ candidate }) => ({
      messages: { is: "shown", value: of(candidate).map(({ message }) => message) },
      draft: drafts.get(candidate)?.purpose ?? null,
      mayWrite: fake.may().includes("editCandidate"),
    }),
    open_message: ({ candidate, message }) =>
      of(candidate).find((one) => one.message.message === message) ?? refuse({ code: "notFound" }),
    remove_message: ({ candidate, message }) => {
      messages.set(
        candidate,
        of(candidate).filter((one) => one.message.message !== message),
      );
      fake.emit("changed", null);
      return { undo: null };
    },
    check_message: (request) => check(request),
    open_draft: ({ candidate }) => {
      const draft = drafts.get(candidate);
      return {
        isThere: draft !== undefined,
        application: draft?.application ?? null,
        purpose: draft?.purpose ?? "reply",
        subject: draft?.subject ?? "",
        body: draft?.body ?? "",
        savedAt: draft === undefined ? null : NOW,
      };
    },
    save_draft: (request) => {
      drafts.set(request.candidate, request);
      return { savedAt: NOW };
    },
    discard_draft: ({ candidate }) => {
      drafts.delete(candidate);
      fake.emit("changed", null);
      return { undo: null };
    },
    hand_over_message: ({ candidate }) => {
      const draft = drafts.get(candidate) ?? refuse({ code: "notFound" });
      const refused = check(draft).refused;
      if (refused !== null) return refuse({ code: "refused", detail: refused });
      drafts.delete(candidate);
      add(candidate, {
        message: {
          message: `message-${fake.nextNumber()}` as DocumentId,
          direction: "out",
          channel: "email",
          purpose: draft.purpose,
          at: NOW,
          vacancyTitle: null,
          by: by(),
        },
        with: "somebody@example.org",
        subject: draft.subject,
        body: draft.body,
      });
      return { saved: true };
    },
    choose_mail: () => ({
      number: 1,
      subject: "About the role",
      from: "somebody@example.org",
      sentAt: NOW,
      body: "Dear all, here is my CV.",
      cut: false,
      attachments: [
        { name: "cv.pdf", bytes: 52_000, problem: null },
        { name: "run.exe", bytes: 900, problem: "This kind of file is not taken." },
      ],
      leftOut: 0,
      isTheirs: true,
    }),
    record_message: ({ candidate, application, ...said }) => {
      const about = find(candidate).applications.find(({ id }) => id === application);
      add(candidate, {
        message: {
          message: `message-${fake.nextNumber()}` as DocumentId,
          direction: said.direction,
          channel: said.channel,
          purpose: said.purpose,
          at: NOW,
          vacancyTitle: about === undefined ? null : titleOf(fake.store, about),
          by: by(),
        },
        with: said.with ?? "",
        subject: said.subject ?? "",
        body: said.body,
      });
      return { undo: null };
    },
    list_templates: () => ({
      templates,
      fields: ["{candidate name}", "{preferred name}", "{vacancy}", "{interview date}"],
      mayEdit: fake.may().includes("manageAccounts"),
    }),
    preview_template: ({ subject, body }) => ({
      subject: subject.replace("{vacancy}", "Press Officer"),
      body: body.replace("{preferred name}", "Robin"),
      problems: body.includes("{salary}") ? ["“{salary}” in line 1 is no field."] : [],
    }),
    merge_template: ({ candidate, template }) => {
      const found = templates.find((one) => one.template === template);
      if (found === undefined) return refuse({ code: "notFound" });
      const { name } = find(candidate).details;
      const called = name.preferred ?? name.given ?? name.family;
      return {
        purpose: found.purpose,
        subject: found.subject,
        body: found.body.replace("{preferred name}", called),
      };
    },
    save_template: ({ of: known, fields }) => {
      const template = known?.template ?? (`template-${fake.nextNumber()}` as MessageTemplateId);
      const revision = (known?.revision ?? 0) + 1;
      templates = [
        ...templates.filter((one) => one.template !== template),
        { template, revision, ...fields },
      ];
      fake.emit("changed", null);
      return { undo: null };
    },
    remove_template: ({ template }) => {
      templates = templates.filter((one) => one.template !== template);
      fake.emit("changed", null);
      return { undo: null };
    },
  };
}
