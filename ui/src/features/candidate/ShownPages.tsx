import { type KeyboardEvent, useCallback, useEffect, useState } from "react";
import { IconButton } from "../../components/IconButton";
import { Notice } from "../../components/Notice";
import { Skeleton } from "../../components/Skeleton";
import type { ShownDocument } from "../../ipc/generated/bindings";
import { wordFailure } from "../../text/errors";
import { useText } from "../../text/text";
import styles from "./Documents.module.css";

/**
 * What the program shows of a file. It is kept here and in no cache: it is gone when the dialog is.
 * @param ask asks for it; another function asks anew
 */
export function useShown(ask: () => Promise<ShownDocument>) {
  const [shown, setShown] = useState<ShownDocument | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    let isWanted = true;
    ask()
      .then((answer) => {
        if (isWanted) setShown(answer);
      })
      .catch((thrown: unknown) => {
        const { title, rest } = wordFailure(thrown);
        if (isWanted) setFailure(`${title} ${rest}`);
      });
    return () => {
      isWanted = false;
    };
  }, [ask]);
  return { shown, failure };
}

interface Props {
  /** Asks the program to draw a page; the first is number one. */
  draw: (number: number) => Promise<ShownDocument>;
  /** Said where there is nothing to draw. */
  nothing: string;
  /** What a page's picture is, for who does not see it. */
  picture: (number: number, pages: number) => string;
}

/** The pages of a file as pictures that the program drew, one at a time. */
export function ShownPages({ draw, nothing, picture }: Props) {
  const t = useText();
  const [number, setNumber] = useState(1);
  const ask = useCallback(() => draw(number), [draw, number]);
  const { shown, failure } = useShown(ask);
  if (failure !== null) return <Notice tone="danger">{failure}</Notice>;
  if (shown === null) return <Skeleton lines={8} />;
  if (shown.kind !== "page") return <Notice tone="warn">{nothing}</Notice>;
  const { pages, picture: png } = shown;
  const turn = (by: number) => setNumber(Math.min(pages, Math.max(1, number + by)));
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { PageDown: 1, PageUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    turn(by);
  };
  return (
    <div className={styles.pages} onKeyDown={onKeyDown}>
      {/* Never disabled: at either end the focus would be lost with the button that had it. */}
      <div className={styles.turn}>
        <IconButton
          variant="quiet"
          size="small"
          icon="chevronLeft"
          onPress={() => turn(-1)}
          label={t("documents-show-before")}
        />
        <span role="status">{t("documents-show-page", { number, pages })}</span>
        <IconButton
          variant="quiet"
          size="small"
          icon="chevronRight"
          onPress={() => turn(1)}
          label={t("documents-show-after")}
        />
      </div>
      <img
        className={styles.page}
        src={`data:image/png;base64,${png}`}
        alt={picture(number, pages)}
      />
    </div>
  );
}
