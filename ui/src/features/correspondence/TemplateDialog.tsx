import { useEffect, useState } from "react";
import { Field } from "../../components/Field";
import { FormDialog } from "../../components/FormDialog";
import { Notice } from "../../components/Notice";
import { SelectField } from "../../components/SelectField";
import { TextAreaField } from "../../components/TextAreaField";
import { useToast } from "../../components/Toast";
import { call } from "../../ipc/call";
import type { MessagePurpose, TemplatePreview, TemplateView } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { useText } from "../../text/text";
import styles from "./Correspondence.module.css";
import { PURPOSES } from "./messageWords";

/** How long after a letter was typed the preview follows, in milliseconds. */
const SOON = 200;

interface Props {
  /** The one to change; nothing adds another. */
  template: TemplateView | null;
  fields: readonly string[];
  onClose: () => void;
}

/** A template: what it is for, what it says, and what it would say to somebody made up. */
export function TemplateDialog({ template, fields, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const save = useAct("save_template", { errors: "caller" });
  const [name, setName] = useState(template?.name ?? "");
  const [purpose, setPurpose] = useState<MessagePurpose>(
    template?.purpose ?? "applicationReceived",
  );
  const [subject, setSubject] = useState(template?.subject ?? "");
  const [body, setBody] = useState(template?.body ?? "");
  const [preview, setPreview] = useState<TemplatePreview | null>(null);
  useEffect(() => {
    let isWanted = true;
    const timer = window.setTimeout(() => {
      call("preview_template", { subject, body }).then(
        (answer) => {
          if (isWanted) setPreview(answer);
        },
        // What can't be previewed is said when it is saved.
        () => undefined,
      );
    }, SOON);
    return () => {
      isWanted = false;
      window.clearTimeout(timer);
    };
  }, [subject, body]);

  const validate = () => [
    ...(name.trim() === "" ? [{ field: "fields.name", problem: t("templates-name-missing") }] : []),
    ...(subject.trim() === ""
      ? [{ field: "subject", problem: t("templates-subject-missing") }]
      : []),
    ...(body.trim() === "" ? [{ field: "body", problem: t("templates-body-missing") }] : []),
  ];
  const submit = async () => {
    await save.mutateAsync({
      of: template === null ? null : { template: template.template, revision: template.revision },
      fields: { purpose, name: name.trim(), subject: subject.trim(), body },
    });
    toast.show({ message: t("templates-saved", { name: name.trim() }), undo: null });
    onClose();
  };
  return (
    <FormDialog
      title={template === null ? t("templates-add") : t("templates-edit-title", { name })}
      onClose={onClose}
      onSubmit={submit}
      validate={validate}
      submit={t("templates-save")}
      cancel={t("templates-cancel")}
      isSheet
    >
      <Field
        name="name"
        label={t("templates-name")}
        value={name}
        onChange={setName}
        maxLength={200}
      />
      <SelectField
        name="purpose"
        label={t("templates-purpose")}
        options={PURPOSES.map((id) => ({
          id,
          label: t("correspondence-purpose", { purpose: id }),
        }))}
        value={purpose}
        onChange={setPurpose}
      />
      <Field
        name="subject"
        label={t("correspondence-subject")}
        value={subject}
        onChange={setSubject}
        maxLength={200}
      />
      <TextAreaField
        name="body"
        label={t("correspondence-body")}
        rows={12}
        value={body}
        onChange={setBody}
      />
      <div>
        <p>{t("templates-fields")}</p>
        <ul className={styles.fields}>
          {fields.map((field) => (
            <li key={field}>
              <code>{field}</code>
            </li>
          ))}
        </ul>
      </div>
      {preview !== null && preview.problems.length > 0 && (
        <Notice tone="warn" title={t("templates-problems")}>
          <ul>
            {preview.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Notice>
      )}
      {preview !== null && preview.body !== "" && (
        <figure className={styles.templates}>
          <figcaption>{t("templates-preview")}</figcaption>
          <section className={styles.words} aria-label={t("templates-preview")} tabIndex={0}>
            <strong>{preview.subject}</strong>
            {"\n\n"}
            {preview.body}
          </section>
        </figure>
      )}
    </FormDialog>
  );
}
