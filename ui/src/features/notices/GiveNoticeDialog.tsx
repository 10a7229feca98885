import { useState } from "react";
import { useSession } from "../../app/session";
import { FormDialog } from "../../components/FormDialog";
import { useToast } from "../../components/Toast";
import type { CandidateId, NoticeChoice } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { useText } from "../../text/text";
import { checkGiving, GiveFields, type Giving } from "./GiveFields";
import { inForceOn } from "./noticeWords";

interface Props {
  candidate: CandidateId;
  name: string;
  versions: readonly NoticeChoice[];
  onClose: () => void;
}

/** Records that somebody was given a version of the notice. */
export function GiveNoticeDialog({ candidate, name, versions, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const { today } = useSession();
  const give = useAct("give_notice", { errors: "caller" });
  const [giving, setGiving] = useState<Giving>(() => ({
    version: inForceOn(versions, today),
    channel: null,
    on: null,
  }));
  const save = async () => {
    const { version, channel, on } = giving;
    if (version === null || channel === null || on === null) return;
    const { undo } = await give.mutateAsync({ candidate, version, channel, on });
    toast.show({ message: t("notices-recorded", { name, version }), undo });
    onClose();
  };
  return (
    <FormDialog
      title={t("notices-give-title", { name })}
      onClose={onClose}
      onSubmit={save}
      validate={() => checkGiving(giving, false, today)}
      submit={t("notices-give-save")}
      cancel={t("notices-cancel")}
    >
      <p>{t("notices-give-what")}</p>
      <GiveFields giving={giving} versions={versions} isDayOfForm={false} onChange={setGiving} />
    </FormDialog>
  );
}
