import { useState } from "react";
import { Field } from "../../../components/Field";
import { RadioField } from "../../../components/RadioField";
import type { CandidateId } from "../../../ipc/generated/bindings";
import { useCommand } from "../../../ipc/queries";
import { useText } from "../../../text/text";
import { anyCandidate } from "../../candidates/filter";

interface Props {
  name: string;
  value: CandidateId | null;
  onChange: (value: CandidateId | null) => void;
}

/** Somebody of those who are here, found by the beginning of a name. */
export function FindCandidate({ name, value, onChange }: Props) {
  const t = useText();
  const [text, setText] = useState("");
  const enough = text.trim().length >= 2;
  const found = useCommand(
    "list_candidates",
    {
      filter: { ...anyCandidate(), text: text.trim() },
      sort: { by: "name", descending: false },
    },
    { enabled: enough, staleTime: 0, gcTime: 0, throwOnError: false },
  ).data;
  const options = enough
    ? (found?.rows ?? []).slice(0, 7).map((row) => ({ id: row.candidate, label: row.name }))
    : [];
  return (
    <>
      <Field
        label={t("complaints-find")}
        hint={t("complaints-find-hint")}
        value={text}
        onChange={(typed) => {
          setText(typed);
          onChange(null);
        }}
      />
      {options.length > 0 ? (
        <RadioField<CandidateId>
          name={name}
          label={t("complaints-found")}
          options={options}
          value={value}
          onChange={onChange}
        />
      ) : (
        <p>
          {t(enough && found !== undefined ? "complaints-find-nobody" : "complaints-find-type")}
        </p>
      )}
    </>
  );
}
