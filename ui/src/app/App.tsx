import { useEffect, useState } from "react";
import { FirstRun } from "../features/first-run/FirstRun";
import { SignIn } from "../features/sign-in/SignIn";
import { Unusable } from "../features/sign-in/Unusable";
import { onLocked } from "../ipc/events";
import { useCommand } from "../ipc/queries";
import { useAppearance } from "./appearance";
import { FileDropProvider } from "./fileDrop";
import { keepFocus } from "./focus";
import { MemoryProvider } from "./memory";
import { Providers } from "./Providers";
import { Shell } from "./Shell";
import { SessionProvider } from "./session";
import { useZoom } from "./zoom";

/**
 * The window. When the program locks, everything the page holds is dropped by starting it anew:
 * answers, forms, selections, scroll positions. Until the program says how things stand it is blank.
 */
export function App() {
  const [life, setLife] = useState(0);
  useEffect(() => onLocked(() => setLife((before) => before + 1)), []);
  useEffect(() => keepFocus(), []);
  return (
    <Providers key={life} onLocked={() => setLife((before) => before + 1)}>
      <Window />
    </Providers>
  );
}

function Window() {
  const { data: status } = useCommand("status", {});
  useAppearance(status?.appearance);
  useZoom(status);
  if (status === undefined) return null;
  const { standing } = status;
  switch (standing.kind) {
    case "noStore":
      return <FirstRun status={status} />;
    case "unusable":
      return <Unusable status={status} problem={standing.problem} />;
    case "locked":
      return <SignIn status={status} people={standing.people} />;
    case "open":
      return (
        <SessionProvider status={status} standing={standing}>
          <MemoryProvider>
            <FileDropProvider>
              <Shell />
            </FileDropProvider>
          </MemoryProvider>
        </SessionProvider>
      );
  }
}
