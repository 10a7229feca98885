import { Button } from "../../components/Button";
import { Section } from "../../components/Section";
import { Table } from "../../components/Table";
import { useToast } from "../../components/Toast";
import type { RecipientToTell } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { showDate } from "../../text/dates";
import { useText } from "../../text/text";
import { categoryWord } from "../candidate/disclosureWords";
import styles from "./Retention.module.css";
import { firstDay, givenInWords } from "./recipientWords";

interface Props {
  preview: number;
  rows: readonly RecipientToTell[];
}

/** Who must be told of what goes, and the notices to them: made now, while the names are there. */
export function RecipientsPreview({ preview, rows }: Props) {
  const t = useText();
  const toast = useToast();
  const { mutate, isPending } = useAct("save_notices");
  if (rows.length === 0) return null;
  const save = () =>
    mutate(
      { preview },
      {
        onSuccess: ({ saved }) => {
          if (saved > 0) {
            toast.show({ message: t("recipients-saved", { count: saved }), undo: null });
          }
        },
      },
    );
  return (
    <Section
      title={t("recipients-preview", { count: rows.length, date: showDate(firstDay(rows)) })}
      hint={t("recipients-preview-hint")}
      actions={
        <Button icon="file" isDisabled={isPending} onPress={save}>
          {t("recipients-save")}
        </Button>
      }
    >
      <Table
        caption={t("recipients-preview-table")}
        rows={rows}
        rowKey={({ category, recipient }) => `${category} ${recipient}`}
        columns={[
          {
            id: "recipient",
            label: t("recipients-column-recipient"),
            isRowHeader: true,
            cell: ({ category, recipient }) => (
              <>
                {recipient}
                <br />
                <span className={styles.kind}>{categoryWord(category)}</span>
              </>
            ),
          },
          {
            id: "how-many",
            label: t("recipients-column-how-many"),
            cell: ({ people, applications }) => t("recipients-how-many", { people, applications }),
          },
          {
            id: "given",
            label: t("recipients-column-given"),
            cell: ({ given }) => givenInWords(given),
          },
        ]}
      />
    </Section>
  );
}
