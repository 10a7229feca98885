import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { announce } from "../app/announce";
import { useAct } from "../ipc/queries";
import { wordFailure } from "../text/errors";
import { useText } from "../text/text";
import { undoneWord } from "../text/words";
import { Button } from "./Button";
import { cx } from "./cx";
import { Icon } from "./Icon";
import { IconButton } from "./IconButton";
import styles from "./Toast.module.css";

/** How long a toast stays, in milliseconds; not while it is pointed at or holds the focus. */
export const TOAST_STAYS = 8000;

/** What a toast says. */
export interface ToastContent {
  message: string;
  /** What takes the change back, as the program named it. */
  undo?: number | null;
  tone?: "done" | "failed";
}

interface Shown extends ToastContent {
  id: number;
}

const isFailure = ({ tone }: ToastContent) => tone === "failed";

interface Toaster {
  show(content: ToastContent): void;
  /** Takes away what was said to be done, as something opens that it would stand over. */
  clear(): void;
  /** Takes the latest change back, whether its toast is still there or not. */
  undoLatest(): void;
}

const ToastContext = createContext<Toaster | null>(null);

/** Shows toasts: `show({ message, undo })`. */
export function useToast(): Toaster {
  const toaster = useContext(ToastContext);
  if (toaster === null) throw new Error("no toasts outside the provider");
  return toaster;
}

/** Takes toasts of what is done away as whatever calls it appears; Ctrl Z still takes the change back. */
export function useClearedToasts() {
  const clear = useContext(ToastContext)?.clear;
  useEffect(() => clear?.(), [clear]);
}

/** Gives the page its toasts: what went wrong stays beside what was done, and of that the latest is shown alone. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const t = useText();
  const [shown, setShown] = useState<Shown[]>([]);
  const next = useRef(1);
  const undo = useAct("undo", { errors: "caller" });

  const close = useCallback((id: number) => {
    setShown((toasts) => toasts.filter((toast) => toast.id !== id));
  }, []);

  const show = useCallback((content: ToastContent) => {
    const id = next.current++;
    setShown((toasts) => [...toasts.filter(isFailure).slice(-2), { ...content, id }]);
    announce(content.message, content.tone === "failed" ? "assertive" : "polite");
  }, []);

  const { mutateAsync } = undo;
  const takeBack = useCallback(
    async (which: number | null) => {
      setShown((toasts) => toasts.filter((toast) => which !== null && toast.undo !== which));
      try {
        const { what } = await mutateAsync({ undo: which });
        show({ message: undoneWord(what) });
      } catch (thrown) {
        const { title, rest } = wordFailure(thrown);
        show({ message: `${title} ${rest}`, tone: "failed" });
      }
    },
    [mutateAsync, show],
  );

  const toaster = useMemo<Toaster>(
    () => ({
      show,
      clear: () => setShown((toasts) => toasts.filter(isFailure)),
      undoLatest: () => void takeBack(null),
    }),
    [show, takeBack],
  );

  return (
    <ToastContext value={toaster}>
      {children}
      {/* What is said while a dialog stays open is said to everybody. */}
      <section
        className={styles.region}
        aria-label={t("components-messages")}
        data-react-aria-top-layer="true"
      >
        {shown.map((toast) => (
          <ToastCard
            key={toast.id}
            toast={toast}
            onClose={() => close(toast.id)}
            onUndo={(which) => void takeBack(which)}
          />
        ))}
      </section>
    </ToastContext>
  );
}

interface CardProps {
  toast: Shown;
  onClose: () => void;
  onUndo: (which: number) => void;
}

function ToastCard({ toast, onClose, onUndo }: CardProps) {
  const t = useText();
  const [held, setHeld] = useState(false);
  const card = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  const { undo } = toast;

  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => close.current(), TOAST_STAYS);
    return () => clearTimeout(timer);
  }, [held]);

  return (
    <div
      ref={card}
      role="group"
      aria-label={toast.message}
      className={cx(styles.toast, toast.tone === "failed" && styles.failed)}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon name={toast.tone === "failed" ? "warning" : "check"} />
      <p className={styles.words}>{toast.message}</p>
      {undo !== undefined && undo !== null && (
        <Button variant="plain" size="small" onPress={() => onUndo(undo)} shortcut="Ctrl Z">
          {t("components-undo")}
        </Button>
      )}
      <IconButton label={t("components-dismiss")} icon="close" size="small" onPress={onClose} />
    </div>
  );
}
