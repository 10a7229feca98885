import { Notice } from "../../components/Notice";
import type { BulkView } from "../../ipc/generated/bindings";
import { useText } from "../../text/text";

interface Props {
  bulk: BulkView;
}

/** That so many go at once that a second person has to agree, and what to do where there is nobody. */
export function BulkNotice({ bulk }: Props) {
  const t = useText();
  return (
    <Notice tone="warn" title={t("retention-bulk", { above: bulk.above })}>
      <p>{bulk.why.sentence}</p>
      {bulk.others.length === 0 && <p>{t("retention-bulk-alone")}</p>}
    </Notice>
  );
}
