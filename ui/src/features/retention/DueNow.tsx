import { useId } from "react";
import { Button } from "../../components/Button";
import { Card } from "../../components/Card";
import { Icon } from "../../components/Icon";
import { Link } from "../../components/Link";
import { useText } from "../../text/text";
import styles from "./Retention.module.css";

interface Props {
  due: number;
  /** How many are past their date and kept. */
  kept: number;
  mayErase: boolean;
  onPreview: () => void;
}

/** How many records are due now, and the way to erase them. */
export function DueNow({ due, kept, mayErase, onPreview }: Props) {
  const t = useText();
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <Card>
        <h2 id={heading} className={styles.small}>
          {t("retention-due-title")}
        </h2>
        {due === 0 ? (
          <div className={styles.calm}>
            <Icon name="check" size={28} />
            <p>
              <strong>{t("retention-due-none")}</strong>
              <span className={styles.soft}>{t("retention-due-none-why", { kept })}</span>
            </p>
          </div>
        ) : (
          <>
            <p className={styles.due}>
              <span className={styles.number}>{t("retention-due-number", { count: due })}</span>{" "}
              {t("retention-due-count", { count: due })}
            </p>
            <p className={styles.soft}>{t("retention-due-what", { count: due })}</p>
            <div className={styles.actions}>
              {mayErase ? (
                <Button variant="primary" onPress={onPreview}>
                  {t("retention-preview", { count: due })}
                </Button>
              ) : (
                <p>{t("retention-due-ask-hr")}</p>
              )}
              {mayErase && (
                <Link to={{ at: "candidates", retention: "due" }}>{t("retention-see-due")}</Link>
              )}
            </div>
          </>
        )}
      </Card>
    </section>
  );
}
