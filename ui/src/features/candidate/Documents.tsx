import { useState } from "react";
import { useDroppedOn, useDropTarget } from "../../app/fileDrop";
import { Annotation } from "../../components/Annotation";
import { Button } from "../../components/Button";
import list from "../../components/List.module.css";
import { Menu } from "../../components/Menu";
import { Panel } from "../../components/Panel";
import { Shown } from "../../components/Shown";
import type { CandidateView, DocumentView } from "../../ipc/generated/bindings";
import { showDate } from "../../text/dates";
import { useText } from "../../text/text";
import { AddDocumentsDialog } from "./AddDocumentsDialog";
import styles from "./Candidate.module.css";
import { documentWord, sizeWord } from "./documentWords";
import { shortName } from "./names";
import { OpenOutsideDialog } from "./OpenOutsideDialog";
import { RemoveDocumentDialog } from "./RemoveDocumentDialog";
import { ShowDocumentDialog } from "./ShowDocumentDialog";

interface Props {
  view: CandidateView;
}

/** What somebody does with a document. */
type Doing = { what: "show" | "outside" | "remove"; row: DocumentView };

/** The documents of a candidate: what each is and where it came from, to be looked at, added and taken out. */
export function Documents({ view }: Props) {
  const t = useText();
  const [adding, setAdding] = useState<{ dropped: string[] | null } | null>(null);
  const [doing, setDoing] = useState<Doing | null>(null);
  const { candidate, documents } = view;
  const name = shortName(view.name);
  const mayAdd = view.may.includes("editCandidate") && documents.is === "shown";
  const take = (dropped: string[]) => {
    if (mayAdd) setAdding({ dropped });
  };
  useDropTarget(mayAdd ? t("documents-drop", { name }) : null, take);
  useDroppedOn(candidate, take);
  const close = () => setDoing(null);
  return (
    <Panel
      title={t("documents-title")}
      actions={
        mayAdd && (
          <Button size="small" icon="plus" onPress={() => setAdding({ dropped: null })}>
            {t("documents-add")}
          </Button>
        )
      }
    >
      <Shown of={documents} about={t("documents-title")}>
        {(rows) =>
          rows.length === 0 ? (
            <p className={styles.none}>{t("documents-none")}</p>
          ) : (
            <ul className={list.rows}>
              {rows.map((row) => (
                <DocumentRow
                  key={row.document}
                  row={row}
                  onDo={(what) => setDoing({ what, row })}
                />
              ))}
            </ul>
          )
        }
      </Shown>
      {adding !== null && (
        <AddDocumentsDialog
          candidate={candidate}
          name={name}
          applications={view.applications}
          dropped={adding.dropped}
          onClose={() => setAdding(null)}
        />
      )}
      {doing?.what === "show" && (
        <ShowDocumentDialog candidate={candidate} row={doing.row} onClose={close} />
      )}
      {doing?.what === "outside" && (
        <OpenOutsideDialog candidate={candidate} row={doing.row} onClose={close} />
      )}
      {doing?.what === "remove" && (
        <RemoveDocumentDialog candidate={candidate} row={doing.row} onClose={close} />
      )}
    </Panel>
  );
}

interface RowProps {
  row: DocumentView;
  onDo: (what: Doing["what"]) => void;
}

function DocumentRow({ row, onDo }: RowProps) {
  const t = useText();
  const what = documentWord(t, row);
  const more = [
    { id: "outside" as const, label: t("documents-outside") },
    ...(row.mayRemove
      ? [{ id: "remove" as const, label: t("documents-remove"), danger: true }]
      : []),
  ];
  return (
    <li className={list.row}>
      <span className={list.title}>{what}</span>
      <p className={list.soft}>
        {t("documents-facts", { file: row.fileName, size: sizeWord(t, row.bytes) })}
      </p>
      {row.vacancyTitle !== null && (
        <p className={list.soft}>{t("documents-for", { vacancy: row.vacancyTitle })}</p>
      )}
      <p className={list.soft}>
        {t("documents-added-by", { by: row.addedBy, date: showDate(row.addedOn) })}
      </p>
      <Annotation annotation={row.annotation} />
      {!row.hasText && <p className={list.soft}>{t("documents-no-words")}</p>}
      <div className={styles.sealedActions}>
        <Button
          size="small"
          icon="eye"
          onPress={() => onDo("show")}
          ariaLabel={t("documents-show-one", { what })}
        >
          {t("documents-show")}
        </Button>
        <Menu
          label={t("documents-more", { what })}
          isIconOnly
          variant="plain"
          size="small"
          items={more}
          onAction={onDo}
        />
      </div>
    </li>
  );
}
