import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
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
          <ToastsGone />
          <div className={styles.dialogBody}>{children}</div>
          {footer !== undefined && <div className={styles.dialogFoot}>{footer}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Stands inside what opens, since a dialog itself is there, closed, all the time. */
function ToastsGone() {
  useClearedToasts();
  return null;
}
