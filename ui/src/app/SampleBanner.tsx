import { Button } from "../components/Button";
import { Icon } from "../components/Icon";
import { useText } from "../text/text";
import styles from "./Banner.module.css";
import { useStatusAct } from "./status";

/** Says all the time that nobody in the sample organisation is real. */
export function SampleBanner() {
  const t = useText();
  const leave = useStatusAct("leave_sample");
  return (
    <aside className={styles.sample} aria-label={t("app-sample-label")}>
      <Icon name="leaf" size={18} />
      <p>{t("app-sample")}</p>
      <Button size="small" onPress={() => leave.mutate({})} isDisabled={leave.isPending}>
        {t("app-sample-leave")}
      </Button>
    </aside>
  );
}
