import { useRemembered } from "../../app/memory";
import { PageHeader } from "../../components/PageHeader";
import { Tabs } from "../../components/Tabs";
import { useText } from "../../text/text";
import styles from "./Accountability.module.css";
import { Figures } from "./Figures";
import { Journal } from "./Journal";
import { NotToApproach } from "./NotToApproach";

/** What shows that promises were kept: what an auditor opens first. */
export function AccountabilityScreen() {
  const t = useText();
  const [part, setPart] = useRemembered<"journal" | "figures" | "approach">(
    "accountability part",
    () => "journal",
  );
  return (
    <div className={styles.page}>
      <PageHeader title={t("accountability-title")} subtitle={t("accountability-lede")} />
      <Tabs
        label={t("accountability-title")}
        selected={part}
        onSelect={setPart}
        tabs={[
          { id: "journal", label: t("accountability-journal"), content: <Journal /> },
          { id: "figures", label: t("figures-title"), content: <Figures /> },
          { id: "approach", label: t("accountability-approach"), content: <NotToApproach /> },
        ]}
      />
    </div>
  );
}
