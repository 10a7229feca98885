import { Card } from "../../components/Card";
import { Section } from "../../components/Section";
import type { ErasurePreview } from "../../ipc/generated/bindings";
import { useText } from "../../text/text";
import { Parts } from "./Parts";
import { People } from "./People";
import { partsInWords } from "./partWords";
import { RecipientsPreview } from "./RecipientsPreview";
import styles from "./Retention.module.css";

interface Props {
  preview: ErasurePreview;
}

/** What an erasure would do: who goes and by which rule, which parts of others' records, who stays and why, and what remains. */
export function ErasurePreviewView({ preview }: Props) {
  const t = useText();
  const { total, goes, stays, staysTotal, parts, partsTotal, partsByClass, partsKept } = preview;
  return (
    <>
      {total > 0 && (
        <>
          <div className={styles.both}>
            <Card>
              <h2 className={styles.small}>{t("retention-what-goes")}</h2>
              <p>{t("retention-what-goes-list")}</p>
            </Card>
            <Card>
              <h2 className={styles.small}>{t("retention-what-remains")}</h2>
              <p>{t("retention-what-remains-list")}</p>
            </Card>
          </div>
          <Section
            title={t("retention-goes", { count: total })}
            {...(goes.length < total && {
              hint: t("retention-first-of", { shown: goes.length, total }),
            })}
          >
            <People rows={goes} caption={t("retention-goes-table")} />
          </Section>
        </>
      )}
      {partsTotal > 0 && (
        <Section
          title={t("retention-parts", { parts: partsTotal })}
          hint={
            parts.length < partsTotal
              ? t("retention-first-of", { shown: parts.length, total: partsTotal })
              : t("retention-parts-hint", { classes: partsInWords(partsByClass) })
          }
        >
          <Parts rows={parts} caption={t("retention-parts-table")} />
        </Section>
      )}
      <RecipientsPreview preview={preview.preview} rows={preview.recipients} />
      {staysTotal > 0 && (
        <Section
          title={t("retention-stays", { count: staysTotal })}
          {...(stays.length < staysTotal && {
            hint: t("retention-first-of", { shown: stays.length, total: staysTotal }),
          })}
        >
          <People rows={stays} caption={t("retention-stays-table")} />
        </Section>
      )}
      {partsKept.length > 0 && (
        <Section title={t("retention-parts-kept")}>
          <Parts rows={partsKept} caption={t("retention-parts-kept-table")} />
        </Section>
      )}
      {total + partsTotal === 0 && staysTotal === 0 && <p>{t("retention-nobody")}</p>}
    </>
  );
}
