import { useState } from "react";
import { useSession } from "../../app/session";
import { Button } from "../../components/Button";
import { EmptyState } from "../../components/EmptyState";
import { PageHeader } from "../../components/PageHeader";
import { SearchField } from "../../components/SearchField";
import { useToast } from "../../components/Toast";
import type { CandidateRow, ReserveRow } from "../../ipc/generated/bindings";
import { useAct, useCommand } from "../../ipc/queries";
import { useText } from "../../text/text";
import { AddToReserveDialog } from "./AddToReserveDialog";
import { FindCandidate } from "./FindCandidate";
import { goesNow } from "./goesNow";
import styles from "./Reserve.module.css";
import { ReserveTable } from "./ReserveTable";

/** Who agreed to be kept, for which kind of role, and until when. */
export function ReserveScreen() {
  const t = useText();
  const toast = useToast();
  const { may } = useSession();
  const [text, setText] = useState("");
  const list = useCommand("list_reserve", { text }, { placeholderData: (before) => before });
  const remove = useAct("remove_from_reserve");
  const [adding, setAdding] = useState<"find" | CandidateRow | null>(null);
  const mayAdd = may("recordPermission");

  const takeOff = ({ candidate, entry, name }: ReserveRow) =>
    remove.mutate(
      { candidate, entry },
      {
        onSuccess: (left) =>
          toast.show({
            message: `${t("reserve-removed", { name })}. ${goesNow(left)}`,
            undo: left.undo,
          }),
      },
    );

  if (list.data === undefined) return null;
  const { rows } = list.data;
  const isEmpty = rows.length === 0 && text === "";
  const add = (
    <Button variant="primary" icon="plus" onPress={() => setAdding("find")}>
      {t("reserve-add")}
    </Button>
  );

  return (
    <>
      <PageHeader
        title={t("reserve-title")}
        subtitle={t("reserve-lede")}
        {...(mayAdd && { actions: add })}
      />
      {isEmpty ? (
        <EmptyState icon="reserve" title={t("reserve-empty-title")} text={t("reserve-empty-how")} />
      ) : (
        <div className={styles.frame}>
          <div className={styles.bar}>
            <div className={styles.search}>
              <SearchField label={t("reserve-search")} value={text} onChange={setText} isMain />
            </div>
            <p className={styles.soft} role="status">
              {t("reserve-count", { count: rows.length })}
            </p>
          </div>
          {rows.length === 0 ? (
            <EmptyState
              icon="search"
              title={t("reserve-none-title", { text })}
              text={t("reserve-none-why")}
              action={<Button onPress={() => setText("")}>{t("reserve-none-clear")}</Button>}
            />
          ) : (
            <ReserveTable rows={rows} onRemove={takeOff} />
          )}
        </div>
      )}
      {adding === "find" && <FindCandidate onChoose={setAdding} onClose={() => setAdding(null)} />}
      {adding !== null && adding !== "find" && (
        <AddToReserveDialog
          candidate={adding.candidate}
          name={adding.name}
          onClose={() => setAdding(null)}
        />
      )}
    </>
  );
}
