import { useState } from "react";
import { Button } from "../../components/Button";
import { FormDialog } from "../../components/FormDialog";
import { Section } from "../../components/Section";
import { Table } from "../../components/Table";
import { useToast } from "../../components/Toast";
import type { TemplateView } from "../../ipc/generated/bindings";
import { useAct, useCommand } from "../../ipc/queries";
import { useText } from "../../text/text";
import styles from "./Correspondence.module.css";
import { TemplateDialog } from "./TemplateDialog";

type Doing =
  | { what: "edit"; template: TemplateView | null }
  | { what: "remove"; template: TemplateView };

/** The organisation's templates of messages. */
export function Templates() {
  const t = useText();
  const [doing, setDoing] = useState<Doing | null>(null);
  const found = useCommand("list_templates", {}).data;
  if (found === undefined || !found.mayEdit) return null;
  const close = () => setDoing(null);
  return (
    <Section
      title={t("templates-title")}
      hint={t("templates-hint")}
      actions={
        <Button icon="plus" onPress={() => setDoing({ what: "edit", template: null })}>
          {t("templates-add")}
        </Button>
      }
    >
      {found.templates.length === 0 ? (
        <p>{t("templates-none")}</p>
      ) : (
        <Table
          caption={t("templates-table")}
          rows={found.templates}
          rowKey={({ template }) => template}
          columns={[
            {
              id: "name",
              label: t("templates-name"),
              isRowHeader: true,
              cell: ({ name }) => name,
            },
            {
              id: "purpose",
              label: t("templates-purpose"),
              cell: ({ purpose }) => t("correspondence-purpose", { purpose }),
            },
            {
              id: "do",
              label: t("templates-do"),
              isLabelHidden: true,
              cell: (template) => (
                <span className={styles.heads}>
                  <Button
                    variant="plain"
                    size="small"
                    onPress={() => setDoing({ what: "edit", template })}
                    ariaLabel={t("templates-edit-one", { name: template.name })}
                  >
                    {t("templates-edit")}
                  </Button>
                  <Button
                    variant="plain"
                    size="small"
                    onPress={() => setDoing({ what: "remove", template })}
                    ariaLabel={t("templates-remove-one", { name: template.name })}
                  >
                    {t("templates-remove")}
                  </Button>
                </span>
              ),
            },
          ]}
        />
      )}
      {doing?.what === "edit" && (
        <TemplateDialog template={doing.template} fields={found.fields} onClose={close} />
      )}
      {doing?.what === "remove" && <RemoveTemplate template={doing.template} onClose={close} />}
    </Section>
  );
}

function RemoveTemplate({ template, onClose }: { template: TemplateView; onClose: () => void }) {
  const t = useText();
  const toast = useToast();
  const remove = useAct("remove_template", { errors: "caller" });
  const { name } = template;
  const submit = async () => {
    await remove.mutateAsync({ template: template.template, revision: template.revision });
    toast.show({ message: t("templates-removed", { name }), undo: null });
    onClose();
  };
  return (
    <FormDialog
      title={t("templates-remove-title", { name })}
      onClose={onClose}
      onSubmit={submit}
      submit={t("templates-remove-save")}
      cancel={t("templates-cancel")}
      isDanger
    >
      <p>{t("templates-remove-what")}</p>
    </FormDialog>
  );
}
