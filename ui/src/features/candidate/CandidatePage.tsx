import { useState } from "react";
import { PrintButton } from "../../app/PrintButton";
import { Button } from "../../components/Button";
import { Later } from "../../components/Later";
import { PageHeader } from "../../components/PageHeader";
import { Panel } from "../../components/Panel";
import { Shown } from "../../components/Shown";
import { WhyNot } from "../../components/WhyNot";
import type { CandidateView } from "../../ipc/generated/bindings";
import { showDate } from "../../text/dates";
import { useText } from "../../text/text";
import { sourceWord } from "../../text/words";
import { Correspondence } from "../correspondence/Correspondence";
import { CandidateInterviews } from "../interview/CandidateInterviews";
import { CandidateNotice } from "../notices/CandidateNotice";
import { Access } from "./Access";
import { Applications } from "./Applications";
import styles from "./Candidate.module.css";
import { Contact } from "./Contact";
import { Disclosures } from "./Disclosures";
import { Documents } from "./Documents";
import { draftOf } from "./detailsForm";
import { EditDetails } from "./EditDetails";
import { Holds } from "./Holds";
import { fullName, shortName } from "./names";
import { Permissions } from "./Permissions";
import { RecordStrip } from "./RecordStrip";
import { ReservePlaces } from "./ReservePlaces";
import { Sealed } from "./Sealed";

interface Props {
  view: CandidateView;
  onReviewErasure: () => void;
}

/** Everything about one candidate that this viewer may see, under the strip that says when it goes. */
export function CandidatePage({ view, onReviewErasure }: Props) {
  const t = useText();
  const [isEditing, setIsEditing] = useState(false);
  const { name, contact, may } = view;
  const details = may.includes("editCandidate") ? draftOf(view) : null;
  return (
    <>
      <PageHeader
        title={fullName(name)}
        subtitle={<Came view={view} />}
        back={{ place: { at: "candidates" }, label: t("candidate-back") }}
        actions={
          <>
            <PrintButton />
            {details !== null && (
              <Button icon="edit" onPress={() => setIsEditing(true)}>
                {t("candidate-edit")}
              </Button>
            )}
          </>
        }
      />
      <RecordStrip record={view.record} onReviewErasure={onReviewErasure} />
      <div className={styles.columns}>
        <div className={styles.side}>
          <Applications view={view} />
          <Later>
            <CandidateInterviews candidate={view.candidate} name={shortName(name)} />
            <Documents view={view} />
            <Correspondence view={view} />
          </Later>
        </div>
        <div className={styles.side}>
          <Panel title={t("candidate-contact")}>
            <Shown of={contact} about={t("candidate-contact")}>
              {(details) => <Contact contact={details} />}
            </Shown>
          </Panel>
          <CandidateNotice view={view} />
          <Permissions view={view} />
          <Later>
            <ReservePlaces view={view} />
            <Disclosures view={view} />
            <Holds view={view} />
            <div className={styles.screenOnly}>
              <Sealed view={view} />
              <Access view={view} />
            </div>
          </Later>
        </div>
      </div>
      {isEditing && details !== null && (
        <EditDetails view={view} start={details} onClose={() => setIsEditing(false)} />
      )}
    </>
  );
}

/* What the person is called, and where and when their details came from. */
function Came({ view: { name, source, receivedOn, blind } }: Pick<Props, "view">) {
  const t = useText();
  const called =
    name.preferred === null ? "" : `${t("candidate-known-as", { name: name.preferred })} · `;
  if (source.is === "withheld" || receivedOn.is === "withheld") {
    const withheld = source.is === "withheld" ? source : receivedOn;
    return (
      <>
        {called}
        {blind !== null && (
          <>
            {t("candidate-name-withheld")}{" "}
            <WhyNot why={blind} about={t("candidate-name-withheld")} />
            <br />
          </>
        )}
        {t("candidate-came-withheld")}{" "}
        <Shown of={withheld} about={t("candidate-came-withheld")}>
          {() => null}
        </Shown>
      </>
    );
  }
  const { category, detail } = source.value;
  return (
    <>
      {called}
      {t(detail === null ? "candidate-came" : "candidate-came-detail", {
        source: sourceWord(category),
        date: showDate(receivedOn.value),
        detail: detail ?? "",
      })}
    </>
  );
}
