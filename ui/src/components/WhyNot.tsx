import type { Why as Reason } from "../ipc/generated/bindings";
import { useText } from "../text/text";
import { Why } from "./Why";

interface Props {
  /** The rule that holds it back. */
  why: Reason;
  /** What it holds back, for those who can't see where the button stands. */
  about: string;
}

/** "Why can't I see this?": the rule in a sentence, and what to do or whom to ask. */
export function WhyNot({ why, about }: Props) {
  const t = useText();
  return (
    <Why
      why={why}
      question={t("components-why-not")}
      about={about}
      next={t("components-why-not-next", { rule: why.rule })}
    />
  );
}
