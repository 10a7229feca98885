import { useState } from "react";
import { Button } from "../../components/Button";
import { Field } from "../../components/Field";
import { FormDialog } from "../../components/FormDialog";
import { Section } from "../../components/Section";
import { Table } from "../../components/Table";
import { useToast } from "../../components/Toast";
import { useAct, useCommand } from "../../ipc/queries";
import { showDate } from "../../text/dates";
import { useText } from "../../text/text";
import styles from "./Accountability.module.css";

/** How many asked not to be approached, since when and why; who they are nobody can say. */
export function NotToApproach() {
  const t = useText();
  const list = useCommand("list_do_not_approach", {}).data;
  const [isAllowing, setIsAllowing] = useState(false);
  if (list === undefined) return null;
  const { total, mayRemove } = list;
  const rows = list.rows.map((row, place) => ({ ...row, place }));
  return (
    <Section
      title={t("accountability-approach")}
      hint={t("accountability-approach-hint")}
      {...(mayRemove &&
        total > 0 && {
          actions: (
            <Button onPress={() => setIsAllowing(true)}>
              {t("accountability-approach-allow")}
            </Button>
          ),
        })}
    >
      <p className={styles.soft}>{t("accountability-approach-total", { count: total })}</p>
      {rows.length > 0 && (
        <Table
          caption={t("accountability-approach")}
          rows={rows}
          rowKey={({ place }) => String(place)}
          columns={[
            {
              id: "on",
              label: t("accountability-approach-on"),
              isRowHeader: true,
              cell: ({ askedOn }) => showDate(askedOn),
            },
            {
              id: "because",
              label: t("accountability-approach-because"),
              cell: ({ because }) => t("accountability-approach-why", { because }),
            },
          ]}
        />
      )}
      {isAllowing && <AllowDialog onClose={() => setIsAllowing(false)} />}
    </Section>
  );
}

function AllowDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const toast = useToast();
  const allow = useAct("allow_approach", { errors: "caller" });
  const [email, setEmail] = useState("");
  const submit = async () => {
    await allow.mutateAsync({ email: email.trim() });
    toast.show({ message: t("accountability-approach-allowed"), undo: null });
    onClose();
  };
  const validate = () =>
    email.trim() === ""
      ? [{ field: "email", problem: t("accountability-approach-email-missing") }]
      : [];
  return (
    <FormDialog
      title={t("accountability-approach-allow-title")}
      onClose={onClose}
      onSubmit={submit}
      validate={validate}
      submit={t("accountability-approach-allow-do")}
      cancel={t("accountability-approach-cancel")}
    >
      <p>{t("accountability-approach-allow-what")}</p>
      <Field
        name="email"
        label={t("accountability-approach-email")}
        value={email}
        onChange={setEmail}
      />
    </FormDialog>
  );
}
