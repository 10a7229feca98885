import { DateField } from "../../components/DateField";
import { RadioField } from "../../components/RadioField";
import { SelectField } from "../../components/SelectField";
import type { FieldProblem, NoticeChannel, NoticeChoice } from "../../ipc/generated/bindings";
import { showDate } from "../../text/dates";
import { say, useText } from "../../text/text";
import { CHANNELS, channelWord, versionChoices } from "./noticeWords";

/** What stands in the fields: nothing is chosen beforehand but the version in force. */
export interface Giving {
  version: number | null;
  channel: NoticeChannel | null;
  on: string | null;
}

interface Props {
  giving: Giving;
  versions: readonly NoticeChoice[];
  /** Whether a form means the day that each one's details came in, which is not asked. */
  isDayOfForm: boolean;
  onChange: (giving: Giving) => void;
}

/** Which version somebody was given, how and when. */
export function GiveFields({ giving, versions, isDayOfForm, onChange }: Props) {
  const t = useText();
  const { version, channel, on } = giving;
  return (
    <>
      <SelectField
        name="version"
        label={t("notices-which")}
        options={versionChoices(versions)}
        value={version === null ? null : String(version)}
        onChange={(chosen) => onChange({ ...giving, version: Number(chosen) })}
      />
      <RadioField
        name="channel"
        label={t("notices-how")}
        options={CHANNELS.map((id) => ({ id, label: channelWord(id) }))}
        value={channel}
        onChange={(chosen) => onChange({ ...giving, channel: chosen })}
      />
      {isDayOfForm && channel === "form" ? (
        <p>{t("notices-day-of-form")}</p>
      ) : (
        <DateField
          name="on"
          label={t("notices-on")}
          value={on}
          onChange={(day) => onChange({ ...giving, on: day })}
        />
      )}
    </>
  );
}

/** What is missing of it. */
export function checkGiving(giving: Giving, isDayOfForm: boolean, today: string): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const { version, channel, on } = giving;
  const asksDay = !(isDayOfForm && channel === "form");
  if (version === null) problems.push({ field: "version", problem: say("notices-which-missing") });
  if (channel === null) problems.push({ field: "channel", problem: say("notices-how-missing") });
  if (asksDay && on === null) problems.push({ field: "on", problem: say("notices-on-missing") });
  if (asksDay && on !== null && on > today) {
    problems.push({ field: "on", problem: say("notices-on-future", { date: showDate(today) }) });
  }
  return problems;
}
