import { Button } from "../../components/Button";
import { DaysLeft } from "../../components/DaysLeft";
import { Link } from "../../components/Link";
import { Table } from "../../components/Table";
import type { ReserveRow } from "../../ipc/generated/bindings";
import { showDate } from "../../text/dates";
import { useText } from "../../text/text";
import styles from "./Reserve.module.css";

interface Props {
  rows: ReserveRow[];
  onRemove: (row: ReserveRow) => void;
}

/** The people on the reserve list, soonest end first. */
export function ReserveTable({ rows, onRemove }: Props) {
  const t = useText();
  return (
    <Table
      caption={t("reserve-table")}
      rows={rows}
      rowKey={({ entry }) => entry}
      columns={[
        {
          id: "name",
          label: t("reserve-column-name"),
          isRowHeader: true,
          isShort: true,
          cell: ({ candidate, name }) => (
            <Link to={{ at: "candidate", id: candidate }}>{name}</Link>
          ),
        },
        {
          id: "roles",
          label: t("reserve-column-roles"),
          cell: ({ roles, offers }) => (
            <>
              {roles}
              {offers.skills.length > 0 && (
                <span className={styles.skills}>{offers.skills.join(", ")}</span>
              )}
            </>
          ),
        },
        {
          id: "from",
          label: t("reserve-column-from"),
          cell: ({ vacancyTitle }) => vacancyTitle,
        },
        {
          id: "until",
          label: t("reserve-column-until"),
          isShort: true,
          cell: ({ endsOn, daysLeft }) => (
            <span className={styles.until}>
              {showDate(endsOn)}
              <DaysLeft days={daysLeft} />
            </span>
          ),
        },
        {
          id: "actions",
          label: t("reserve-column-action"),
          cell: (row) =>
            row.may.includes("recordPermission") && (
              <Button
                size="small"
                onPress={() => onRemove(row)}
                ariaLabel={t("reserve-remove-one", { name: row.name })}
              >
                {t("reserve-remove")}
              </Button>
            ),
        },
      ]}
    />
  );
}
