import { useState } from "react";
import { useSession } from "../../app/session";
import { FormDialog } from "../../components/FormDialog";
import { useToast } from "../../components/Toast";
import type { LackingView, NoticeChoice } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { useText } from "../../text/text";
import { sourceWord } from "../../text/words";
import { checkGiving, GiveFields, type Giving } from "./GiveFields";
import { inForceOn } from "./noticeWords";

interface Props {
  of: LackingView;
  versions: readonly NoticeChoice[];
  onClose: () => void;
}

/** Records that everybody of a source, of whom nothing is recorded, was given a version. */
export function GiveToManyDialog({ of: { source, count }, versions, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const { today } = useSession();
  const give = useAct("give_notice_to_many", { errors: "caller" });
  const [giving, setGiving] = useState<Giving>(() => ({
    version: inForceOn(versions, today),
    channel: null,
    on: null,
  }));
  const save = async () => {
    const { version, channel, on } = giving;
    if (version === null || channel === null) return;
    const done = await give.mutateAsync({
      source,
      seen: count,
      version,
      channel,
      on: channel === "form" ? null : on,
    });
    const { given, leftOut } = done;
    toast.show({ message: t("notices-recorded-many", { given, leftOut }), undo: null });
    onClose();
  };
  return (
    <FormDialog
      title={t("notices-many-title", { count })}
      onClose={onClose}
      onSubmit={save}
      validate={() => checkGiving(giving, true, today)}
      submit={t("notices-many-save", { count })}
      cancel={t("notices-cancel")}
    >
      <p>{t("notices-many-what", { count, source: sourceWord(source) })}</p>
      <GiveFields giving={giving} versions={versions} isDayOfForm onChange={setGiving} />
    </FormDialog>
  );
}
