import { useState } from "react";
import { Button } from "../../components/Button";
import { Card } from "../../components/Card";
import { Section } from "../../components/Section";
import { Skeleton } from "../../components/Skeleton";
import { useCommand } from "../../ipc/queries";
import { useText } from "../../text/text";
import { PolicyChange } from "./PolicyChange";
import { PolicyPeriods } from "./PolicyPeriods";
import { PolicyVersions } from "./PolicyVersions";
import styles from "./Retention.module.css";

/** The organisation's periods: what they are, how they came to be, and changing them. */
export function PolicyTab() {
  const t = useText();
  const policy = useCommand("retention_policy", {}).data;
  const [isChanging, setIsChanging] = useState(false);
  if (policy === undefined) return <Skeleton />;
  if (isChanging) return <PolicyChange policy={policy} onClose={() => setIsChanging(false)} />;
  return (
    <div className={styles.policy}>
      <Section
        title={t("policy-title", { version: policy.version })}
        hint={t("policy-hint")}
        {...(policy.maySet && {
          actions: (
            <Button variant="primary" icon="edit" onPress={() => setIsChanging(true)}>
              {t("policy-change")}
            </Button>
          ),
        })}
      >
        <Card>
          <PolicyPeriods periods={policy.periods} />
        </Card>
        {!policy.maySet && <p className={styles.soft}>{t("policy-ask-hr")}</p>}
      </Section>
      <PolicyVersions versions={policy.versions} />
    </div>
  );
}
