import { useState } from "react";
import { Button } from "../../components/Button";
import { Form } from "../../components/Form";
import { NumberField } from "../../components/NumberField";
import { Section } from "../../components/Section";
import { call } from "../../ipc/call";
import type {
  PeriodView,
  PolicyValues,
  PolicyView,
  PolicyWhatIf,
} from "../../ipc/generated/bindings";
import { useText } from "../../text/text";
import { PolicyDifference } from "./PolicyDifference";
import { type Draft, filled, isSame, problemsOf } from "./policyForm";
import styles from "./Retention.module.css";

interface Props {
  policy: PolicyView;
  onClose: () => void;
}

/** Other periods: typed, tried out on everybody who is here, and only then set. */
export function PolicyChange({ policy, onClose }: Props) {
  const t = useText();
  const [draft, setDraft] = useState<Draft>(policy.values);
  const [isAsking, setIsAsking] = useState(false);
  const [tried, setTried] = useState<{ values: PolicyValues; answer: PolicyWhatIf } | null>(null);

  if (tried !== null)
    return (
      <PolicyDifference
        policy={policy}
        values={tried.values}
        answer={tried.answer}
        onBack={() => setTried(null)}
        onClose={onClose}
      />
    );

  const tryOut = async () => {
    const values = filled(draft, policy.values);
    setIsAsking(true);
    try {
      setTried({ values, answer: await call("what_if_policy", { values }) });
    } finally {
      setIsAsking(false);
    }
  };
  const validate = () => {
    const problems = problemsOf(draft, policy.periods);
    const [first] = policy.periods;
    if (
      problems.length > 0 ||
      first === undefined ||
      !isSame(filled(draft, policy.values), policy.values)
    )
      return problems;
    return [{ field: `values.${first.period}`, problem: t("policy-nothing-changed") }];
  };
  const field = (period: PeriodView) => (
    <NumberField
      key={period.period}
      name={`values.${period.period}`}
      label={t("policy-field", { period: t("policy-period", period), unit: period.unit })}
      hint={`${t("policy-what", period)} ${t("policy-allowed", period)}`}
      value={draft[period.period]}
      min={0}
      onChange={(length) => setDraft({ ...draft, [period.period]: length })}
    />
  );

  return (
    <Section title={t("policy-change-title")} hint={t("policy-change-hint")}>
      <Form
        label={t("policy-change-title")}
        onSubmit={tryOut}
        validate={validate}
        actions={
          <>
            <Button type="submit" variant="primary" isDisabled={isAsking}>
              {t(isAsking ? "policy-trying" : "policy-try")}
            </Button>
            <Button onPress={onClose}>{t("policy-leave")}</Button>
          </>
        }
      >
        <div className={styles.fields}>
          <fieldset className={styles.group}>
            <legend>{t("policy-group-keeps")}</legend>
            {policy.periods.filter(({ keeps }) => keeps).map(field)}
          </fieldset>
          <fieldset className={styles.group}>
            <legend>{t("policy-group-reminds")}</legend>
            {policy.periods.filter(({ keeps }) => !keeps).map(field)}
          </fieldset>
        </div>
      </Form>
    </Section>
  );
}
