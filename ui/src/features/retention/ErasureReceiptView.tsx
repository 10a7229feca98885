import { Button } from "../../components/Button";
import { Card } from "../../components/Card";
import { Facts } from "../../components/Facts";
import { Notice } from "../../components/Notice";
import { PageHeader } from "../../components/PageHeader";
import type { ErasureReceipt } from "../../ipc/generated/bindings";
import { showDate, showDateTime } from "../../text/dates";
import { useText } from "../../text/text";
import { partsInWords } from "./partWords";
import { ReportMenu } from "./ReportMenu";
import styles from "./Retention.module.css";
import { firstDay } from "./recipientWords";

interface Props {
  receipt: ErasureReceipt;
  onDone: () => void;
}

/** The proof of an erasure: how many, by which rules, and what was read to see that nothing is left. */
export function ErasureReceiptView({ receipt, onDone }: Props) {
  const t = useText();
  const { erasure, at, people, parts, partsByClass, left, rules, verified } = receipt;
  const { pages, files, searched, found, dueSince, daysLate, elsewhere, recipients } = receipt;
  return (
    <>
      <PageHeader title={t("retention-receipt-title", { count: people, parts })} />
      <div className={styles.flow}>
        {verified ? (
          <Notice tone="good" title={t("retention-receipt-verified")} isAlert />
        ) : (
          <Notice tone="danger" title={t("retention-receipt-fault")} isAlert>
            {t("retention-receipt-fault-why", { found })}
          </Notice>
        )}
        {left > 0 && (
          <Notice tone="info">
            {t("retention-receipt-left", { kind: parts === 0 ? "people" : "parts", count: left })}
          </Notice>
        )}
        {recipients.length > 0 && (
          <Notice
            tone="warn"
            title={t("recipients-receipt", {
              count: recipients.length,
              date: showDate(firstDay(recipients)),
            })}
          >
            {t("recipients-receipt-text")}
          </Notice>
        )}
        <Card>
          <Facts
            facts={[
              { label: t("retention-receipt-when"), value: showDateTime(at) },
              {
                label: t("retention-receipt-people"),
                value: t("retention-due-number", { count: people }),
              },
              ...(parts === 0
                ? []
                : [{ label: t("retention-receipt-parts"), value: partsInWords(partsByClass) }]),
              {
                label: t("retention-receipt-rules"),
                value: (
                  <ul>
                    {rules.map((one) => (
                      <li key={one.rule}>{t("retention-receipt-rule", { ...one })}</li>
                    ))}
                  </ul>
                ),
              },
              ...(dueSince === null
                ? []
                : [
                    {
                      label: t("retention-receipt-late"),
                      value: t("retention-receipt-late-what", {
                        days: daysLate,
                        since: showDate(dueSince),
                      }),
                    },
                  ]),
              {
                label: t("retention-receipt-read"),
                value: t("retention-receipt-read-what", { pages, files }),
              },
              {
                label: t("retention-receipt-elsewhere"),
                value: (
                  <>
                    {t("retention-receipt-elsewhere-what", { files: elsewhere.files })}
                    {elsewhere.skipped > 0 && (
                      <>
                        <br />
                        {t("retention-receipt-elsewhere-skipped", { count: elsewhere.skipped })}
                      </>
                    )}
                  </>
                ),
              },
              {
                label: t("retention-receipt-searched"),
                value: t("retention-receipt-searched-what", { count: searched }),
              },
              {
                label: t("retention-receipt-found"),
                value: t("retention-due-number", { count: found }),
              },
              {
                label: t("retention-receipt-reference"),
                value: <code className={styles.code}>{erasure}</code>,
              },
            ]}
          />
        </Card>
        <div className={styles.actions}>
          <Button variant="primary" onPress={onDone}>
            {t("retention-receipt-done")}
          </Button>
          {verified && (
            <ReportMenu of={{ of: "erasure", erasure }} label={t("retention-report-save")} />
          )}
        </div>
      </div>
    </>
  );
}
