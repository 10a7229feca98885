import { useState } from "react";
import { Field } from "../../components/Field";
import { FormDialog } from "../../components/FormDialog";
import { SelectField } from "../../components/SelectField";
import { useToast } from "../../components/Toast";
import type { Arrangement, RoleAsks, VacancyId } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { useText } from "../../text/text";
import { orNull } from "../../text/typed";
import { ARRANGEMENTS, listOf } from "./wordLists";

/** Nothing is said of where the work is done. */
const UNSAID = "unsaid";

interface Props {
  vacancy: VacancyId;
  title: string;
  asks: RoleAsks;
  onClose: () => void;
}

/** Says what a role asks for. */
export function DescribeRoleDialog({ vacancy, title, asks, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const describe = useAct("describe_role", { errors: "caller" });
  const [family, setFamily] = useState(asks.family ?? "");
  const [skills, setSkills] = useState(asks.skills.join(", "));
  const [place, setPlace] = useState(asks.place ?? "");
  const [arrangement, setArrangement] = useState<Arrangement | typeof UNSAID>(
    asks.arrangement ?? UNSAID,
  );

  const [office, setOffice] = useState(asks.office ?? "");

  const save = async () => {
    const { undo } = await describe.mutateAsync({
      vacancy,
      asks: {
        family: orNull(family),
        skills: listOf(skills),
        place: orNull(place),
        arrangement: arrangement === UNSAID ? null : arrangement,
        office: orNull(office),
      },
    });
    toast.show({ message: t("matches-asks-saved", { vacancy: title }), undo });
    onClose();
  };
  return (
    <FormDialog
      title={t("matches-asks-title", { vacancy: title })}
      onClose={onClose}
      onSubmit={save}
      submit={t("matches-asks-save")}
      cancel={t("matches-cancel")}
    >
      <Field
        name="asks.family"
        label={t("matches-family")}
        hint={t("matches-family-help")}
        isOptional
        value={family}
        onChange={setFamily}
        maxLength={200}
      />
      <Field
        name="asks.skills"
        label={t("matches-skills")}
        hint={t("matches-skills-help")}
        isOptional
        value={skills}
        onChange={setSkills}
      />
      <Field
        name="asks.place"
        label={t("matches-place")}
        isOptional
        value={place}
        onChange={setPlace}
        width="medium"
        maxLength={200}
      />
      <SelectField<Arrangement | typeof UNSAID>
        name="asks.arrangement"
        label={t("matches-arrangement")}
        options={[
          { id: UNSAID, label: t("matches-not-said") },
          ...ARRANGEMENTS.map((id) => ({
            id,
            label: t("matches-arrangement-choice", { arrangement: id }),
          })),
        ]}
        value={arrangement}
        onChange={setArrangement}
        width="medium"
      />
      <Field
        name="asks.office"
        label={t("matches-office")}
        hint={t("matches-office-help")}
        isOptional
        value={office}
        onChange={setOffice}
        maxLength={200}
      />
    </FormDialog>
  );
}
