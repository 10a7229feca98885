import { Button, Dialog, DialogTrigger, Popover } from "react-aria-components";
import type { Why as Reason } from "../ipc/generated/bindings";
import { useText } from "../text/text";
import styles from "./Chip.module.css";
import { cx } from "./cx";
import overlay from "./Overlay.module.css";

interface Props {
  /** The rules, the deciding one first. */
  why: Reason | readonly Reason[];
  /** What is asked about, for those who can't see where the button stands. */
  about?: string;
  /** The words of the button; "Why?" without. */
  question?: string;
  /** What to do about it. */
  next?: string;
}

/** "Why?": the rule that decided and what it says of this case. */
export function Why({ why, about, question, next }: Props) {
  const t = useText();
  const reasons = "rule" in why ? [why] : why;
  const asked = question ?? t("components-why");
  return (
    <DialogTrigger>
      <Button
        className={cx(styles.why)}
        {...(about !== undefined && {
          "aria-label": t("components-why-about", { question: asked, about }),
        })}
      >
        {asked}
      </Button>
      <Popover className={cx(overlay.popover)} offset={4}>
        <Dialog className={cx(overlay.note)} aria-label={asked}>
          <ul className={styles.reasons}>
            {reasons.map(({ rule, sentence }) => (
              <li key={`${rule} ${sentence}`}>
                {sentence}
                <span className={styles.rule}>{t("components-rule", { rule })}</span>
              </li>
            ))}
          </ul>
          {next !== undefined && <p className={styles.next}>{next}</p>}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
