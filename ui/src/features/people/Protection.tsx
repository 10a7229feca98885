import { Card } from "../../components/Card";
import { Icon } from "../../components/Icon";
import { Section } from "../../components/Section";
import { useText } from "../../text/text";
import styles from "./People.module.css";

/** Says honestly what encryption protects and what only this app's rules do. */
export function Protection() {
  const t = useText();
  return (
    <Section title={t("people-protected-title")}>
      <div className={styles.protection}>
        <Card>
          <h3 className={styles.by}>
            <Icon name="lock" size={18} />
            {t("people-protected-encryption")}
          </h3>
          <p>{t("people-protected-encryption-what")}</p>
        </Card>
        <Card>
          <h3 className={styles.by}>
            <Icon name="shield" size={18} />
            {t("people-protected-app")}
          </h3>
          <p>{t("people-protected-app-what")}</p>
        </Card>
      </div>
    </Section>
  );
}
