import { useState } from "react";
import { Button } from "../../components/Button";
import { Shown } from "../../components/Shown";
import { useToast } from "../../components/Toast";
import type { CandidateView, DocumentView } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { showDate } from "../../text/dates";
import { useText } from "../../text/text";
import { AddDocumentsDialog } from "./AddDocumentsDialog";
import styles from "./Candidate.module.css";
import { documentWord, sizeWord } from "./documentWords";
import { shortName } from "./names";
import { RemoveDocumentDialog } from "./RemoveDocumentDialog";

interface Props {
  view: CandidateView;
}

/** The documents of a candidate: what each is and where it came from, to be opened, added and taken out. */
export function Documents({ view }: Props) {
  const t = useText();
  const [isAdding, setIsAdding] = useState(false);
  const [removing, setRemoving] = useState<DocumentView | null>(null);
  const { candidate, documents } = view;
  return (
    <section className={styles.panel} aria-labelledby="candidate-documents">
      <div className={styles.panelHead}>
        <h2 id="candidate-documents" className={styles.panelTitle}>
          {t("documents-title")}
        </h2>
        {view.may.includes("editCandidate") && documents.is === "shown" && (
          <Button size="small" icon="plus" onPress={() => setIsAdding(true)}>
            {t("documents-add")}
          </Button>
        )}
      </div>
      <Shown of={documents} about={t("documents-title")}>
        {(rows) =>
          rows.length === 0 ? (
            <p className={styles.none}>{t("documents-none")}</p>
          ) : (
            <ul className={styles.rows}>
              {rows.map((row) => (
                <DocumentRow
                  key={row.document}
                  candidate={candidate}
                  row={row}
                  onRemove={() => setRemoving(row)}
                />
              ))}
            </ul>
          )
        }
      </Shown>
      {isAdding && (
        <AddDocumentsDialog
          candidate={candidate}
          name={shortName(view.name)}
          applications={view.applications}
          onClose={() => setIsAdding(false)}
        />
      )}
      {removing !== null && (
        <RemoveDocumentDialog
          candidate={candidate}
          row={removing}
          onClose={() => setRemoving(null)}
        />
      )}
    </section>
  );
}

interface RowProps {
  candidate: CandidateView["candidate"];
  row: DocumentView;
  onRemove: () => void;
}

function DocumentRow({ candidate, row, onRemove }: RowProps) {
  const t = useText();
  const toast = useToast();
  const open = useAct("open_document");
  const what = documentWord(t, row);
  const show = () =>
    open.mutate(
      { candidate, document: row.document },
      {
        onSuccess: ({ opened }) =>
          toast.show({
            message: t(opened ? "documents-opened" : "documents-not-opened", { what }),
            undo: null,
          }),
      },
    );
  return (
    <li className={styles.row}>
      <span className={styles.rowTitle}>{what}</span>
      <p className={styles.soft}>
        {t("documents-facts", { file: row.fileName, size: sizeWord(t, row.bytes) })}
      </p>
      {row.vacancyTitle !== null && (
        <p className={styles.soft}>{t("documents-for", { vacancy: row.vacancyTitle })}</p>
      )}
      <p className={styles.soft}>
        {t("documents-added-by", { by: row.addedBy, date: showDate(row.addedOn) })}
      </p>
      {!row.hasText && <p className={styles.soft}>{t("documents-no-words")}</p>}
      <div className={styles.sealedActions}>
        <Button size="small" onPress={show} ariaLabel={t("documents-open-one", { what })}>
          {t("documents-open")}
        </Button>
        {row.mayRemove && (
          <Button size="small" onPress={onRemove} ariaLabel={t("documents-remove-one", { what })}>
            {t("documents-remove")}
          </Button>
        )}
      </div>
    </li>
  );
}
