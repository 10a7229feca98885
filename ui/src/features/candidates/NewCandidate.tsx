import { useState } from "react";
import { useGo } from "../../app/places";
import { useSession } from "../../app/session";
import { Button } from "../../components/Button";
import { Form } from "../../components/Form";
import { PageHeader } from "../../components/PageHeader";
import { useToast } from "../../components/Toast";
import type { VacancyId } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { useText } from "../../text/text";
import styles from "./Candidates.module.css";
import { type Draft, emptyDraft, problemsOf, requestOf } from "./draft";
import { ApplicationPart, ReachPart, SourcePart, WhoPart } from "./NewCandidateParts";
import { Twins } from "./Twins";

interface Props {
  /** The vacancy the form was opened from. */
  vacancy: VacancyId | null;
}

/** Adds someone who applied, was approached or sent a CV. */
export function NewCandidate({ vacancy }: Props) {
  const t = useText();
  const go = useGo();
  const toast = useToast();
  const { today } = useSession();
  const add = useAct("add_candidate", { errors: "caller" });
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(vacancy, today));
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const name = [draft.given, draft.family]
    .map((part) => part.trim())
    .join(" ")
    .trim();

  async function submit() {
    const request = requestOf(draft, today);
    if (request === null) return;
    const { candidate, undo } = await add.mutateAsync(request);
    toast.show({ message: t("candidates-new-added", { name }), undo });
    go({ at: "candidate", id: candidate });
  }

  return (
    <div className={styles.form}>
      <PageHeader
        title={t("candidates-new-title")}
        back={{ place: { at: "candidates" }, label: t("candidates-new-back") }}
      />
      <Form
        validate={() => problemsOf(draft, today)}
        onSubmit={submit}
        actions={
          <>
            <Button type="submit" variant="primary" isDisabled={add.isPending}>
              {t("candidates-new-save")}
            </Button>
            <Button variant="plain" onPress={() => go({ at: "candidates" })}>
              {t("candidates-new-cancel")}
            </Button>
          </>
        }
      >
        <WhoPart draft={draft} onChange={change} />
        <Twins draft={draft} />
        <ReachPart draft={draft} onChange={change} />
        <SourcePart draft={draft} onChange={change} />
        <ApplicationPart draft={draft} onChange={change} />
      </Form>
    </div>
  );
}
