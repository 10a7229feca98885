import { useState } from "react";
import { CheckGroupField } from "../../../components/CheckGroupField";
import { FormDialog } from "../../../components/FormDialog";
import { RadioField } from "../../../components/RadioField";
import { TextAreaField } from "../../../components/TextAreaField";
import { useToast } from "../../../components/Toast";
import type {
  Exemption,
  FieldProblem,
  ItemOutcome,
  RequestView,
  Right,
} from "../../../ipc/generated/bindings";
import { useAct } from "../../../ipc/queries";
import { useText } from "../../../text/text";
import { groundWord, rightWord } from "./requestWords";

const OUTCOMES: readonly ItemOutcome[] = ["granted", "partly", "refused"];

interface Props {
  view: RequestView;
  right: Right;
  onClose: () => void;
}

/** Decides on one right: granted, in part, or refused with grounds and reasons. */
export function DecideItemDialog({ view, right, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const decide = useAct("decide_request", { errors: "caller" });
  const before = view.case.items.find((item) => item.right === right)?.decision ?? null;
  const [outcome, setOutcome] = useState<ItemOutcome | null>(before?.outcome ?? null);
  const [grounds, setGrounds] = useState<readonly Exemption[]>(before?.grounds ?? []);
  const [reasons, setReasons] = useState("");
  const refuses = outcome === "partly" || outcome === "refused";
  const possible = view.items.find((item) => item.right === right)?.grounds ?? [];

  const validate = () => {
    const problems: FieldProblem[] = [];
    const add = (field: string, id: string) => problems.push({ field, problem: t(id) });
    if (outcome === null) add("outcome", "requests-outcome-missing");
    if (refuses && grounds.length === 0) add("grounds", "requests-grounds-missing");
    if (refuses && reasons.trim() === "") add("reasons", "requests-reasons-missing");
    return problems;
  };
  const save = async () => {
    if (outcome === null) return;
    await decide.mutateAsync({
      request: view.request,
      revision: view.revision,
      right,
      outcome,
      grounds: refuses ? [...grounds] : [],
      reasons: reasons.trim(),
    });
    toast.show({ message: t("requests-decided"), undo: null });
    onClose();
  };

  return (
    <FormDialog
      isSheet
      title={t("requests-decide-title", { right: rightWord(right) })}
      onClose={onClose}
      onSubmit={save}
      validate={validate}
      submit={t("requests-decide-save")}
      cancel={t("requests-cancel")}
    >
      <p>{t("requests-decide-what", { right })}</p>
      <RadioField<ItemOutcome>
        name="outcome"
        label={t("requests-outcome-label")}
        options={OUTCOMES.map((id) => ({ id, label: t("requests-outcome", { outcome: id }) }))}
        value={outcome}
        onChange={setOutcome}
      />
      {refuses && (
        <CheckGroupField<Exemption>
          name="grounds"
          label={t("requests-grounds")}
          options={possible.map((id) => ({ id, label: groundWord(id) }))}
          value={grounds}
          onChange={setGrounds}
        />
      )}
      <TextAreaField
        name="reasons"
        label={t("requests-reasons")}
        hint={t("requests-reasons-hint")}
        isOptional={!refuses}
        value={reasons}
        onChange={setReasons}
      />
    </FormDialog>
  );
}
