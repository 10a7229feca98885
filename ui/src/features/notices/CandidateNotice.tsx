import { useState } from "react";
import { Button } from "../../components/Button";
import { Chip } from "../../components/Chip";
import { FormDialog } from "../../components/FormDialog";
import type { IconName } from "../../components/Icon";
import list from "../../components/List.module.css";
import { Panel } from "../../components/Panel";
import { Shown } from "../../components/Shown";
import { useToast } from "../../components/Toast";
import type {
  CandidateId,
  CandidateView,
  NoticeGivenView,
  NoticeState,
} from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { showDate } from "../../text/dates";
import { useText } from "../../text/text";
import { shortName } from "../candidate/names";
import { ExemptDialog } from "./ExemptDialog";
import { GiveNoticeDialog } from "./GiveNoticeDialog";
import styles from "./Notices.module.css";
import { channelWord, exemptionWord } from "./noticeWords";

const TONES: Record<NoticeState, "good" | "warn" | "danger" | "neutral"> = {
  given: "good",
  givenLate: "warn",
  exempt: "neutral",
  due: "warn",
  overdue: "danger",
};

const ICONS: Partial<Record<NoticeState, IconName>> = {
  given: "check",
  givenLate: "warning",
  overdue: "warning",
};

type Doing = { what: "give" | "exempt" } | { what: "takeBack"; row: NoticeGivenView } | null;

/** Which version of the privacy notice somebody was given and when, or by when they are to be. */
export function CandidateNotice({ view }: { view: CandidateView }) {
  const t = useText();
  const [doing, setDoing] = useState<Doing>(null);
  const { candidate, notice, source } = view;
  const name = shortName(view.name);
  const mayRecord = view.may.includes("recordPermission");
  const onClose = () => setDoing(null);
  const versions = notice.is === "shown" ? notice.value.versions : [];
  return (
    <Panel
      title={t("notices-panel")}
      actions={
        mayRecord &&
        versions.length > 0 && (
          <Button size="small" icon="plus" onPress={() => setDoing({ what: "give" })}>
            {t("notices-record")}
          </Button>
        )
      }
    >
      <Shown of={notice} about={t("notices-panel")}>
        {({ state, sentence, given, versions: known }) => (
          <div className={list.rows}>
            <div className={list.row}>
              <Chip tone={TONES[state]} {...(ICONS[state] !== undefined && { icon: ICONS[state] })}>
                {t("notices-state", { state })}
              </Chip>
              <p>{sentence}</p>
              {known.length === 0 && <p className={list.soft}>{t("notices-no-version")}</p>}
              {mayRecord && (state === "due" || state === "overdue") && (
                <Button size="small" onPress={() => setDoing({ what: "exempt" })}>
                  {t("notices-exempt")}
                </Button>
              )}
            </div>
            {given.length > 0 && (
              <ul className={styles.given} aria-label={t("notices-given-label")}>
                {given.map((row) => (
                  <Given
                    key={row.version ?? "exempt"}
                    row={row}
                    {...(mayRecord && { onTakeBack: () => setDoing({ what: "takeBack", row }) })}
                  />
                ))}
              </ul>
            )}
          </div>
        )}
      </Shown>
      {doing?.what === "give" && (
        <GiveNoticeDialog candidate={candidate} name={name} versions={versions} onClose={onClose} />
      )}
      {doing?.what === "exempt" && (
        <ExemptDialog
          candidate={candidate}
          name={name}
          source={source.is === "shown" ? source.value.category : null}
          onClose={onClose}
        />
      )}
      {doing?.what === "takeBack" && (
        <TakeBackDialog candidate={candidate} row={doing.row} onClose={onClose} />
      )}
    </Panel>
  );
}

interface RowProps {
  row: NoticeGivenView;
  onTakeBack?: () => void;
}

function Given({ row, onTakeBack }: RowProps) {
  const t = useText();
  const { version, channel, exemption, reason, on, recordedBy } = row;
  const date = showDate(on);
  const title =
    version === null ? t("notices-state", { state: "exempt" }) : t("notices-version", { version });
  return (
    <li className={list.row}>
      <div className={list.head}>
        <span className={list.title}>{title}</span>
        <span className={list.soft}>{date}</span>
      </div>
      {channel !== null && <p className={list.soft}>{channelWord(channel)}</p>}
      {exemption !== null && (
        <p className={list.soft}>
          {exemptionWord(exemption)}: {reason}
        </p>
      )}
      <p className={list.soft}>{t("notices-recorded-by", { by: recordedBy })}</p>
      {onTakeBack !== undefined && (
        <Button
          size="small"
          onPress={onTakeBack}
          ariaLabel={t("notices-take-back-one", { title, date })}
        >
          {t("notices-take-back")}
        </Button>
      )}
    </li>
  );
}

interface TakeBackProps {
  candidate: CandidateId;
  row: NoticeGivenView;
  onClose: () => void;
}

/* Asks first: without it they have to be given the notice again. */
function TakeBackDialog({ candidate, row: { version }, onClose }: TakeBackProps) {
  const t = useText();
  const toast = useToast();
  const takeBack = useAct("take_back_notice", { errors: "caller" });
  const remove = async () => {
    await takeBack.mutateAsync({ candidate, version });
    toast.show({ message: t("notices-taken-back"), undo: null });
    onClose();
  };
  return (
    <FormDialog
      isDanger
      title={t("notices-take-back-title")}
      onClose={onClose}
      onSubmit={remove}
      submit={t("notices-take-back")}
      cancel={t("notices-cancel")}
    >
      <p>{t("notices-take-back-what")}</p>
    </FormDialog>
  );
}
