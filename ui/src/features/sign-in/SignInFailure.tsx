import { useEffect, useState } from "react";
import { Button } from "../../components/Button";
import { Notice } from "../../components/Notice";
import type { IpcError } from "../../ipc/generated/bindings";
import { wordError } from "../../text/errors";
import { useText } from "../../text/text";
import styles from "./SignIn.module.css";

interface Props {
  error: IpcError;
  /** Called once a throttled person may try again. */
  onWaited: () => void;
  /** Puts the copy of the key file in its place. */
  onUseCopy: () => void;
  /** Opens the store although its database may be an earlier one; needs the passphrase. */
  onOpenAsItIs: (() => void) | null;
}

/** Whether the store was not opened because its database is an earlier one, or may be. */
export function isNotAsLeft(error: IpcError): boolean {
  if (error.code !== "store") return false;
  const { kind } = error.detail.problem;
  return kind === "rolledBack" || kind === "headDamaged";
}

/** Why a sign-in failed, and what can be done about it. Where one has to wait it counts down. */
export function SignInFailure({ error, onWaited, onUseCopy, onOpenAsItIs }: Props) {
  const t = useText();
  if (error.code === "throttled") {
    return <Countdown seconds={error.detail.seconds} onWaited={onWaited} />;
  }
  const { title, rest } = wordError(error);
  const hasCopy = error.code === "store" && error.detail.problem.kind === "keysCopy";
  return (
    <Notice tone="danger" title={title} isAlert>
      <p>{rest}</p>
      {hasCopy && (
        <div className={styles.remedy}>
          <Button onPress={onUseCopy}>{t("sign-in-use-copy")}</Button>
        </div>
      )}
      {isNotAsLeft(error) && (
        <div className={styles.remedy}>
          {onOpenAsItIs === null ? (
            <p>{t("sign-in-as-it-is-needs")}</p>
          ) : (
            <Button onPress={onOpenAsItIs}>{t("sign-in-as-it-is")}</Button>
          )}
        </div>
      )}
    </Notice>
  );
}

function Countdown({ seconds, onWaited }: { seconds: number; onWaited: () => void }) {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const timer = setTimeout(() => {
      if (left <= 1) onWaited();
      else setLeft(left - 1);
    }, 1000);
    return () => clearTimeout(timer);
  }, [left, onWaited]);
  const first = wordError({ code: "throttled", detail: { seconds } });
  const now = wordError({ code: "throttled", detail: { seconds: left } });
  return (
    <>
      <Notice tone="danger" title={now.title}>
        <p>{now.rest}</p>
      </Notice>
      {/* Said once: a screen reader should not hear every second. */}
      <p className="visually-hidden" role="alert">
        {first.title} {first.rest}
      </p>
    </>
  );
}
