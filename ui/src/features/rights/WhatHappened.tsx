import { Facts } from "../../components/Facts";
import { Panel } from "../../components/Panel";
import type { IncidentView } from "../../ipc/generated/bindings";
import { showDate, showDateTime } from "../../text/dates";
import { useText } from "../../text/text";
import styles from "./Rights.module.css";

/** What was first reported. */
export function WhatHappened({ view }: { view: IncidentView }) {
  const t = useText();
  return (
    <Panel title={t("incidents-facts")}>
      <div className={styles.answer}>
        <p className={styles.words}>{view.facts}</p>
        <Facts
          facts={[
            {
              label: t("incidents-happened"),
              value:
                view.happenedOn === null ? t("incidents-not-known") : showDate(view.happenedOn),
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
      </div>
    </Panel>
  );
}
