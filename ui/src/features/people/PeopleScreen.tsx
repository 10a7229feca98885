import { useState } from "react";
import { useSession } from "../../app/session";
import { Button } from "../../components/Button";
import { Chip } from "../../components/Chip";
import { Notice } from "../../components/Notice";
import { PageHeader } from "../../components/PageHeader";
import { Skeleton } from "../../components/Skeleton";
import { Table } from "../../components/Table";
import { useCommand } from "../../ipc/queries";
import { showDate } from "../../text/dates";
import { useText } from "../../text/text";
import { roleWord } from "../../text/words";
import { AddAccountDialog } from "./AddAccountDialog";
import styles from "./People.module.css";
import { Protection } from "./Protection";

/** Who can sign in here, and what protects the records from whom. */
export function PeopleScreen() {
  const t = useText();
  const { viewer, may } = useSession();
  const accounts = useCommand("list_accounts", {}).data;
  const [isAdding, setIsAdding] = useState(false);
  const [added, setAdded] = useState<string | null>(null);
  const add = (
    <Button variant="primary" icon="plus" onPress={() => setIsAdding(true)}>
      {t("people-add")}
    </Button>
  );
  if (accounts === undefined) return <Skeleton />;
  const { rows } = accounts;

  return (
    <>
      <PageHeader
        title={t("people-title")}
        subtitle={t("people-lede")}
        {...(may("manageAccounts") && { actions: add })}
      />
      <div className={styles.frame}>
        {added !== null && <Notice tone="good">{t("people-next", { name: added })}</Notice>}
        <Table
          caption={t("people-table")}
          rows={rows}
          rowKey={({ account }) => account}
          columns={[
            {
              id: "name",
              label: t("people-column-name"),
              isRowHeader: true,
              cell: ({ account, name }) => (
                <span className={styles.name}>
                  {name}
                  {account === viewer.account && <Chip>{t("people-you")}</Chip>}
                </span>
              ),
            },
            {
              id: "role",
              label: t("people-column-role"),
              cell: ({ role }) => roleWord(role),
            },
            {
              id: "vacancies",
              label: t("people-column-vacancies"),
              isNumber: true,
              cell: ({ vacancies }) => t("people-number", { count: vacancies }),
            },
            {
              id: "added",
              label: t("people-column-added"),
              cell: ({ addedOn }) => showDate(addedOn),
            },
          ]}
        />
        {rows.length === 1 && (
          <Notice tone="info" title={t("people-empty-title")}>
            {t("people-empty")}
          </Notice>
        )}
        <Protection />
      </div>
      {isAdding && <AddAccountDialog onAdded={setAdded} onClose={() => setIsAdding(false)} />}
    </>
  );
}
