import { type ReactNode, useCallback, useState } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { FOCUSABLE } from "../app/focus";
import { useText } from "../text/text";
import { cx } from "./cx";
import { IconButton } from "./IconButton";
import styles from "./Overlay.module.css";
import { useClearedToasts } from "./Toast";

/** What a dialog and a sheet take. */
export interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** Buttons, the main one last. */
  footer?: ReactNode;
  size?: "medium" | "wide";
}

/** A window over the page: focus stays in it and goes back where it came from; Escape closes. */
export function Dialog(props: DialogProps) {
  return <Overlay {...props} veil="" modal={cx(props.size === "wide" && styles.wide)} />;
}

/** A panel at the side of the page, for what is done beside a list. */
export function Sheet(props: Omit<DialogProps, "size">) {
  return <Overlay {...props} veil={cx(styles.side)} modal={cx(styles.sheet)} />;
}

interface OverlayProps extends DialogProps {
  veil: string;
  modal: string;
}

function Overlay({ title, isOpen, onClose, children, footer, veil, modal }: OverlayProps) {
  const t = useText();
  return (
    <ModalOverlay
      className={`${styles.veil} ${veil}`}
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable
    >
      <Modal className={`${styles.modal} ${modal}`}>
        <AriaDialog className={cx(styles.dialog)}>
          <div className={styles.dialogHead}>
            <Heading slot="title" level={2} className={cx(styles.dialogTitle)}>
              {title}
            </Heading>
            <IconButton label={t("components-close")} icon="close" size="small" onPress={onClose} />
          </div>
          <Body title={title}>{children}</Body>
          {footer !== undefined && <div className={styles.dialogFoot}>{footer}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/* Words that scroll and hold nothing to press are a stop for Tab themselves, or no key could scroll them. */
function Body({ title, children }: Pick<DialogProps, "title" | "children">) {
  useClearedToasts();
  const [isStop, setStop] = useState(false);
  const ref = useCallback((body: HTMLDivElement) => {
    const look = () =>
      setStop(body.scrollHeight > body.clientHeight && body.querySelector(FOCUSABLE) === null);
    const changes = new MutationObserver(look);
    changes.observe(body, { childList: true, subtree: true });
    window.addEventListener("resize", look);
    look();
    return () => {
      changes.disconnect();
      window.removeEventListener("resize", look);
    };
  }, []);
  return (
    <div
      ref={ref}
      className={styles.dialogBody}
      {...(isStop && { role: "group", "aria-label": title, tabIndex: 0 })}
    >
      {children}
    </div>
  );
}
