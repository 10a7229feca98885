import { useState } from "react";
import { Button } from "../../components/Button";
import { Chip } from "../../components/Chip";
import list from "../../components/List.module.css";
import { More } from "../../components/More";
import { Panel } from "../../components/Panel";
import { Shown } from "../../components/Shown";
import { useToast } from "../../components/Toast";
import type { CandidateView, PermissionView } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { showDate, showDateTime } from "../../text/dates";
import { useText } from "../../text/text";
import { meansWord, purposeWord } from "../../text/words";
import styles from "./Candidate.module.css";
import { shortName } from "./names";
import { RecordPermissionDialog } from "./RecordPermissionDialog";

interface Props {
  view: CandidateView;
}

/** The permissions a person gave, with one step to withdraw each and one form to record another. */
export function Permissions({ view }: Props) {
  const t = useText();
  const toast = useToast();
  const withdraw = useAct("withdraw_permission");
  const [isRecording, setIsRecording] = useState(false);
  const { candidate, permissions } = view;
  const mayRecord = view.may.includes("recordPermission");
  const name = shortName(view.name);

  const end = ({ permission }: PermissionView) =>
    withdraw.mutate(
      { candidate, permission },
      {
        onSuccess: ({ undo }) =>
          toast.show({ message: t("candidate-permission-withdrawn-done", { name }), undo }),
      },
    );

  return (
    <Panel
      title={t("candidate-permissions")}
      actions={
        mayRecord && (
          <Button size="small" icon="plus" onPress={() => setIsRecording(true)}>
            {t("candidate-permission-record")}
          </Button>
        )
      }
    >
      <Shown of={permissions} about={t("candidate-permissions")}>
        {(rows) =>
          rows.length === 0 ? (
            <p className={styles.none}>{t("candidate-permissions-none")}</p>
          ) : (
            <ul className={list.rows}>
              {rows.map((row) => (
                <PermissionRow
                  key={row.permission}
                  row={row}
                  {...(mayRecord && { onWithdraw: () => end(row) })}
                />
              ))}
            </ul>
          )
        }
      </Shown>
      {isRecording && (
        <RecordPermissionDialog
          candidate={candidate}
          name={name}
          onClose={() => setIsRecording(false)}
        />
      )}
    </Panel>
  );
}

interface RowProps {
  row: PermissionView;
  onWithdraw?: () => void;
}

function PermissionRow({ row, onWithdraw }: RowProps) {
  const t = useText();
  const purpose = purposeWord(row.purpose);
  return (
    <li className={list.row}>
      <div className={list.head}>
        <span className={list.title}>{purpose}</span>
        <Chip tone={row.live ? "good" : "neutral"} {...(row.live && { icon: "check" as const })}>
          {row.withdrawnOn !== null
            ? t("candidate-permission-withdrawn", { date: showDate(row.withdrawnOn) })
            : t(row.live ? "candidate-permission-live" : "candidate-permission-ended", {
                date: showDate(row.endsOn),
              })}
        </Chip>
      </div>
      <p className={list.soft}>
        {t("candidate-permission-given", {
          date: showDate(row.givenOn),
          means: meansWord(row.means),
        })}
      </p>
      <p className={list.soft}>{t("candidate-permission-evidence", { evidence: row.evidence })}</p>
      <More label={t("candidate-permission-wording")}>
        <div className={styles.more}>
          <blockquote>{row.wording}</blockquote>
          <p>
            {t("candidate-permission-by", { by: row.recordedBy, at: showDateTime(row.recordedAt) })}
          </p>
        </div>
      </More>
      {row.live && onWithdraw !== undefined && (
        <Button
          size="small"
          onPress={onWithdraw}
          ariaLabel={t("candidate-permission-withdraw-one", { purpose })}
        >
          {t("candidate-permission-withdraw")}
        </Button>
      )}
    </li>
  );
}
