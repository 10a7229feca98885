import { useState } from "react";
import { Button } from "../../components/Button";
import { useText } from "../../text/text";
import { ReportIncidentDialog } from "./ReportIncidentDialog";

interface Props {
  /** What the program noticed by itself. */
  what: "putBack" | "erasedAgain" | "brokenJournal";
}

/** Offers to report as an incident what the program noticed by itself, with its words filled in (RULEBOOK BRE-01). */
export function ReportNoticed({ what }: Props) {
  const t = useText();
  const [isReporting, setIsReporting] = useState(false);
  return (
    <>
      <Button size="small" icon="shield" onPress={() => setIsReporting(true)}>
        {t("incidents-report")}
      </Button>
      {isReporting && (
        <ReportIncidentDialog
          begun={{
            kind: what === "erasedAgain" ? "other" : "altered",
            facts: t("incidents-noticed-by-itself", { what }),
          }}
          onClose={() => setIsReporting(false)}
        />
      )}
    </>
  );
}
