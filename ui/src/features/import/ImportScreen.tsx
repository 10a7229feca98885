import { useDropTarget } from "../../app/fileDrop";
import { Button } from "../../components/Button";
import { Card } from "../../components/Card";
import { PageHeader } from "../../components/PageHeader";
import { Progress } from "../../components/Progress";
import { useText } from "../../text/text";
import { EarlierImports } from "./EarlierImports";
import styles from "./Import.module.css";
import { ImportFailure } from "./ImportFailure";
import { ImportPreviewView } from "./ImportPreviewView";
import { ImportReceiptView } from "./ImportReceiptView";
import { ImportStart } from "./ImportStart";
import { useImport } from "./useImport";

/** Brings in a file of applicants: chosen, looked at, brought in, and taken back if need be. */
export function ImportScreen() {
  const t = useText();
  const { job, preview, choices, receipt, failure, isChoosing, choose, change, start, reset } =
    useImport();
  const isRunning = job.progress !== null;
  useDropTarget(isRunning ? null : t("import-drop"), () => void choose({ dropped: true }));

  return (
    <>
      <PageHeader
        title={t("import-title")}
        subtitle={t("import-lede")}
        {...(preview !== null &&
          !isRunning && {
            actions: (
              <Button icon="file" onPress={() => void choose()} isDisabled={isChoosing}>
                {t("import-choose-other")}
              </Button>
            ),
          })}
      />
      <div className={styles.flow}>
        {failure !== null && <ImportFailure failure={failure} />}
        {job.progress !== null && (
          <Card>
            <Progress
              label={t(job.stopping ? "import-stopping" : "import-running", {
                count: preview?.wouldAdd ?? 0,
              })}
              done={job.progress.done}
              total={job.progress.total}
              startedAt={job.startedAt}
              {...(!job.stopping && { onCancel: job.cancel })}
            />
            <p className={styles.soft}>{t("import-running-safe")}</p>
          </Card>
        )}
        {receipt !== null && <ImportReceiptView receipt={receipt} onAgain={reset} />}
        {preview === null && receipt === null && (
          <ImportStart isChoosing={isChoosing} onChoose={() => void choose()} />
        )}
        {preview !== null && !isRunning && (
          <ImportPreviewView
            preview={preview}
            choices={choices}
            onChange={(next) => void change(next)}
            onRun={() => void start()}
          />
        )}
      </div>
      {preview === null && <EarlierImports />}
    </>
  );
}
