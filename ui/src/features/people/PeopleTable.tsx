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
  const offered = (person: AccountRow): MenuEntry<Doing>[] => {
    const isOwn = person.account === viewer.account;
    return DOINGS.filter((what) => {
      // A timer's key is taken away, and nothing else.
      if (person.role === "sweepTimer") return what === "remove" && may("manageAccounts");
      if (what === "sees") return may("reviewAccess");
      if (what === "audit" && seesEverything(person)) return false;
      return may("manageAccounts") && !isOwn;
    }).map((id) => ({
      id,
      label: t(id === "sees" && isOwn ? "people-do-sees-own" : `people-do-${id}`),
      danger: id === "remove",
    }));
  };
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
          cell: (person) =>
            person.role === "sweepTimer" ? t("people-timer") : <Training person={person} />,
        },
        {
          id: "sealed",
          label: t("people-column-sealed"),
          isNumber: true,
          cell: ({ sealed, mayHold }) => {
            const astray = sealed.filter((one) => !mayHold.includes(one)).length;
            return astray > 0 ? (
              <Chip tone="warn">{t("people-sealed-astray", { count: astray })}</Chip>
            ) : (
              t("people-number", { count: sealed.length })
            );
          },
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

/* HR and the data protection officer see every record by their role: an audit gives them nothing. */
function seesEverything({ role }: AccountRow): boolean {
  return role === "hrAdministrator" || role === "dataProtectionOfficer";
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
