import { Menu } from "../../components/Menu";
import type { ReportForm, ReportOf } from "../../ipc/generated/bindings";
import { useText } from "../../text/text";
import { useSaveReport } from "./useSaveReport";

interface Props {
  of: ReportOf;
  label: string;
  size?: "small" | "medium";
}

/** The forms a report comes in. */
export const FORMS = ["pdf", "csv", "json"] as const satisfies readonly ReportForm[];

/** A button that saves a report, in the form that is chosen. */
export function ReportMenu({ of, label, size = "medium" }: Props) {
  const t = useText();
  const saving = useSaveReport();
  return (
    <Menu
      label={label}
      icon="file"
      size={size}
      isDisabled={saving.isPending}
      items={FORMS.map((form) => ({
        id: form,
        label: t(`retention-report-${form}`),
        hint: t(`retention-report-${form}-hint`),
      }))}
      onAction={(form) => void saving.save({ of, form }).catch(() => {})}
    />
  );
}
