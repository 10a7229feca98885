import { Link } from "../../components/Link";
import { Section } from "../../components/Section";
import { Skeleton } from "../../components/Skeleton";
import { Table } from "../../components/Table";
import type { RegisterItemKind } from "../../ipc/generated/bindings";
import { useCommand } from "../../ipc/queries";
import { useText } from "../../text/text";
import { StandingChip } from "./lines";
import { Register } from "./Register";

interface Props {
  kinds: readonly RegisterItemKind[];
}

/** Registers that belong together. */
export function Registers({ kinds }: Props) {
  const view = useCommand("list_registers", {}).data;
  if (view === undefined) return <Skeleton lines={8} />;
  return kinds.map((kind) => <Register key={kind} kind={kind} view={view} />);
}

/** Everybody's training, by when it ends. */
export function TrainingRegister() {
  const t = useText();
  const view = useCommand("list_registers", {}).data;
  if (view === undefined) return <Skeleton lines={8} />;
  return (
    <Section
      title={t("sharing-register-training")}
      hint={t("sharing-register-hint-training")}
      actions={<Link to={{ at: "people" }}>{t("sharing-training-people")}</Link>}
    >
      <Table
        caption={t("sharing-table", { register: t("sharing-register-training") })}
        rows={view.training}
        rowKey={({ account }) => account}
        columns={[
          {
            id: "name",
            label: t("sharing-column-person"),
            isRowHeader: true,
            cell: ({ name }) => name,
          },
          {
            id: "standing",
            label: t("sharing-column-standing"),
            cell: ({ standing }) =>
              standing === null ? t("sharing-training-none") : <StandingChip standing={standing} />,
          },
        ]}
      />
    </Section>
  );
}
