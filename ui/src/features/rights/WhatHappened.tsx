import { Facts } from "../../components/Facts";
import type { IncidentView } from "../../ipc/generated/bindings";
import { showDate, showDateTime } from "../../text/dates";
import { useText } from "../../text/text";
import styles from "./Rights.module.css";

/** What was first reported. */
export function WhatHappened({ view }: { view: IncidentView }) {
  const t = useText();
  return (
    <section className={styles.panel} aria-labelledby="incident-facts">
      <h2 id="incident-facts" className={styles.panelTitle}>
        {t("incidents-facts")}
      </h2>
      <p className={styles.words}>{view.facts}</p>
      <Facts
        facts={[
          {
            label: t("incidents-happened"),
            value: view.happenedOn === null ? t("incidents-not-known") : showDate(view.happenedOn),
          },
          { label: t("incidents-noticed"), value: showDateTime(view.noticedAt) },
          ...(view.laptop === null
            ? []
            : [
                {
                  label: t("incidents-laptop-stood"),
                  value: t("incidents-laptop", { state: view.laptop }),
                },
              ]),
        ]}
      />
    </section>
  );
}
