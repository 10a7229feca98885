import { Icon } from "../components/Icon";
import { ReportNoticed } from "../features/rights/ReportNoticed";
import type { PutBack } from "../ipc/generated/bindings";
import { useText } from "../text/text";
import styles from "./Banner.module.css";
import { href } from "./places";
import { useSession } from "./session";

/** Says, until the window locks, that the records may be an older copy. */
export function PutBackBanner({ putBack }: { putBack: PutBack }) {
  const t = useText();
  const { may } = useSession();
  return (
    <aside className={styles.putBack} aria-label={t("app-put-back-label")}>
      <Icon name="warning" size={18} />
      <p>{t("app-put-back", { expected: putBack.expected, found: putBack.found })}</p>
      {may("readJournal") && (
        <a href={href({ at: "accountability" })}>{t("app-put-back-journal")}</a>
      )}
      <ReportNoticed what="putBack" />
    </aside>
  );
}
