import { useState } from "react";
import { useSession } from "../../app/session";
import { DateField } from "../../components/DateField";
import { FormDialog } from "../../components/FormDialog";
import { Notice } from "../../components/Notice";
import { RadioField } from "../../components/RadioField";
import { SelectField } from "../../components/SelectField";
import { useToast } from "../../components/Toast";
import type { AccountRow, Compartment, FieldProblem, TeamId } from "../../ipc/generated/bindings";
import { useAct, useCommand } from "../../ipc/queries";
import { useText } from "../../text/text";
import { compartmentWords, roleWord } from "../../text/words";
import { consequences, POSTS, type Post } from "./roleChange";

interface Props {
  person: AccountRow;
  /** The keys that would come with the role of an HR administrator. */
  keysOfHr: readonly Compartment[];
  onClose: () => void;
}

/** Changes what somebody is in the organisation, and says first what that changes for them. */
export function RoleDialog({ person, keysOfHr, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const { today } = useSession();
  const teams = useCommand("list_teams", {}).data?.teams ?? [];
  const change = useAct("change_role", { errors: "caller" });
  const direct = useAct("name_director", { errors: "caller" });
  const [post, setPost] = useState<Post>(
    // A timer's key becomes nothing else: nobody is led here by one.
    person.role === "sweepTimer" ? "member" : person.role,
  );
  const [team, setTeam] = useState<TeamId | null>(null);
  const [until, setUntil] = useState(lastDayOf(person, today));
  const word = post === "director" ? t("people-post-director") : roleWord(post);
  const needsEnd = post === "auditor";

  const validate = () => {
    const problems: FieldProblem[] = [];
    if (post === "director" && team === null) {
      problems.push({ field: "team", problem: t("people-team-missing") });
    }
    if (needsEnd && until === null) {
      problems.push({ field: "until", problem: t("people-until-missing") });
    } else if (until !== null && until < today) {
      problems.push({ field: "until", problem: t("people-until-past") });
    }
    return problems;
  };
  const save = async () => {
    const { account } = person;
    if (post !== "director") await change.mutateAsync({ account, role: post, until });
    else if (team !== null) await direct.mutateAsync({ account, team, until });
    toast.show({ message: t("people-role-saved", { name: person.name, role: word }), undo: null });
    onClose();
  };

  return (
    <FormDialog
      title={t("people-role-title", { name: person.name })}
      onClose={onClose}
      onSubmit={save}
      validate={validate}
      submit={t("people-role-save")}
      cancel={t("people-cancel")}
    >
      <RadioField<Post>
        name="role"
        label={t("people-role")}
        options={POSTS.map((id) => ({
          id,
          label: id === "director" ? t("people-post-director") : roleWord(id),
          hint: t(`people-role-what-${id}`),
        }))}
        value={post}
        onChange={(id) => {
          setPost(id);
          setUntil(id === person.role ? lastDayOf(person, today) : null);
        }}
      />
      {post === "director" && (
        <SelectField
          name="team"
          label={t("people-team")}
          options={teams.map((one) => ({ id: one.team, label: one.name }))}
          value={team}
          onChange={setTeam}
          width="medium"
        />
      )}
      <DateField
        name="until"
        label={t("people-until")}
        hint={t(needsEnd ? "people-until-help-auditor" : "people-until-help")}
        isOptional={!needsEnd}
        value={until}
        onChange={setUntil}
      />
      <Changes person={person} post={post} keysOfHr={keysOfHr} />
    </FormDialog>
  );
}

/* A last day that has passed is no day to keep. */
function lastDayOf({ until }: AccountRow, today: string): string | null {
  return until !== null && until >= today ? until : null;
}

function Changes({ person, post, keysOfHr }: Omit<Props, "onClose"> & { post: Post }) {
  const t = useText();
  if (post === person.role) return null;
  const found = consequences(person, post, keysOfHr);
  if (found.length === 0) return null;
  return (
    <Notice tone="info" title={t("people-changes", { name: person.name })}>
      {found.map((one) => (
        <p key={one.kind}>
          {t("people-change", {
            kind: one.kind,
            name: person.name,
            keys: "keys" in one ? compartmentWords(one.keys) : "",
          })}
        </p>
      ))}
    </Notice>
  );
}
