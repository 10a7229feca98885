import { Card } from "../../components/Card";
import type { ImportPreview } from "../../ipc/generated/bindings";
import { useText } from "../../text/text";
import styles from "./Import.module.css";

interface Props {
  preview: ImportPreview;
}

/** What the file is, and the figures of what it would bring in. */
export function ImportFigures({ preview }: Props) {
  const t = useText();
  const { layout, encoding, rows, empty } = preview;
  const figures = [
    { id: "add", count: preview.wouldAdd },
    { id: "here", count: preview.hereAlready },
    { id: "repeats", count: preview.repeats },
    { id: "past", count: preview.pastRetention },
    { id: "approach", count: preview.notToApproach },
    { id: "refused", count: preview.refusedTotal },
  ];
  return (
    <Card>
      <h2 className={styles.figuresTitle}>{t("import-preview-title")}</h2>
      <p className={styles.soft}>
        {[
          t("import-layout-word", { layout }),
          encoding,
          t("import-rows-what", { rows, empty }),
        ].join(" · ")}
      </p>
      <dl className={styles.figures}>
        {figures.map(({ id, count }) => (
          <div key={id} className={styles.figure} data-main={id === "add"}>
            <dt>{t(`import-figure-${id}`)}</dt>
            <dd>{t("import-number", { count })}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
