import { SelectField } from "../../components/SelectField";
import { useCommand } from "../../ipc/queries";
import { useText } from "../../text/text";
import { versionChoices } from "./noticeWords";

/** No form carried it, or nobody knows. */
const NONE = "none";

interface Props {
  value: number | null;
  onChange: (version: number | null) => void;
}

/** Which version of the notice a form carried; nothing is assumed, and nothing asked where no version is recorded. */
export function CarriedField({ value, onChange }: Props) {
  const t = useText();
  const versions = useCommand("notice_choices", {}).data?.versions ?? [];
  if (versions.length === 0) return null;
  return (
    <SelectField
      name="notice"
      label={t("notices-form-carried")}
      hint={t("notices-form-carried-hint")}
      isOptional
      options={[{ id: NONE, label: t("notices-form-unknown") }, ...versionChoices(versions)]}
      value={value === null ? NONE : String(value)}
      onChange={(chosen) => onChange(chosen === NONE ? null : Number(chosen))}
      width="medium"
    />
  );
}
