import { useState } from "react";
import { Annotation } from "../../../components/Annotation";
import { Button } from "../../../components/Button";
import { Facts } from "../../../components/Facts";
import list from "../../../components/List.module.css";
import { Panel } from "../../../components/Panel";
import type { OpinionRow, RequestView } from "../../../ipc/generated/bindings";
import { useCommand } from "../../../ipc/queries";
import { showDate } from "../../../text/dates";
import { useText } from "../../../text/text";
import styles from "../Rights.module.css";
import { AnnotateDialog } from "./AnnotateDialog";
import { opinionWord } from "./requestWords";

interface Props {
  view: RequestView;
}

/** What was corrected, with what it said before; and what others found or wrote, with the person's view of it. */
export function Corrections({ view }: Props) {
  const t = useText();
  return (
    <div className={styles.panels}>
      <Panel title={t("requests-corrected")}>
        <div className={styles.answer}>
          <p className={list.soft}>{t("requests-corrected-what")}</p>
          {view.corrected.length === 0 ? (
            <p>{t("requests-corrected-none")}</p>
          ) : (
            <Facts
              facts={view.corrected.map(({ what, before, by, on }) => ({
                label: t("requests-corrected-one", { what }),
                value: (
                  <>
                    {before === "" ? t("requests-corrected-empty") : before}
                    <span className={list.soft}>
                      {" "}
                      · {t("requests-decided-on", { by, on: showDate(on) })}
                    </span>
                  </>
                ),
              }))}
            />
          )}
        </div>
      </Panel>
      {view.mayKeep && view.person.kind === "here" && <Opinions view={view} />}
    </div>
  );
}

function Opinions({ view }: Props) {
  const t = useText();
  const [annotating, setAnnotating] = useState<OpinionRow | null>(null);
  const opinions = useCommand("list_opinions", { request: view.request }).data;
  const isOpen = view.case.answer === null;
  if (opinions === undefined) return null;
  return (
    <Panel title={t("requests-opinions")}>
      <div className={styles.answer}>
        <p className={list.soft}>{t("requests-opinions-what")}</p>
        {opinions.rows.length === 0 ? (
          <p>{t("requests-opinions-none")}</p>
        ) : (
          <ul className={list.rows}>
            {opinions.rows.map((row) => (
              <li key={keyOf(row)} className={list.row}>
                <span className={list.title}>{opinionWord(row)}</span>
                <p className={list.soft}>
                  {t("requests-opinion-of", {
                    named: row.role === null ? "no" : "yes",
                    role: row.role ?? "",
                    date: showDate(row.on),
                  })}
                </p>
                <Annotation annotation={row.annotation} />
                {isOpen && (
                  <Button
                    size="small"
                    icon="edit"
                    onPress={() => setAnnotating(row)}
                    ariaLabel={t("requests-annotate-one", {
                      what: opinionWord(row),
                      has: row.annotation === null ? "no" : "yes",
                    })}
                  >
                    {t(row.annotation === null ? "requests-annotate" : "requests-annotate-anew")}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
      {annotating !== null && (
        <AnnotateDialog view={view} row={annotating} onClose={() => setAnnotating(null)} />
      )}
    </Panel>
  );
}

const keyOf = ({ of }: OpinionRow): string =>
  of.kind === "document" ? of.document : `${of.interview} ${of.account}`;
