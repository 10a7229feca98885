import { useState } from "react";
import { useGo } from "../../app/places";
import { Button } from "../../components/Button";
import { EmptyState } from "../../components/EmptyState";
import { PageHeader } from "../../components/PageHeader";
import { Skeleton } from "../../components/Skeleton";
import { asFailure } from "../../ipc/call";
import type { CandidateId } from "../../ipc/generated/bindings";
import { useCommand } from "../../ipc/queries";
import { useText } from "../../text/text";
import { ErasureFlow } from "../retention/ErasureFlow";
import { CandidatePage } from "./CandidatePage";

interface Props {
  id: CandidateId;
}

/** One candidate: the page, the way to erase their record, or the word that they are not here. */
export function CandidateScreen({ id: candidate }: Props) {
  const t = useText();
  const go = useGo();
  const [isErasing, setIsErasing] = useState(false);
  const view = useCommand(
    "open_candidate",
    { candidate },
    {
      throwOnError: (thrown, query) =>
        query.state.data === undefined && asFailure(thrown).error.code !== "notFound",
    },
  );

  if (isErasing) {
    return <ErasureFlow candidates={[candidate]} onClose={() => go({ at: "retention" })} />;
  }
  if (view.isError && asFailure(view.error).error.code === "notFound") {
    return (
      <>
        <PageHeader
          title={t("candidate-gone-title")}
          back={{ place: { at: "candidates" }, label: t("candidate-back") }}
        />
        <EmptyState
          icon="candidates"
          title={t("candidate-gone-title")}
          text={t("candidate-gone-why")}
          action={
            <Button onPress={() => go({ at: "candidates" })}>{t("candidate-gone-back")}</Button>
          }
        />
      </>
    );
  }
  if (view.data === undefined) return <Skeleton />;
  return <CandidatePage view={view.data} onReviewErasure={() => setIsErasing(true)} />;
}
