import type { ReactNode } from "react";
import { WhyNot } from "../components/WhyNot";
import { useCommand } from "../ipc/queries";
import { useText } from "../text/text";

interface Props {
  /** What stands around the button. */
  children?: (button: ReactNode) => ReactNode;
}

/** Where a list or a search shows nothing: why it may leave somebody out. Nothing for those who see everyone. */
export function WhyUnlisted({ children = (button) => button }: Props) {
  const t = useText();
  // A reason that can't be had is no reason to take the screen away.
  const { data } = useCommand("why_not", { kind: "unlisted" }, { throwOnError: false });
  if (data === undefined || data.because === null) return null;
  return children(<WhyNot why={data.because} about={t("app-unlisted")} />);
}
