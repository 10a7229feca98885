import { useState } from "react";
import { Button } from "../../components/Button";
import { Icon } from "../../components/Icon";
import list from "../../components/List.module.css";
import { Menu } from "../../components/Menu";
import { Panel } from "../../components/Panel";
import { Shown } from "../../components/Shown";
import type { CandidateView, MessageView } from "../../ipc/generated/bindings";
import { useCommand } from "../../ipc/queries";
import { showDateTime } from "../../text/dates";
import { useText } from "../../text/text";
import candidate from "../candidate/Candidate.module.css";
import { shortName } from "../candidate/names";
import styles from "./Correspondence.module.css";
import { messageWord } from "./messageWords";
import { ReadMessageDialog } from "./ReadMessageDialog";
import { RecordMessageDialog } from "./RecordMessageDialog";
import { RemoveMessageDialog } from "./RemoveMessageDialog";
import { WriteDialog } from "./WriteDialog";

interface Props {
  view: CandidateView;
}

type Doing = { what: "write" } | { what: "record" } | { what: "read" | "remove"; row: MessageView };

/** The messages from and to a candidate, and writing them. */
export function Correspondence({ view }: Props) {
  const t = useText();
  const [doing, setDoing] = useState<Doing | null>(null);
  const found = useCommand("list_correspondence", { candidate: view.candidate }).data;
  const name = shortName(view.name);
  const close = () => setDoing(null);
  const of = { candidate: view.candidate, name, applications: view.applications, onClose: close };
  return (
    <Panel
      title={t("correspondence-title")}
      actions={
        found?.mayWrite === true && (
          <div className={styles.heads}>
            <Button size="small" icon="plus" onPress={() => setDoing({ what: "record" })}>
              {t("correspondence-record")}
            </Button>
            <Button size="small" icon="edit" onPress={() => setDoing({ what: "write" })}>
              {found.draft === null ? t("correspondence-write") : t("correspondence-write-on")}
            </Button>
          </div>
        )
      }
    >
      {found !== undefined && (
        <>
          {found.draft !== null && (
            <p className={styles.draft}>
              <Icon name="edit" size={16} />
              {t("correspondence-draft", {
                purpose: t("correspondence-purpose", { purpose: found.draft }),
              })}
            </p>
          )}
          <Shown of={found.messages} about={t("correspondence-title")}>
            {(rows) =>
              rows.length === 0 ? (
                <p className={candidate.none}>{t("correspondence-none")}</p>
              ) : (
                <ul className={list.rows}>
                  {rows.map((row) => (
                    <MessageRow
                      key={row.message}
                      row={row}
                      mayRemove={found.mayWrite}
                      onDo={(what) => setDoing({ what, row })}
                    />
                  ))}
                </ul>
              )
            }
          </Shown>
        </>
      )}
      {doing?.what === "write" && <WriteDialog {...of} />}
      {doing?.what === "record" && <RecordMessageDialog {...of} />}
      {doing?.what === "read" && (
        <ReadMessageDialog candidate={view.candidate} row={doing.row} onClose={close} />
      )}
      {doing?.what === "remove" && (
        <RemoveMessageDialog candidate={view.candidate} row={doing.row} onClose={close} />
      )}
    </Panel>
  );
}

interface RowProps {
  row: MessageView;
  mayRemove: boolean;
  onDo: (what: "read" | "remove") => void;
}

function MessageRow({ row, mayRemove, onDo }: RowProps) {
  const t = useText();
  const what = messageWord(t, row);
  const { direction, channel, at, by, vacancyTitle } = row;
  return (
    <li className={list.row}>
      <span className={styles.what}>
        <Icon name={direction === "in" ? "arrowDown" : "arrowUp"} size={16} />
        <span className={list.title}>{what}</span>
      </span>
      <p className={list.soft}>
        {t("correspondence-when", { direction, channel, at: showDateTime(at) })}
      </p>
      {vacancyTitle !== null && (
        <p className={list.soft}>{t("correspondence-about", { vacancy: vacancyTitle })}</p>
      )}
      <p className={list.soft}>{t("correspondence-by", { by })}</p>
      <div className={candidate.sealedActions}>
        <Button
          size="small"
          icon="eye"
          onPress={() => onDo("read")}
          ariaLabel={t("correspondence-read-one", { what, at: showDateTime(at) })}
        >
          {t("correspondence-read")}
        </Button>
        {mayRemove && (
          <Menu
            label={t("correspondence-more", { what, at: showDateTime(at) })}
            isIconOnly
            variant="plain"
            size="small"
            items={[{ id: "remove" as const, label: t("correspondence-remove"), danger: true }]}
            onAction={onDo}
          />
        )}
      </div>
    </li>
  );
}
