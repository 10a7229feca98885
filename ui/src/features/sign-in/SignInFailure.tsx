import { useEffect, useState } from "react";
import { Notice } from "../../components/Notice";
import type { IpcError } from "../../ipc/generated/bindings";
import { wordError } from "../../text/errors";

interface Props {
  error: IpcError;
  /** Called once a throttled person may try again. */
  onWaited: () => void;
}

/** Why a sign-in failed. Where one has to wait it counts down. */
export function SignInFailure({ error, onWaited }: Props) {
  if (error.code === "throttled") {
    return <Countdown seconds={error.detail.seconds} onWaited={onWaited} />;
  }
  const { title, rest } = wordError(error);
  return (
    <Notice tone="danger" title={title} isAlert>
      <p>{rest}</p>
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
