import { Notice } from "../../components/Notice";
import type { IpcError } from "../../ipc/generated/bindings";
import { wordError } from "../../text/errors";
import { useText } from "../../text/text";
import styles from "./Import.module.css";

interface Props {
  failure: IpcError;
}

/** What went wrong with a file, whole: what happened, what is safe and what to do. */
export function ImportFailure({ failure }: Props) {
  const t = useText();
  if (failure.code === "cancelled") {
    return <Notice tone="info" title={t("import-cancelled")} isAlert />;
  }
  if (failure.code === "import") {
    return (
      <Notice tone="danger" title={t("import-error-title")} isAlert>
        <p>{failure.detail.sentence}</p>
        <p className={styles.soft}>{t("import-error-code", { code: failure.detail.problem })}</p>
      </Notice>
    );
  }
  const { title, rest } = wordError(failure);
  return (
    <Notice tone="danger" title={title} isAlert>
      {rest}
    </Notice>
  );
}
