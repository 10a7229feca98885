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
  onChange: (candidate: CandidateId) => void;
}

/** Finds somebody by a part of their name, and chooses one. */
export function FindPerson({ name, value, onChange }: Props) {
  const t = useText();
  const [text, setText] = useState("");
  const enough = text.trim().length >= 2;
  const found = useCommand(
    "list_candidates",
    { filter: { ...anyCandidate(), text: text.trim() }, sort: { by: "name", descending: false } },
    { enabled: enough, staleTime: 0, gcTime: 0, throwOnError: false },
  ).data;
  const matches = enough
    ? (found?.rows ?? []).slice(0, 7).map((row) => ({ id: row.candidate, label: row.name }))
    : [];
  return (
    <>
      <Field
        label={t("requests-find")}
        hint={t("requests-find-hint")}
        value={text}
        onChange={setText}
      />
      {matches.length > 0 ? (
        <RadioField<CandidateId>
          name={name}
          label={t("requests-about")}
          options={matches}
          value={value}
          onChange={onChange}
        />
      ) : (
        enough && <p>{t("requests-nobody-found")}</p>
      )}
    </>
  );
}
