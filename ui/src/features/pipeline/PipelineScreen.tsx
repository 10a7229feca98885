import { PageHeader } from "../../components/PageHeader";
import { useText } from "../../text/text";
import { PipelineFigures } from "./PipelineFigures";

/** The pipeline of every vacancy that this viewer has a part in. */
export function PipelineScreen() {
  const t = useText();
  return (
    <>
      <PageHeader title={t("pipeline-title")} subtitle={t("pipeline-lede")} />
      <PipelineFigures vacancy={null} />
    </>
  );
}
