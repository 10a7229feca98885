import { useState } from "react";
import { CheckGroupField } from "../../components/CheckGroupField";
import { Field } from "../../components/Field";
import { FormDialog } from "../../components/FormDialog";
import { Notice } from "../../components/Notice";
import { RadioField } from "../../components/RadioField";
import { SelectField } from "../../components/SelectField";
import { useToast } from "../../components/Toast";
import type {
  AccountId,
  AffectedChange,
  AnswerView,
  CandidateId,
  IncidentView,
} from "../../ipc/generated/bindings";
import { useAct, useCommand } from "../../ipc/queries";
import { useText } from "../../text/text";
import { anyCandidate } from "../candidates/filter";

type How = "reach" | "add" | "nobody";

interface Props {
  view: IncidentView;
  answer: AnswerView;
  onClose: () => void;
}

/** Says who is affected: chosen one by one, worked out from a lost laptop, or nobody. */
export function PeopleDialog({ view, answer, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const change = useAct("change_affected", { errors: "caller" });
  const { incident, revision } = view;
  const isLaptop = view.kind === "lostOrStolen" && view.laptop !== null;
  const [how, setHow] = useState<How | null>(isLaptop ? "reach" : null);
  const [account, setAccount] = useState<AccountId | null>(null);
  const [chosen, setChosen] = useState<readonly Person[]>([]);

  const validate = () => {
    if (how === null) return [{ field: "how", problem: t("incidents-people-how-missing") }];
    if (how === "reach" && account === null) {
      return [{ field: "change.account", problem: t("incidents-people-account-missing") }];
    }
    if (how === "add" && chosen.length === 0) {
      return [{ field: "change.candidates", problem: t("incidents-people-chosen-missing") }];
    }
    return [];
  };
  const save = async () => {
    const said = changeOf(how, account, chosen);
    if (said === null) return;
    await change.mutateAsync({ incident, revision, change: said });
    toast.show({ message: t("incidents-people-said"), undo: null });
    onClose();
  };
  const ways: How[] = [
    ...(view.kind === "lostOrStolen" ? ["reach" as const] : []),
    "add",
    ...((answer.people ?? 0) === 0 ? ["nobody" as const] : []),
  ];

  return (
    <FormDialog
      isSheet
      title={t("incidents-people-title")}
      onClose={onClose}
      onSubmit={save}
      validate={validate}
      submit={t("incidents-people-save")}
      cancel={t("incidents-cancel")}
    >
      <p>{t("incidents-people-what")}</p>
      <RadioField<How>
        name="how"
        label={t("incidents-people-how")}
        options={ways.map((id) => ({ id, label: t("incidents-people-way", { way: id }) }))}
        value={how}
        onChange={setHow}
      />
      {how === "reach" && (
        <>
          <SelectField<AccountId>
            name="change.account"
            label={t("incidents-people-account")}
            options={answer.accounts.map(({ account: id, name }) => ({ id, label: name }))}
            value={account}
            onChange={setAccount}
          />
          {account !== null && <Reach view={view} account={account} />}
        </>
      )}
      {how === "add" && <Choose chosen={chosen} onChange={setChosen} />}
    </FormDialog>
  );
}

interface Person {
  id: CandidateId;
  label: string;
}

function changeOf(
  how: How | null,
  account: AccountId | null,
  chosen: readonly Person[],
): AffectedChange | null {
  if (how === "nobody") return { kind: "nobody" };
  if (how === "reach" && account !== null) return { kind: "reach", account };
  if (how === "add") return { kind: "add", candidates: chosen.map(({ id }) => id) };
  return null;
}

/** How many people's records the laptop could open: a count, and no name. */
function Reach({ view, account }: { view: IncidentView; account: AccountId }) {
  const t = useText();
  const found = useCommand(
    "incident_reach",
    { incident: view.incident, account },
    { throwOnError: false },
  ).data;
  if (found === undefined) return null;
  return (
    <Notice tone="info" title={t("incidents-reach", { count: found.people })}>
      <p>{t("incidents-reach-how", { seen: found.seen, opened: found.opened })}</p>
    </Notice>
  );
}

interface ChooseProps {
  chosen: readonly Person[];
  onChange: (chosen: readonly Person[]) => void;
}

function Choose({ chosen, onChange }: ChooseProps) {
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
  const matches: Person[] = enough
    ? (found?.rows ?? []).slice(0, 7).map(({ candidate, name }) => ({ id: candidate, label: name }))
    : [];
  const options = [...chosen, ...matches.filter(({ id }) => !chosen.some((one) => one.id === id))];
  return (
    <>
      <Field
        label={t("incidents-people-find")}
        hint={t("incidents-people-find-hint")}
        value={text}
        onChange={setText}
      />
      {options.length > 0 ? (
        <CheckGroupField<CandidateId>
          name="change.candidates"
          label={t("incidents-people-chosen")}
          options={options}
          value={chosen.map(({ id }) => id)}
          onChange={(ids) => onChange(options.filter(({ id }) => ids.includes(id)))}
        />
      ) : (
        <p>{t(enough ? "incidents-people-nobody-found" : "incidents-people-type")}</p>
      )}
    </>
  );
}
