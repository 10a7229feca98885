import { useCallback, useEffect, useState } from "react";
import { Dialog } from "../../components/Dialog";
import { Notice } from "../../components/Notice";
import { Skeleton } from "../../components/Skeleton";
import { Tabs } from "../../components/Tabs";
import { call } from "../../ipc/call";
import type { CandidateId, DocumentView } from "../../ipc/generated/bindings";
import { useText } from "../../text/text";
import styles from "./Documents.module.css";
import { documentWord } from "./documentWords";
import { ShownPages, useShown } from "./ShownPages";

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

function Pages({ candidate, document, what }: Which & { what: string }) {
  const t = useText();
  const draw = useCallback(
    (number: number) =>
      call("show_document", { candidate, document, part: { kind: "page", number } }),
    [candidate, document],
  );
  return (
    <ShownPages
      draw={draw}
      nothing={t("documents-show-no-pages")}
      picture={(number, pages) => t("documents-show-picture", { what, number, pages })}
    />
  );
}

function Words({ candidate, document, label }: Which & { label: string }) {
  const t = useText();
  const ask = useCallback(
    () => call("show_document", { candidate, document, part: { kind: "words" } }),
    [candidate, document],
  );
  const { shown, failure } = useShown(ask);
  if (failure !== null) return <Notice tone="danger">{failure}</Notice>;
  if (shown === null) return <Skeleton lines={8} />;
  if (shown.kind !== "words") return <Notice tone="warn">{t("documents-show-no-words")}</Notice>;
  return (
    <section className={styles.words} aria-label={label} tabIndex={0}>
      {shown.text}
    </section>
  );
}
