import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { Button } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { Notice } from "../../components/Notice";
import { Skeleton } from "../../components/Skeleton";
import { call } from "../../ipc/call";
import type { CandidateId, MessageView, OpenedMessage } from "../../ipc/generated/bindings";
import { showDateTime } from "../../text/dates";
import { wordFailure } from "../../text/errors";
import { useText } from "../../text/text";
import styles from "./Correspondence.module.css";
import { messageWord } from "./messageWords";

interface Props {
  candidate: CandidateId;
  row: MessageView;
  onClose: () => void;
}

/** A message with its words. They are kept here and in no cache: they are gone when the dialog is. */
export function ReadMessageDialog({ candidate, row, onClose }: Props) {
  const t = useText();
  const [opened, setOpened] = useState<OpenedMessage | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const what = messageWord(t, row);
  useEffect(() => {
    let isWanted = true;
    call("open_message", { candidate, message: row.message })
      .then((answer) => {
        if (isWanted) setOpened(answer);
      })
      .catch((thrown: unknown) => {
        const { title, rest } = wordFailure(thrown);
        if (isWanted) setFailure(`${title} ${rest}`);
      });
    return () => {
      isWanted = false;
    };
  }, [candidate, row.message]);
  const { direction, channel, at } = row;
  const when = t("correspondence-when", { direction, channel, at: showDateTime(at) });
  const facts = `${what} · ${when}`;
  return (
    <Dialog
      title={opened === null || opened.subject === "" ? what : opened.subject}
      isOpen
      onClose={onClose}
      size="wide"
      footer={
        <>
          <Button icon="print" onPress={() => void call("print_page", {})}>
            {t("correspondence-print")}
          </Button>
          <Button onPress={onClose}>{t("correspondence-close")}</Button>
        </>
      }
    >
      {failure !== null && <Notice tone="danger">{failure}</Notice>}
      {failure === null && opened === null && <Skeleton lines={6} />}
      {opened !== null && (
        <>
          <div className={styles.facts}>
            <p>{facts}</p>
            {opened.with !== "" && (
              <p>{t("correspondence-with", { direction: row.direction, with: opened.with })}</p>
            )}
            {row.vacancyTitle !== null && (
              <p>{t("correspondence-about", { vacancy: row.vacancyTitle })}</p>
            )}
          </div>
          <section className={styles.words} aria-label={t("correspondence-words")} tabIndex={0}>
            {opened.body}
          </section>
          <Printed opened={opened} facts={facts} />
        </>
      )}
    </Dialog>
  );
}

/* What is on the paper: nothing else of the window is printed while it is there. */
function Printed({ opened, facts }: { opened: OpenedMessage; facts: string }) {
  return createPortal(
    <div className={styles.printed} aria-hidden="true">
      <h1>{opened.subject}</h1>
      <p>{facts}</p>
      <p>{opened.with}</p>
      <p>{opened.body}</p>
    </div>,
    document.body,
  );
}
