import { useState } from "react";
import { useSession } from "../../app/session";
import { DateField } from "../../components/DateField";
import { FormDialog } from "../../components/FormDialog";
import { RadioField } from "../../components/RadioField";
import { useToast } from "../../components/Toast";
import type { AccountRow, FieldProblem, TrainingWay } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { useText } from "../../text/text";

const WAYS: readonly TrainingWay[] = ["live", "refresher"];

interface Props {
  person: AccountRow;
  onClose: () => void;
}

/** Records the data protection training that somebody had, without which they open no personal data. */
export function TrainingDialog({ person, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const { today } = useSession();
  const record = useAct("record_training", { errors: "caller" });
  const [way, setWay] = useState<TrainingWay>("live");
  const [heldOn, setHeldOn] = useState<string | null>(today);

  const validate = () => {
    const problems: FieldProblem[] = [];
    if (heldOn === null) {
      problems.push({ field: "heldOn", problem: t("people-training-missing") });
    } else if (heldOn > today) {
      problems.push({ field: "heldOn", problem: t("people-training-future") });
    }
    return problems;
  };
  const save = async () => {
    if (heldOn === null) return;
    await record.mutateAsync({ account: person.account, way, heldOn });
    toast.show({ message: t("people-training-saved", { name: person.name }), undo: null });
    onClose();
  };

  return (
    <FormDialog
      title={t("people-training-title", { name: person.name })}
      onClose={onClose}
      onSubmit={save}
      validate={validate}
      submit={t("people-training-save")}
      cancel={t("people-cancel")}
    >
      <RadioField
        name="way"
        label={t("people-training-way")}
        options={WAYS.map((id) => ({
          id,
          label: t(`people-training-way-${id}`),
          hint: t(`people-training-what-${id}`),
        }))}
        value={way}
        onChange={setWay}
      />
      <DateField
        name="heldOn"
        label={t("people-training-held")}
        value={heldOn}
        onChange={setHeldOn}
      />
    </FormDialog>
  );
}
