import { Button } from "../../components/Button";
import { Card } from "../../components/Card";
import { Link } from "../../components/Link";
import { Notice } from "../../components/Notice";
import type { ImportReceipt } from "../../ipc/generated/bindings";
import { useText } from "../../text/text";
import styles from "./Import.module.css";
import { useTakeBack } from "./useTakeBack";

interface Props {
  receipt: ImportReceipt;
  onAgain: () => void;
}

/** What an import added, with the one step that takes all of it back. */
export function ImportReceiptView({ receipt, onAgain }: Props) {
  const t = useText();
  const takeBack = useTakeBack();
  const lines = (["joined", "applications", "vacancies", "refused"] as const).filter(
    (part) => receipt[part] > 0,
  );
  return (
    <>
      <Notice tone="good" title={t("import-receipt-title", { count: receipt.added })} isAlert />
      <Card>
        {lines.length > 0 && (
          <ul className={styles.lines}>
            {lines.map((part) => (
              <li key={part}>{t(`import-receipt-${part}`, { count: receipt[part] })}</li>
            ))}
          </ul>
        )}
        <div className={styles.next}>
          <Button variant="primary" onPress={onAgain}>
            {t("import-receipt-again")}
          </Button>
          <Button icon="undo" onPress={() => takeBack(receipt.import, onAgain)}>
            {t("import-receipt-back")}
          </Button>
          <Link to={{ at: "candidates" }}>{t("import-receipt-see")}</Link>
        </div>
      </Card>
    </>
  );
}
