import { useState } from "react";
import { useSession } from "../../app/session";
import { Button } from "../../components/Button";
import { Chip } from "../../components/Chip";
import list from "../../components/List.module.css";
import { Panel } from "../../components/Panel";
import { Shown } from "../../components/Shown";
import type { CandidateView, HoldView } from "../../ipc/generated/bindings";
import { showDate } from "../../text/dates";
import { useText } from "../../text/text";
import styles from "./Candidate.module.css";
import { shortName } from "./names";
import { PlaceHoldDialog } from "./PlaceHoldDialog";
import { ReleaseHoldDialog } from "./ReleaseHoldDialog";
import { ReviewHoldDialog } from "./ReviewHoldDialog";

type Doing = { what: "place" } | { what: "review" | "release"; hold: HoldView } | null;

interface Props {
  view: CandidateView;
}

/** The legal holds on a record: why it is kept, and the second person's way to let it go. */
export function Holds({ view }: Props) {
  const t = useText();
  const [doing, setDoing] = useState<Doing>(null);
  const { candidate, holds } = view;
  const about = { candidate, name: shortName(view.name), onClose: () => setDoing(null) };
  return (
    <Panel
      title={t("holds-title")}
      actions={
        view.may.includes("manageHolds") && (
          <Button size="small" icon="plus" onPress={() => setDoing({ what: "place" })}>
            {t("holds-place")}
          </Button>
        )
      }
    >
      <Shown of={holds} about={t("holds-title")}>
        {({ holds: rows, reviewBy }) => (
          <>
            {rows.length === 0 ? (
              <p className={styles.none}>{t("holds-none")}</p>
            ) : (
              <ul className={list.rows}>
                {rows.map((row) => (
                  <HoldRow
                    key={row.hold}
                    row={row}
                    role={
                      view.applications.find(({ application }) => application === row.application)
                        ?.vacancyTitle ?? null
                    }
                    onReview={() => setDoing({ what: "review", hold: row })}
                    onRelease={() => setDoing({ what: "release", hold: row })}
                  />
                ))}
              </ul>
            )}
            {doing?.what === "place" && (
              <PlaceHoldDialog {...about} applications={view.applications} reviewBy={reviewBy} />
            )}
            {doing?.what === "review" && (
              <ReviewHoldDialog {...about} hold={doing.hold.hold} reviewBy={reviewBy} />
            )}
          </>
        )}
      </Shown>
      {doing?.what === "release" && <ReleaseHoldDialog {...about} hold={doing.hold} />}
    </Panel>
  );
}

interface RowProps {
  row: HoldView;
  /** The role whose application it keeps alone; nothing where it keeps the whole record. */
  role: string | null;
  onReview: () => void;
  onRelease: () => void;
}

function HoldRow({ row, role, onReview, onRelease }: RowProps) {
  const t = useText();
  const { today } = useSession();
  const reason = t("holds-reason", { reason: row.reason });
  const stands = row.releasedOn === null;
  const isOverdue = stands && row.reviewBy < today;
  return (
    <li className={list.row}>
      <div className={list.head}>
        <span className={list.title}>{reason}</span>
        {isOverdue ? (
          <Chip tone="warn" icon="warning">
            {t("holds-review-overdue")}
          </Chip>
        ) : (
          <Chip tone={stands ? "info" : "neutral"} {...(stands && { icon: "lock" as const })}>
            {t(stands ? "holds-stands" : "holds-released")}
          </Chip>
        )}
      </div>
      <p className={list.soft}>
        {t("holds-placed-by", { by: row.placedBy, date: showDate(row.placedOn) })}
      </p>
      {role !== null && <p className={list.soft}>{t("holds-keeps-one", { role })}</p>}
      {row.reference !== null && (
        <p className={list.soft}>{t("holds-reference-is", { reference: row.reference })}</p>
      )}
      <p className={list.soft}>
        {row.releasedOn === null
          ? t("holds-review-by", { date: showDate(row.reviewBy) })
          : t("holds-released-by", {
              by: row.releasedBy ?? "",
              date: showDate(row.releasedOn),
            })}
      </p>
      {stands && row.notReleased !== null && (
        <p className={list.soft}>{row.notReleased.sentence}</p>
      )}
      {stands && (
        <div className={styles.sealedActions}>
          <Button size="small" onPress={onReview} ariaLabel={t("holds-review-one", { reason })}>
            {t("holds-review")}
          </Button>
          {row.notReleased === null && (
            <Button size="small" onPress={onRelease} ariaLabel={t("holds-release-one", { reason })}>
              {t("holds-release")}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
