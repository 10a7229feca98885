import { Facts } from "../../components/Facts";
import type { PeriodView } from "../../ipc/generated/bindings";
import { useText } from "../../text/text";
import styles from "./Retention.module.css";

interface Props {
  periods: readonly PeriodView[];
}

/** The periods in use, each with what it is for and what else is allowed. */
export function PolicyPeriods({ periods }: Props) {
  const t = useText();
  return (
    <Facts
      facts={periods.map(({ period, unit, length, usual, least, most, rule }) => ({
        label: t("policy-period", { period }),
        value: (
          <>
            {t("policy-length", { unit, length })}
            <span className={styles.about}>{t("policy-what", { period })}</span>
            <span className={styles.about}>
              {t("policy-allowed", { unit, least, most, usual, rule })}
            </span>
          </>
        ),
      }))}
    />
  );
}
