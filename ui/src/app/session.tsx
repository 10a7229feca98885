import { createContext, type ReactNode, useContext, useMemo } from "react";
import type {
  ActionKind,
  PutBack,
  Replay,
  Standing,
  Status,
  ViewerView,
} from "../ipc/generated/bindings";

/** Who is signed in to what. */
export interface Session {
  status: Status;
  organisation: string;
  viewer: ViewerView;
  /** Whether some computer's keychain lets them in. */
  keychain: boolean;
  /** What shows that the records were put back to an earlier state. */
  putBack: PutBack | null;
  /** What the list of erasures outside the database had to say. */
  replay: Replay | null;
  /** Today, as the program's clock has it. */
  today: string;
  /** Whether the account may do this at all, whatever the record. */
  may(action: ActionKind): boolean;
}

const SessionContext = createContext<Session | null>(null);

interface Props {
  status: Status;
  standing: Extract<Standing, { kind: "open" }>;
  children: ReactNode;
}

/** Gives the screens the session they run in. */
export function SessionProvider({ status, standing, children }: Props) {
  const session = useMemo<Session>(
    () => ({
      status,
      organisation: standing.organisation,
      viewer: standing.viewer,
      keychain: standing.keychain,
      putBack: standing.putBack,
      replay: standing.replay,
      today: status.today,
      may: (action) => standing.viewer.may.includes(action),
    }),
    [status, standing],
  );
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** The session; only screens of a signed-in window ask. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error("no session outside the signed-in window");
  return session;
}
