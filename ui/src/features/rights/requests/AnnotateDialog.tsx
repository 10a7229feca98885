import { useState } from "react";
import { FormDialog } from "../../../components/FormDialog";
import { TextAreaField } from "../../../components/TextAreaField";
import { useToast } from "../../../components/Toast";
import type { OpinionRow, RequestView } from "../../../ipc/generated/bindings";
import { useAct } from "../../../ipc/queries";
import { useText } from "../../../text/text";
import { opinionWord } from "./requestWords";

interface Props {
  view: RequestView;
  row: OpinionRow;
  onClose: () => void;
}

/** Notes what the person says of what another found or wrote of them. */
export function AnnotateDialog({ view, row, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const annotate = useAct("annotate_opinion", { errors: "caller" });
  const [words, setWords] = useState(row.annotation?.words ?? "");
  const validate = () =>
    words.trim() === "" ? [{ field: "words", problem: t("requests-annotate-missing") }] : [];
  const save = async () => {
    const { request, revision } = view;
    await annotate.mutateAsync({ request, revision, of: row.of, words: words.trim() });
    toast.show({ message: t("requests-annotated"), undo: null });
    onClose();
  };
  return (
    <FormDialog
      title={t("requests-annotate-title", { what: opinionWord(row) })}
      onClose={onClose}
      onSubmit={save}
      validate={validate}
      submit={t("requests-annotate-save")}
      cancel={t("requests-cancel")}
    >
      <p>{t("requests-annotate-what")}</p>
      <TextAreaField
        name="words"
        label={t("requests-annotate-words")}
        value={words}
        onChange={setWords}
      />
    </FormDialog>
  );
}
