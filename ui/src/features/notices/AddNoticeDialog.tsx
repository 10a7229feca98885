import { useState } from "react";
import { useSession } from "../../app/session";
import { CheckGroupField } from "../../components/CheckGroupField";
import { DateField } from "../../components/DateField";
import { FormDialog } from "../../components/FormDialog";
import { TextAreaField } from "../../components/TextAreaField";
import { useToast } from "../../components/Toast";
import type { FieldProblem, NoticeItem, NoticesView } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { say, useText } from "../../text/text";
import { itemWord } from "./noticeWords";

interface Props {
  view: NoticesView;
  onClose: () => void;
}

/** Adds the next version of the notice. What it says is ticked by whoever has read it; nothing is ticked beforehand. */
export function AddNoticeDialog({ view: { versions, items }, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const { today } = useSession();
  const add = useAct("add_notice_version", { errors: "caller" });
  const latest = versions[0];
  const version = (latest?.version ?? 0) + 1;
  const [text, setText] = useState(latest?.notice.text ?? "");
  const [inForceFrom, setInForceFrom] = useState<string | null>(today);
  const [contains, setContains] = useState<readonly NoticeItem[]>([]);
  const [related, setRelated] = useState(latest?.notice.related.join("\n") ?? "");
  const missing = items.length - contains.length;

  const validate = () => {
    const problems: FieldProblem[] = [];
    if (text.trim() === "") {
      problems.push({ field: "notice.text", problem: say("notices-text-missing") });
    }
    if (inForceFrom === null) {
      problems.push({ field: "notice.inForceFrom", problem: say("notices-from-missing") });
    }
    return problems;
  };
  const save = async () => {
    if (inForceFrom === null) return;
    await add.mutateAsync({
      seen: version - 1,
      notice: {
        text: text.trim(),
        inForceFrom,
        contains: [...contains],
        related: related
          .split("\n")
          .map((line) => line.trim())
          .filter(Boolean),
      },
    });
    toast.show({ message: t("notices-added", { version }), undo: null });
    onClose();
  };

  return (
    <FormDialog
      isSheet
      title={t("notices-add-title", { version })}
      onClose={onClose}
      onSubmit={save}
      validate={validate}
      submit={t("notices-add-save", { version })}
      cancel={t("notices-cancel")}
    >
      <p>{t("notices-add-what")}</p>
      <TextAreaField
        name="notice.text"
        label={t("notices-text")}
        rows={10}
        value={text}
        onChange={setText}
      />
      <DateField
        name="notice.inForceFrom"
        label={t("notices-from-field")}
        hint={t("notices-from-hint")}
        value={inForceFrom}
        onChange={setInForceFrom}
      />
      <CheckGroupField
        name="notice.contains"
        label={t("notices-contains")}
        hint={t("notices-contains-hint")}
        isOptional
        options={items.map((id) => ({ id, label: itemWord(id) }))}
        value={contains}
        onChange={setContains}
      />
      <p role="status">{t("notices-missing-so-far", { count: missing })}</p>
      <TextAreaField
        name="notice.related"
        label={t("notices-related-field")}
        hint={t("notices-related-hint")}
        isOptional
        rows={3}
        value={related}
        onChange={setRelated}
      />
    </FormDialog>
  );
}
