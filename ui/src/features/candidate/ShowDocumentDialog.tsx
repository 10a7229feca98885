import { type KeyboardEvent, useEffect, useState } from "react";
import { Dialog } from "../../components/Dialog";
import { IconButton } from "../../components/IconButton";
import { Notice } from "../../components/Notice";
import { Skeleton } from "../../components/Skeleton";
import { Tabs } from "../../components/Tabs";
import { call } from "../../ipc/call";
import type {
  CandidateId,
  DocumentPart,
  DocumentView,
  ShownDocument,
} from "../../ipc/generated/bindings";
import { wordFailure } from "../../text/errors";
import { useText } from "../../text/text";
import styles from "./Documents.module.css";
import { documentWord } from "./documentWords";

const LOOKS = ["pages", "words"] as const;
type Look = (typeof LOOKS)[number];

interface Props {
  candidate: CandidateId;
  row: DocumentView;
  onClose: () => void;
}

/** A document in the window: its pages as pictures that the program drew, and its words as text. */
export function ShowDocumentDialog({ candidate, row, onClose }: Props) {
  const t = useText();
  const [look, setLook] = useState<Look>(row.isDrawn ? "pages" : "words");
  const what = documentWord(t, row);
  const title = t("documents-show-title", { what, file: row.fileName });
  // The program keeps the file in memory for as long as it is looked at.
  useEffect(() => () => void call("close_document", {}), []);
  const words = <Words candidate={candidate} document={row.document} label={title} />;
  return (
    <Dialog title={title} isOpen onClose={onClose} size="wide">
      {row.isDrawn ? (
        <Tabs
          label={title}
          selected={look}
          onSelect={setLook}
          tabs={[
            {
              id: "pages",
              label: t("documents-show-pages"),
              content: <Pages candidate={candidate} document={row.document} what={what} />,
            },
            { id: "words", label: t("documents-show-words"), content: words },
          ]}
        />
      ) : (
        words
      )}
    </Dialog>
  );
}

type Which = Pick<DocumentView, "document"> & { candidate: CandidateId };

/* What is shown is kept here and in no cache: it is gone when the dialog is. */
function useShown({ candidate, document }: Which, part: DocumentPart) {
  const [shown, setShown] = useState<ShownDocument | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const { kind } = part;
  const number = part.kind === "page" ? part.number : 0;
  useEffect(() => {
    let isWanted = true;
    const asked: DocumentPart = kind === "page" ? { kind, number } : { kind };
    call("show_document", { candidate, document, part: asked })
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
  }, [candidate, document, kind, number]);
  return { shown, failure };
}

function Pages({ candidate, document, what }: Which & { what: string }) {
  const t = useText();
  const [number, setNumber] = useState(1);
  const { shown, failure } = useShown({ candidate, document }, { kind: "page", number });
  if (failure !== null) return <Notice tone="danger">{failure}</Notice>;
  if (shown === null) return <Skeleton lines={8} />;
  if (shown.kind !== "page") return <Notice tone="warn">{t("documents-show-no-pages")}</Notice>;
  const { pages, picture } = shown;
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
        src={`data:image/png;base64,${picture}`}
        alt={t("documents-show-picture", { what, number, pages })}
      />
    </div>
  );
}

function Words({ candidate, document, label }: Which & { label: string }) {
  const t = useText();
  const { shown, failure } = useShown({ candidate, document }, { kind: "words" });
  if (failure !== null) return <Notice tone="danger">{failure}</Notice>;
  if (shown === null) return <Skeleton lines={8} />;
  if (shown.kind !== "words") return <Notice tone="warn">{t("documents-show-no-words")}</Notice>;
  return (
    <section className={styles.words} aria-label={label} tabIndex={0}>
      {shown.text}
    </section>
  );
}
