import { useSession } from "../../app/session";
import { Chip } from "../../components/Chip";
import { Menu, type MenuEntry } from "../../components/Menu";
import { Table } from "../../components/Table";
import type { AccountRow } from "../../ipc/generated/bindings";
import { showDate } from "../../text/dates";
import { useText } from "../../text/text";
import { roleWord } from "../../text/words";
import styles from "./People.module.css";

/** What can be done about somebody who signs in. */
export const DOINGS = ["sees", "role", "audit", "sealed", "training", "reset", "remove"] as const;
/** One thing that can be done about somebody who signs in. */
export type Doing = (typeof DOINGS)[number];

interface Props {
  rows: readonly AccountRow[];
  onDo: (what: Doing, person: AccountRow) => void;
}

/** Everybody who signs in: their role, their training, the keys they hold, and what can be done about them. */
export function PeopleTable({ rows, onDo }: Props) {
  const t = useText();
  const { viewer, may } = useSession();
  const offered = (person: AccountRow): MenuEntry<Doing>[] =>
    DOINGS.filter((what) =>
      what === "sees"
        ? may("reviewAccess")
        : may("manageAccounts") && person.account !== viewer.account,
    ).map((id) => ({ id, label: t(`people-do-${id}`), danger: id === "remove" }));
  return (
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
          cell: ({ role, until }) => (
            <>
              {roleWord(role)}
              {until !== null && (
                <span className={styles.soft}>
                  {t("people-role-until", { date: showDate(until) })}
                </span>
              )}
            </>
          ),
        },
        {
          id: "training",
          label: t("people-column-training"),
          cell: (person) => <Training person={person} />,
        },
        {
          id: "sealed",
          label: t("people-column-sealed"),
          isNumber: true,
          cell: ({ sealed }) => t("people-number", { count: sealed.length }),
        },
        {
          id: "vacancies",
          label: t("people-column-vacancies"),
          isNumber: true,
          cell: ({ vacancies }) => t("people-number", { count: vacancies }),
        },
        {
          id: "actions",
          label: t("people-column-actions"),
          cell: (person) => {
            const items = offered(person);
            return items.length === 0 ? null : (
              <Menu<Doing>
                label={t("people-actions", { name: person.name })}
                isIconOnly
                size="small"
                items={items}
                onAction={(what) => onDo(what, person)}
              />
            );
          },
        },
      ]}
    />
  );
}

function Training({ person: { trainedThrough } }: { person: AccountRow }) {
  const t = useText();
  const { today } = useSession();
  if (trainedThrough === null) return <Chip tone="warn">{t("people-training-none")}</Chip>;
  const date = showDate(trainedThrough);
  return trainedThrough < today ? (
    <Chip tone="warn">{t("people-training-lapsed", { date })}</Chip>
  ) : (
    t("people-training-good", { date })
  );
}
