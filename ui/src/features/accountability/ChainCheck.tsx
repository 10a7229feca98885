import { Icon } from "../../components/Icon";
import { More } from "../../components/More";
import { Notice } from "../../components/Notice";
import { useCommand } from "../../ipc/queries";
import { useText } from "../../text/text";
import { ReportNoticed } from "../rights/ReportNoticed";
import styles from "./Accountability.module.css";

/** Whether every entry still follows from the one before it, and what that shows. */
export function ChainCheck() {
  const t = useText();
  const check = useCommand("check_journal", {}).data;
  if (check !== undefined && check.brokenAt !== null) {
    return (
      <Notice
        tone="danger"
        title={t("accountability-broken", { entry: check.brokenAt })}
        actions={<ReportNoticed what="brokenJournal" />}
        isAlert
      >
        <p>{t("accountability-broken-next")}</p>
      </Notice>
    );
  }
  return (
    <div className={styles.check}>
      <p className={styles.whole} data-checked={check !== undefined}>
        <Icon name={check === undefined ? "clock" : "check"} size={18} />
        {check === undefined
          ? t("accountability-checking")
          : t("accountability-whole", { count: check.entries })}
      </p>
      <More label={t("accountability-what-it-shows")}>
        <p className={styles.shows}>{t("accountability-shows")}</p>
      </More>
    </div>
  );
}
