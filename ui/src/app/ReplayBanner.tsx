import { Icon } from "../components/Icon";
import { ReportNoticed } from "../features/rights/ReportNoticed";
import type { Replay } from "../ipc/generated/bindings";
import { useText } from "../text/text";
import styles from "./Banner.module.css";
import { href } from "./places";
import { useSession } from "./session";

/** Says, until the window locks, that erased people were in these records again and were erased again. */
export function ReplayBanner({ replay }: { replay: Replay }) {
  const t = useText();
  const { may } = useSession();
  const { erasedAgain, proved, listLost } = replay;
  return (
    <aside className={styles.putBack} aria-label={t("app-replay-label")}>
      <Icon name="warning" size={18} />
      <div>
        {erasedAgain > 0 && (
          <p>
            {t("app-replay", { count: erasedAgain })}{" "}
            {t(proved ? "app-replay-proved" : "app-replay-found")}
          </p>
        )}
        {listLost && <p>{t("app-replay-list-lost")}</p>}
      </div>
      {may("readJournal") && (
        <a href={href({ at: "accountability" })}>{t("app-put-back-journal")}</a>
      )}
      <ReportNoticed what="erasedAgain" />
    </aside>
  );
}
