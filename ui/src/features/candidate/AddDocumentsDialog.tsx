import { useState } from "react";
import { Field } from "../../components/Field";
import { FormDialog } from "../../components/FormDialog";
import list from "../../components/List.module.css";
import { Notice } from "../../components/Notice";
import { RadioField } from "../../components/RadioField";
import { SelectField } from "../../components/SelectField";
import { useToast } from "../../components/Toast";
import type {
  ApplicationId,
  ApplicationView,
  CandidateId,
  DocumentKind,
  FileNotTaken,
} from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { useText } from "../../text/text";
import { DOCUMENT_KINDS } from "./documentWords";

/** Collected for no application by name. */
const NONE = "none";

interface Props {
  candidate: CandidateId;
  name: string;
  applications: readonly ApplicationView[];
  /** What files that were dropped on the window are called; nothing where they are chosen in a dialog. */
  dropped: readonly string[] | null;
  onClose: () => void;
}

/** Says what documents are and for which role they were collected, then asks for the files, or takes those dropped. */
export function AddDocumentsDialog({ candidate, name, applications, dropped, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const add = useAct("add_documents", { errors: "caller" });
  const [kind, setKind] = useState<DocumentKind | null>(null);
  const [label, setLabel] = useState("");
  const [collectedFor, setCollectedFor] = useState<string>(applications[0]?.application ?? NONE);
  const [notTaken, setNotTaken] = useState<FileNotTaken[]>([]);
  // The program gives dropped files once: whoever tries again chooses them.
  const [held, setHeld] = useState(dropped);

  const validate = () => [
    ...(kind === null ? [{ field: "kind", problem: t("documents-add-kind-missing") }] : []),
    ...(kind === "other" && label.trim() === ""
      ? [{ field: "label", problem: t("documents-add-label-missing") }]
      : []),
  ];
  const save = async () => {
    if (kind === null) return;
    const { added, notTaken: refused } = await add.mutateAsync({
      details: {
        candidate,
        application: collectedFor === NONE ? null : (collectedFor as ApplicationId),
        kind,
        label: kind === "other" ? label.trim() : null,
      },
      dropped: held !== null,
    });
    setHeld(null);
    setNotTaken(refused);
    if (added > 0) {
      toast.show({ message: t("documents-added", { count: added, name }), undo: null });
      if (refused.length === 0) onClose();
    }
  };

  return (
    <FormDialog
      title={t("documents-add-title", { name })}
      onClose={onClose}
      onSubmit={save}
      validate={validate}
      submit={
        held === null ? t("documents-add-save") : t("documents-add-dropped", { count: held.length })
      }
      cancel={t("candidate-cancel")}
    >
      {notTaken.length > 0 && (
        <Notice
          tone="warn"
          title={t("documents-not-taken", { count: notTaken.length })}
          isAlert={true}
        >
          <ul>
            {notTaken.map(({ name: file, because }) => (
              <li key={file}>{t("documents-not-taken-one", { file, because })}</li>
            ))}
          </ul>
        </Notice>
      )}
      {held !== null && (
        <ul className={list.soft} aria-label={t("documents-add-held")}>
          {held.map((file) => (
            <li key={file}>
              <bdi>{file}</bdi>
            </li>
          ))}
        </ul>
      )}
      <RadioField
        name="kind"
        label={t("documents-add-kind")}
        options={DOCUMENT_KINDS.map((id) => ({ id, label: t("documents-kind", { kind: id }) }))}
        value={kind}
        onChange={setKind}
      />
      {kind === "other" && (
        <Field
          name="label"
          label={t("documents-add-label")}
          value={label}
          onChange={setLabel}
          maxLength={200}
        />
      )}
      {applications.length > 0 && (
        <SelectField
          name="application"
          label={t("documents-add-for")}
          options={[
            ...applications.map(({ application, vacancyTitle }) => ({
              id: application as string,
              label: vacancyTitle,
            })),
            { id: NONE, label: t("documents-add-for-none") },
          ]}
          value={collectedFor}
          onChange={setCollectedFor}
        />
      )}
      <p>{t("documents-add-what")}</p>
    </FormDialog>
  );
}
