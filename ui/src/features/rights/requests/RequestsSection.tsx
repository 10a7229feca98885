import { useState } from "react";
import { href } from "../../../app/places";
import { Button } from "../../../components/Button";
import { Icon } from "../../../components/Icon";
import list from "../../../components/List.module.css";
import { Section } from "../../../components/Section";
import { Skeleton } from "../../../components/Skeleton";
import type { RequestRow } from "../../../ipc/generated/bindings";
import { useCommand } from "../../../ipc/queries";
import { showDate } from "../../../text/dates";
import { useText } from "../../../text/text";
import styles from "../Rights.module.css";
import { LogRequestDialog } from "./LogRequestDialog";
import { RequestChip } from "./RequestChip";
import { rightWords, stepArgs } from "./requestWords";

/** What people asked about their data, each with its clock and its next step. */
export function RequestsSection() {
  const t = useText();
  const [isLogging, setIsLogging] = useState(false);
  const found = useCommand("list_requests", {}).data;
  return (
    <Section
      title={t("requests-title")}
      {...(found?.mayKeep === true && {
        actions: (
          <Button icon="plus" onPress={() => setIsLogging(true)}>
            {t("requests-log")}
          </Button>
        ),
      })}
    >
      {found === undefined ? (
        <Skeleton />
      ) : found.rows.length === 0 ? (
        <p className={list.soft}>{t("requests-none")}</p>
      ) : (
        <ul className={styles.list}>
          {found.rows.map((row) => (
            <Row key={row.request} row={row} />
          ))}
        </ul>
      )}
      {isLogging && <LogRequestDialog onClose={() => setIsLogging(false)} />}
    </Section>
  );
}

function Row({ row }: { row: RequestRow }) {
  const t = useText();
  const { request, number, rights, receivedOn, person, clock, next } = row;
  const received = showDate(receivedOn);
  return (
    <li>
      <a className={styles.item} href={href({ at: "request", id: request })}>
        <span className={styles.itemWords}>
          <span className={list.title}>
            {t("requests-one", { number, rights: rightWords(rights) })}
          </span>
          <span className={list.soft}>
            {person.kind === "here"
              ? t("requests-row-of", { name: person.name, received })
              : t("requests-row", { received })}
            {" · "}
            {next === null ? t("requests-closed") : t("requests-row-next", stepArgs(next))}
          </span>
        </span>
        <RequestChip clock={clock} />
        <Icon name="chevronRight" size={16} />
      </a>
    </li>
  );
}
