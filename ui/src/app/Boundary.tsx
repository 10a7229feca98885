import { useQueryErrorResetBoundary } from "@tanstack/react-query";
import { Component, type ReactNode } from "react";
import { Button } from "../components/Button";
import { EmptyState } from "../components/EmptyState";
import { Notice } from "../components/Notice";
import { WhyNot } from "../components/WhyNot";
import { asFailure } from "../ipc/call";
import type { Why } from "../ipc/generated/bindings";
import { wordFailure } from "../text/errors";
import { useText } from "../text/text";

interface CatcherProps {
  children: ReactNode;
  fallback: (thrown: unknown, retry: () => void) => ReactNode;
  onCaught?: (thrown: unknown) => void;
}

class Catcher extends Component<CatcherProps, { thrown: unknown; caught: boolean }> {
  override state = { thrown: null as unknown, caught: false };

  static getDerivedStateFromError(thrown: unknown) {
    return { thrown, caught: true };
  }

  override componentDidCatch(thrown: unknown) {
    this.props.onCaught?.(thrown);
  }

  override render() {
    if (!this.state.caught) return this.props.children;
    return this.props.fallback(this.state.thrown, () =>
      this.setState({ thrown: null, caught: false }),
    );
  }
}

interface Props {
  children: ReactNode;
  /** Called when the failure is that the program has locked itself. */
  onLocked?: () => void;
}

/** Shows a screen's failure in the place of the screen: what happened, what is safe, what next. */
export function AppBoundary({ children, onLocked }: Props) {
  const { reset } = useQueryErrorResetBoundary();
  return (
    <Catcher
      onCaught={(thrown) => {
        if (asFailure(thrown).error.code === "locked") onLocked?.();
      }}
      fallback={(thrown, retry) => (
        <Failed
          thrown={thrown}
          onRetry={() => {
            reset();
            retry();
          }}
        />
      )}
    >
      {children}
    </Catcher>
  );
}

function Failed({ thrown, onRetry }: { thrown: unknown; onRetry: () => void }) {
  const t = useText();
  const { error } = asFailure(thrown);
  if (error.code === "locked") return null;
  if (error.code === "refused") return <Refused why={error.detail} />;
  const { title, rest } = wordFailure(thrown);
  return (
    <>
      <h1 className="visually-hidden" tabIndex={-1}>
        {title}
      </h1>
      <Notice
        tone="danger"
        title={title}
        isAlert
        actions={<Button onPress={onRetry}>{t("app-try-again")}</Button>}
      >
        <p>{rest}</p>
      </Notice>
    </>
  );
}

/** A screen that the rules keep from this person: no failure, and nothing to try again. */
function Refused({ why }: { why: Why }) {
  const t = useText();
  const title = t("app-refused-title");
  return (
    <>
      <h1 className="visually-hidden" tabIndex={-1}>
        {title}
      </h1>
      <EmptyState
        icon="lock"
        title={title}
        text={why.sentence}
        action={<WhyNot why={why} about={title} />}
      />
    </>
  );
}
