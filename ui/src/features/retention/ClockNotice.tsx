import { Notice } from "../../components/Notice";
import type { ClockView } from "../../ipc/generated/bindings";
import { useText } from "../../text/text";

interface Props {
  clock: ClockView;
  mayErase: boolean;
}

/** What keeps everybody where they are while the computer's clock is not believed, and what to do about it. */
export function ClockNotice({ clock, mayErase }: Props) {
  const t = useText();
  if (clock.is === "sound") return null;
  const isAlone = clock.is === "jumped" && mayErase && clock.others.length === 0;
  return (
    <Notice tone="warn" title={t("retention-clock", { is: clock.is })}>
      <p>{clock.why.sentence}</p>
      {isAlone && <p>{t("retention-clock-alone")}</p>}
    </Notice>
  );
}
