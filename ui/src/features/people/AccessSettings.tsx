import { useState } from "react";
import { useSession } from "../../app/session";
import { Button } from "../../components/Button";
import { Card } from "../../components/Card";
import { Facts } from "../../components/Facts";
import { FormDialog } from "../../components/FormDialog";
import { NumberField } from "../../components/NumberField";
import { Section } from "../../components/Section";
import { useToast } from "../../components/Toast";
import type { AccessPolicy, FieldProblem } from "../../ipc/generated/bindings";
import { useAct, useCommand } from "../../ipc/queries";
import { useText } from "../../text/text";
import styles from "./People.module.css";
import { type Draft, filled, problemsOf, SETTINGS } from "./settings";

/** What the organisation set about access, and changing it. */
export function AccessSettings() {
  const t = useText();
  const { may } = useSession();
  const policy = useCommand("access_policy", {}).data;
  const [isChanging, setIsChanging] = useState(false);
  if (policy === undefined) return null;
  return (
    <Section
      title={t("people-settings")}
      hint={t("people-settings-hint")}
      {...(may("manageAccounts") && {
        actions: (
          <Button icon="edit" onPress={() => setIsChanging(true)}>
            {t("people-settings-change")}
          </Button>
        ),
      })}
    >
      <Card>
        <Facts
          facts={SETTINGS.map(({ id }) => ({
            label: t(`people-setting-${id}`),
            value: (
              <>
                {t("people-setting-value", { id, count: policy[id] })}
                <span className={styles.soft}>{t(`people-setting-what-${id}`)}</span>
              </>
            ),
          }))}
        />
      </Card>
      {isChanging && <SettingsDialog policy={policy} onClose={() => setIsChanging(false)} />}
    </Section>
  );
}

interface DialogProps {
  policy: AccessPolicy;
  onClose: () => void;
}

function SettingsDialog({ policy, onClose }: DialogProps) {
  const t = useText();
  const toast = useToast();
  const save = useAct("set_access_policy", { errors: "caller" });
  const [draft, setDraft] = useState<Draft>(policy);
  const validate = (): FieldProblem[] =>
    problemsOf(draft).map(({ id, least, most }) => ({
      field: id,
      problem: t("people-setting-bounds", { least, most }),
    }));
  const submit = async () => {
    await save.mutateAsync(filled(draft, policy));
    toast.show({ message: t("people-settings-saved"), undo: null });
    onClose();
  };
  return (
    <FormDialog
      title={t("people-settings-title")}
      onClose={onClose}
      onSubmit={submit}
      validate={validate}
      submit={t("people-settings-save")}
      cancel={t("people-cancel")}
    >
      {SETTINGS.map(({ id, least, most, usual }) => (
        <NumberField
          key={id}
          name={id}
          label={t(`people-setting-${id}`)}
          hint={`${t(`people-setting-what-${id}`)} ${t("people-setting-usual", { id, count: usual })}`}
          min={least}
          max={most}
          value={draft[id]}
          onChange={(value) => setDraft({ ...draft, [id]: value })}
        />
      ))}
    </FormDialog>
  );
}
