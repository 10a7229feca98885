import { Card } from "../../components/Card";
import { CheckField } from "../../components/CheckField";
import { Section } from "../../components/Section";
import { useAct } from "../../ipc/queries";
import { useText } from "../../text/text";

interface Props {
  isOn: boolean;
}

/** Whether what is due goes at sign-in, without asking. */
export function AtSignIn({ isOn }: Props) {
  const t = useText();
  const set = useAct("set_sweep_at_sign_in");
  return (
    <Section title={t("retention-at-sign-in-title")}>
      <Card>
        <CheckField
          label={t("retention-at-sign-in")}
          hint={t("retention-at-sign-in-hint")}
          isSelected={isOn}
          isDisabled={set.isPending}
          onChange={(on) => set.mutate({ on })}
        />
      </Card>
    </Section>
  );
}
