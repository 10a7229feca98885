import { useState } from "react";
import { useRemembered } from "../../app/memory";
import type { AccountabilityTab } from "../../app/places";
import { useSession } from "../../app/session";
import { PageHeader } from "../../components/PageHeader";
import { Tabs } from "../../components/Tabs";
import { useText } from "../../text/text";
import { Notices } from "../notices/Notices";
import { Purposes } from "../sharing/Purposes";
import { Registers, TrainingRegister } from "../sharing/Registers";
import styles from "./Accountability.module.css";
import { Figures } from "./Figures";
import { Journal } from "./Journal";
import { NotToApproach } from "./NotToApproach";
import { Promises } from "./Promises";

interface Props {
  /** The part that is shown first; without, the one that was shown last. */
  tab?: AccountabilityTab;
}

/** What shows that promises were kept: what an auditor opens first. */
export function AccountabilityScreen({ tab }: Props) {
  const t = useText();
  const { may } = useSession();
  // Whoever keeps the registers comes for what was done; who audits them, for what was promised.
  const [last, setLast] = useRemembered<AccountabilityTab>("accountability part", () =>
    may("keepRegisters") ? "journal" : "promises",
  );
  const [asked, setAsked] = useState(tab);
  const select = (part: AccountabilityTab) => {
    setAsked(undefined);
    setLast(part);
  };
  return (
    <div className={styles.page}>
      <PageHeader title={t("accountability-title")} subtitle={t("accountability-lede")} />
      <Tabs
        label={t("accountability-title")}
        selected={asked ?? last}
        onSelect={select}
        tabs={[
          { id: "promises", label: t("accountability-promises"), content: <Promises /> },
          { id: "journal", label: t("accountability-journal"), content: <Journal /> },
          { id: "purposes", label: t("accountability-purposes"), content: <Purposes /> },
          { id: "notices", label: t("accountability-notices"), content: <Notices /> },
          {
            id: "recipients",
            label: t("accountability-recipients"),
            content: <Registers kinds={["recipient", "agreement"]} />,
          },
          {
            id: "transfers",
            label: t("accountability-transfers"),
            content: <Registers kinds={["transfer"]} />,
          },
          {
            id: "dpias",
            label: t("accountability-dpias"),
            content: <Registers kinds={["dpia"]} />,
          },
          { id: "training", label: t("accountability-training"), content: <TrainingRegister /> },
          { id: "figures", label: t("figures-title"), content: <Figures /> },
          { id: "approach", label: t("accountability-approach"), content: <NotToApproach /> },
        ]}
      />
    </div>
  );
}
