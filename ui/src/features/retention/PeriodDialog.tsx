import { useState } from "react";
import { useSession } from "../../app/session";
import { DateField } from "../../components/DateField";
import { FormDialog } from "../../components/FormDialog";
import { RadioField } from "../../components/RadioField";
import type { ReportForm } from "../../ipc/generated/bindings";
import { useText } from "../../text/text";
import { FORMS } from "./ReportMenu";
import { useSaveReport } from "./useSaveReport";

interface Props {
  onClose: () => void;
}

/** Asks for the days and the form of a report of every erasure in between. */
export function PeriodDialog({ onClose }: Props) {
  const t = useText();
  const { today } = useSession();
  const { save } = useSaveReport();
  const [from, setFrom] = useState<string | null>(`${today.slice(0, 4)}-01-01`);
  const [to, setTo] = useState<string | null>(today);
  const [form, setForm] = useState<ReportForm>("pdf");

  const validate = () => [
    ...(from === null ? [{ field: "from", problem: t("retention-period-missing") }] : []),
    ...(to === null ? [{ field: "to", problem: t("retention-period-missing") }] : []),
    ...(from !== null && to !== null && to < from
      ? [{ field: "to", problem: t("retention-period-backwards") }]
      : []),
  ];
  const submit = async () => {
    if (from === null || to === null) return;
    await save({ of: { of: "period", from, to }, form });
    onClose();
  };

  return (
    <FormDialog
      title={t("retention-period-title")}
      onClose={onClose}
      onSubmit={submit}
      validate={validate}
      submit={t("retention-period-save")}
      cancel={t("retention-period-cancel")}
    >
      <DateField name="from" label={t("retention-period-from")} value={from} onChange={setFrom} />
      <DateField name="to" label={t("retention-period-to")} value={to} onChange={setTo} />
      <RadioField
        name="form"
        label={t("retention-period-form")}
        options={FORMS.map((id) => ({ id, label: t(`retention-report-${id}`) }))}
        value={form}
        onChange={setForm}
      />
    </FormDialog>
  );
}
