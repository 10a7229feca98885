import type { ReactNode } from "react";
import type { Shown as Guarded } from "../ipc/generated/bindings";
import { Withheld } from "./Withheld";

interface Props<T> {
  of: Guarded<T>;
  children: (value: T) => ReactNode;
  /** What it is, for those who can't see where it stands. */
  about?: string;
  isCompact?: boolean;
}

/** Shows a value the viewer may see, or that it is withheld and why. */
export function Shown<T>({ of, children, about, isCompact = false }: Props<T>) {
  if (of.is === "shown") return <>{children(of.value)}</>;
  return (
    <Withheld
      rule={of.rule}
      because={of.because}
      isCompact={isCompact}
      {...(about !== undefined && { about })}
    />
  );
}
