import { useState } from "react";
import { Button } from "../../components/Button";
import { Chip } from "../../components/Chip";
import { FormDialog } from "../../components/FormDialog";
import { Section } from "../../components/Section";
import { Table } from "../../components/Table";
import { useToast } from "../../components/Toast";
import type { BackupRow } from "../../ipc/generated/bindings";
import { useAct, useCommand } from "../../ipc/queries";
import { showDate, showDateTime } from "../../text/dates";
import { useText } from "../../text/text";
import styles from "./People.module.css";

/** The copies of the records that are known, and making one. */
export function Backups() {
  const t = useText();
  const toast = useToast();
  const backups = useCommand("list_backups", {}).data;
  const make = useAct("make_backup");
  const [forgetting, setForgetting] = useState<BackupRow | null>(null);
  if (backups === undefined) return null;
  const { rows, days, mayMake } = backups;
  const makeOne = () =>
    make.mutate(
      {},
      {
        onSuccess: ({ made }) => {
          if (made !== null) toast.show({ message: t("people-backup-made"), undo: null });
        },
      },
    );
  return (
    <Section
      title={t("people-backups")}
      hint={t("people-backups-hint", { days })}
      {...(mayMake && {
        actions: (
          <Button icon="file" isDisabled={make.isPending} onPress={makeOne}>
            {t("people-backup-make")}
          </Button>
        ),
      })}
    >
      {rows.length === 0 ? (
        <p className={styles.soft}>{t("people-backups-none")}</p>
      ) : (
        <Table
          caption={t("people-backups-table")}
          rows={rows}
          rowKey={({ backup }) => backup}
          columns={[
            {
              id: "made",
              isShort: true,
              label: t("people-backup-made-at"),
              isRowHeader: true,
              cell: ({ madeAt, by }) => (
                <>
                  {showDateTime(madeAt)}
                  <span className={styles.soft}>{by}</span>
                </>
              ),
            },
            {
              id: "size",
              label: t("people-backup-size"),
              isNumber: true,
              isShort: true,
              cell: ({ bytes }) => t("people-backup-megabytes", { size: bytes / 1_000_000 }),
            },
            {
              id: "until",
              isShort: true,
              label: t("people-backup-until"),
              cell: ({ beyondUseUntil, overdue }) =>
                overdue ? (
                  <Chip tone="warn" icon="warning">
                    {t("people-backup-overdue")}
                  </Chip>
                ) : (
                  showDate(beyondUseUntil)
                ),
            },
            { id: "where", label: t("people-backup-where"), cell: ({ path }) => path },
            ...(mayMake
              ? [
                  {
                    id: "forget",
                    label: t("people-backup-do"),
                    isLabelHidden: true,
                    cell: (row: BackupRow) => (
                      <Button variant="plain" onPress={() => setForgetting(row)}>
                        {t("people-backup-delete")}
                      </Button>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {forgetting !== null && (
        <ForgetDialog backup={forgetting} onClose={() => setForgetting(null)} />
      )}
    </Section>
  );
}

interface DialogProps {
  backup: BackupRow;
  onClose: () => void;
}

function ForgetDialog({ backup, onClose }: DialogProps) {
  const t = useText();
  const toast = useToast();
  const forget = useAct("forget_backup", { errors: "caller" });
  const submit = async () => {
    await forget.mutateAsync({ backup: backup.backup });
    toast.show({ message: t("people-backup-deleted"), undo: null });
    onClose();
  };
  return (
    <FormDialog
      title={t("people-backup-delete-title", { made: showDateTime(backup.madeAt) })}
      onClose={onClose}
      onSubmit={submit}
      validate={() => []}
      submit={t("people-backup-delete-do")}
      cancel={t("people-cancel")}
    >
      <p>{t("people-backup-delete-what", { path: backup.path })}</p>
    </FormDialog>
  );
}
