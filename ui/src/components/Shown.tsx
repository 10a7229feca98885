import type { ReactNode } from "react";
import type { Shown as Guarded } from "../ipc/generated/bindings";
import { Withheld } from "./Withheld";

interface Props<T> {
  of: Guarded<T>;
  children: (value: T) => ReactNode;
  isCompact?: boolean;
}

/** Shows a value the viewer may see, or that it is withheld and why. */
export function Shown<T>({ of, children, isCompact = false }: Props<T>) {
  if (of.is === "shown") return <>{children(of.value)}</>;
  return <Withheld rule={of.rule} because={of.because} isCompact={isCompact} />;
}
