import { useId } from "react";
import { Button } from "../../components/Button";
import { Card } from "../../components/Card";
import { Icon } from "../../components/Icon";
import { Link } from "../../components/Link";
import type { PartCount } from "../../ipc/generated/bindings";
import { useText } from "../../text/text";
import { countParts, partsInWords } from "./partWords";
import styles from "./Retention.module.css";

interface Props {
  due: number;
  /** Parts of the records of people who stay, for those who erase. */
  parts: PartCount[];
  /** How many are past their date and kept. */
  kept: number;
  mayErase: boolean;
  onPreview: () => void;
}

/** How many records are due now, and the way to erase them. */
export function DueNow({ due, parts, kept, mayErase, onPreview }: Props) {
  const t = useText();
  const heading = useId();
  const dueParts = countParts(parts);
  return (
    <section aria-labelledby={heading}>
      <Card>
        <h2 id={heading} className={styles.small}>
          {t("retention-due-title")}
        </h2>
        {due + dueParts === 0 ? (
          <div className={styles.calm}>
            <Icon name="check" size={28} />
            <p>
              <strong>{t("retention-due-none")}</strong>
              <span className={styles.soft}>{t("retention-due-none-why", { kept })}</span>
            </p>
          </div>
        ) : (
          <>
            {due > 0 && (
              <>
                <p className={styles.due}>
                  <span className={styles.number}>{t("retention-due-number", { count: due })}</span>{" "}
                  {t("retention-due-count", { count: due })}
                </p>
                <p className={styles.soft}>{t("retention-due-what", { count: due })}</p>
              </>
            )}
            {dueParts > 0 && (
              <p className={styles.soft}>
                {t("retention-due-parts", { parts: dueParts, classes: partsInWords(parts) })}
              </p>
            )}
            <div className={styles.actions}>
              {mayErase ? (
                <Button variant="primary" onPress={onPreview}>
                  {t("retention-preview", { count: due, parts: dueParts })}
                </Button>
              ) : (
                <p>{t("retention-due-ask-hr")}</p>
              )}
              {mayErase && due > 0 && (
                <Link to={{ at: "candidates", retention: "due" }}>{t("retention-see-due")}</Link>
              )}
            </div>
          </>
        )}
      </Card>
    </section>
  );
}
