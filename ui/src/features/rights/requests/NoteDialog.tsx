import { useState } from "react";
import { useSession } from "../../../app/session";
import { DateField } from "../../../components/DateField";
import { FormDialog } from "../../../components/FormDialog";
import { RadioField } from "../../../components/RadioField";
import { TextAreaField } from "../../../components/TextAreaField";
import { useToast } from "../../../components/Toast";
import type {
  CandidateId,
  ExtensionReason,
  FieldProblem,
  RequestEvent,
  RequestView,
} from "../../../ipc/generated/bindings";
import { useAct } from "../../../ipc/queries";
import { useText } from "../../../text/text";
import { FindPerson } from "./FindPerson";

/** What can be noted of a request. */
export type Noting = RequestEvent["kind"];

interface Props {
  view: RequestView;
  noting: Noting;
  onClose: () => void;
}

const WITHOUT_DAY: readonly Noting[] = ["feeProposed", "found"];
const WITH_WORDS: readonly Noting[] = [
  "questionAsked",
  "questionAnswered",
  "feeProposed",
  "extended",
];

/** Notes what happened on a request: a day, and words where there are any. */
export function NoteDialog({ view, noting, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const { today } = useSession();
  const note = useAct("note_request", { errors: "caller" });
  const [on, setOn] = useState<string | null>(today);
  const [words, setWords] = useState("");
  const [because, setBecause] = useState<ExtensionReason | null>(null);
  const [candidate, setCandidate] = useState<CandidateId | null>(null);
  const needsWords = WITH_WORDS.includes(noting);
  const needsDay = !WITHOUT_DAY.includes(noting);

  const validate = () => {
    const problems: FieldProblem[] = [];
    const add = (field: string, id: string) => problems.push({ field, problem: t(id) });
    if (needsDay && on === null) add("event.on", "requests-day-missing");
    if (needsWords && noting !== "questionAnswered" && words.trim() === "") {
      add("event.words", "requests-words-missing");
    }
    if (noting === "extended" && because === null) {
      add("event.because", "requests-extension-because-missing");
    }
    if (noting === "found" && candidate === null) {
      add("event.candidate", "requests-about-missing");
    }
    return problems;
  };
  const event = (): RequestEvent | null => {
    if (noting === "found") return candidate === null ? null : { kind: "found", candidate };
    if (noting === "feeProposed") return { kind: "feeProposed", words: words.trim() };
    if (on === null) return null;
    switch (noting) {
      case "questionAsked":
      case "questionAnswered":
        return { kind: noting, on, words: words.trim() };
      case "extended":
        return because === null ? null : { kind: "extended", on, because, words: words.trim() };
      case "restrictionLifted":
        return { kind: "restrictionLifted", toldOn: on };
      case "identityAsked":
      case "identitySeen":
      case "feeAsked":
      case "feePaid":
        return { kind: noting, on };
    }
  };
  const save = async () => {
    const said = event();
    if (said === null) return;
    await note.mutateAsync({ request: view.request, revision: view.revision, event: said });
    toast.show({ message: t("requests-noted"), undo: null });
    onClose();
  };

  return (
    <FormDialog
      title={t("requests-note-title", { noting })}
      onClose={onClose}
      onSubmit={save}
      validate={validate}
      submit={t("requests-note-save", { noting })}
      cancel={t("requests-cancel")}
    >
      <p>{t("requests-note-what", { noting })}</p>
      {noting === "found" && (
        <FindPerson name="event.candidate" value={candidate} onChange={setCandidate} />
      )}
      {noting === "extended" && (
        <RadioField<ExtensionReason>
          name="event.because"
          label={t("requests-extension-because")}
          options={(["complexity", "number"] as const).map((id) => ({
            id,
            label: t("requests-extension-reason", { because: id }),
          }))}
          value={because}
          onChange={setBecause}
        />
      )}
      {needsWords && (
        <TextAreaField
          name="event.words"
          label={t("requests-note-words", { noting })}
          isOptional={noting === "questionAnswered"}
          value={words}
          onChange={setWords}
        />
      )}
      {needsDay && (
        <DateField
          name="event.on"
          label={t("requests-note-day", { noting })}
          value={on}
          onChange={setOn}
        />
      )}
    </FormDialog>
  );
}
