import { useLayoutEffect } from "react";
import type { Appearance } from "../ipc/generated/bindings";

/** Gives the window the appearance the person chose; the system's until the program says. */
export function useAppearance(appearance: Appearance | undefined): void {
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    if (appearance === undefined || appearance === "system") delete dataset.theme;
    else dataset.theme = appearance;
  }, [appearance]);
}
