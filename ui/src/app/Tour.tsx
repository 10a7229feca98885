import { useState } from "react";
import { Button } from "../components/Button";
import { Icon } from "../components/Icon";
import { useText } from "../text/text";
import { NAV } from "./nav";
import { go, type Place } from "./places";
import { useSession } from "./session";
import { useLookAct } from "./status";
import styles from "./Tour.module.css";

/** The stations of the tour after its welcome, each a place with words of its own. */
const STATIONS: readonly { name: string; place: Place }[] = [
  { name: "today", place: { at: "today" } },
  { name: "candidates", place: { at: "candidates" } },
  { name: "vacancies", place: { at: "vacancies" } },
  { name: "pipeline", place: { at: "pipeline" } },
  { name: "retention", place: { at: "retention" } },
  { name: "accountability", place: { at: "accountability" } },
];

/**
 * Two minutes round the sample organisation, in a line beneath the page, so that it covers nothing and asks for nothing.
 * Whether somebody went round, or chose not to, is remembered on this computer.
 */
export function Tour() {
  const t = useText();
  const { status, may } = useSession();
  const { mutate: setTour } = useLookAct("set_tour");
  const [at, setAt] = useState(-1);
  if (!status.sample || status.tourSeen) return null;

  const stations = STATIONS.filter(({ name }) => {
    const needs = NAV.find((entry) => entry.name === name)?.needs;
    return needs === undefined || may(needs);
  });
  const station = stations[at];
  const last = at === stations.length - 1;

  function goTo(index: number) {
    const next = stations[index];
    if (next !== undefined) go(next.place);
    setAt(index);
  }

  function end() {
    setTour({ seen: true });
    // Whoever takes it again begins at its beginning.
    setAt(-1);
  }

  return (
    <aside className={styles.tour} aria-label={t("app-tour")}>
      <Icon name="compass" />
      <p className={styles.tourWords} aria-live="polite">
        {station !== undefined && (
          <span className={styles.tourStep}>
            {t("app-tour-step", { step: at + 1, steps: stations.length })}{" "}
          </span>
        )}
        {t(station === undefined ? "app-tour-welcome" : `app-tour-${station.name}`)}
      </p>
      <div className={styles.tourWays}>
        {at > 0 && (
          <Button size="small" onPress={() => goTo(at - 1)}>
            {t("app-tour-back")}
          </Button>
        )}
        {last ? (
          <Button size="small" onPress={end}>
            {t("app-tour-end")}
          </Button>
        ) : (
          <>
            <Button size="small" onPress={() => goTo(at + 1)}>
              {t(station === undefined ? "app-tour-start" : "app-tour-next")}
            </Button>
            <Button size="small" variant="plain" onPress={end}>
              {t(station === undefined ? "app-tour-not-now" : "app-tour-stop")}
            </Button>
          </>
        )}
      </div>
    </aside>
  );
}
