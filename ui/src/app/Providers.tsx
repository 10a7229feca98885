import { QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { I18nProvider } from "react-aria-components";
import { ToastProvider, useToast } from "../components/Toast";
import { asFailure } from "../ipc/call";
import { onChanged } from "../ipc/events";
import { makeQueryClient, refresh } from "../ipc/queries";
import { wordFailure } from "../text/errors";
import { TextProvider } from "../text/text";
import { AppBoundary } from "./Boundary";

interface Props {
  children: ReactNode;
  /** Called when a command finds that the program has locked itself. */
  onLocked: () => void;
}

/** What every screen stands on: words, language, answers, toasts, announcements. */
export function Providers({ children, onLocked }: Props) {
  const report = useRef<(failure: Error) => void>(() => undefined);
  const [client] = useState(() =>
    makeQueryClient((failure) => {
      if (asFailure(failure).error.code === "locked") onLocked();
      else report.current(failure);
    }),
  );
  useEffect(() => {
    const stop = onChanged(() => refresh(client));
    return () => {
      stop();
      client.clear();
    };
  }, [client]);

  return (
    <TextProvider>
      <I18nProvider locale="en-GB">
        <QueryClientProvider client={client}>
          {/* First, since below the page they would make the window a line longer than it is. */}
          <div className="visually-hidden">
            <div id="announce-polite" aria-live="polite" />
            <div id="announce-assertive" aria-live="assertive" />
          </div>
          <ToastProvider>
            <Reporter report={report} />
            <AppBoundary onLocked={onLocked}>{children}</AppBoundary>
          </ToastProvider>
        </QueryClientProvider>
      </I18nProvider>
    </TextProvider>
  );
}

/* Failures that nobody else shows become toasts; the cache that meets them is made before the toasts. */
function Reporter({ report }: { report: { current: (failure: Error) => void } }) {
  const toast = useToast();
  useEffect(() => {
    report.current = (failure) => {
      const { title, rest } = wordFailure(failure);
      toast.show({ message: `${title} ${rest}`, tone: "failed" });
    };
  }, [report, toast]);
  return null;
}
