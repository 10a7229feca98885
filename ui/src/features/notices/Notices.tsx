import { useState } from "react";
import { Button } from "../../components/Button";
import { Card } from "../../components/Card";
import { Chip } from "../../components/Chip";
import list from "../../components/List.module.css";
import { More } from "../../components/More";
import { Notice } from "../../components/Notice";
import { Section } from "../../components/Section";
import { Skeleton } from "../../components/Skeleton";
import type { NoticeVersionView } from "../../ipc/generated/bindings";
import { useCommand } from "../../ipc/queries";
import { showDate, showDateTime } from "../../text/dates";
import { useText } from "../../text/text";
import { AddNoticeDialog } from "./AddNoticeDialog";
import { Lacking } from "./Lacking";
import styles from "./Notices.module.css";
import { itemWord } from "./noticeWords";

/** The versions of the privacy notice, and who was not given one. */
export function Notices() {
  const t = useText();
  const view = useCommand("list_notice_versions", {}).data;
  const [isAdding, setIsAdding] = useState(false);
  if (view === undefined) return <Skeleton lines={8} />;
  const { versions, mayAdd } = view;
  return (
    <>
      <Section
        title={t("notices-versions")}
        hint={t("notices-versions-hint")}
        actions={
          mayAdd && (
            <Button icon="plus" onPress={() => setIsAdding(true)}>
              {t("notices-add")}
            </Button>
          )
        }
      >
        {versions.length === 0 ? (
          <Notice tone="warn" title={t("notices-none")}>
            {t("notices-none-what")}
          </Notice>
        ) : (
          <Card>
            <ul className={list.rows} aria-label={t("notices-versions")}>
              {versions.map((one) => (
                <Version key={one.version} one={one} />
              ))}
            </ul>
          </Card>
        )}
      </Section>
      <Lacking view={view} />
      {isAdding && <AddNoticeDialog view={view} onClose={() => setIsAdding(false)} />}
    </>
  );
}

/* As it stands within a sentence. */
const begunSmall = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);

/* A version: since when, what it lacks, how many have it, and its words. */
function Version({ one }: { one: NoticeVersionView }) {
  const t = useText();
  const { version, notice, lacks, inForce, given, addedBy, addedAt } = one;
  return (
    <li className={list.row}>
      <div className={list.head}>
        <span className={list.title}>{t("notices-version", { version })}</span>
        <span className={styles.chips}>
          {inForce && (
            <Chip tone="good" icon="check">
              {t("notices-in-force")}
            </Chip>
          )}
          {lacks.length > 0 && (
            <Chip tone="warn" icon="warning">
              {t("notices-lacks-some", { count: lacks.length })}
            </Chip>
          )}
        </span>
      </div>
      <p className={list.soft}>
        {t("notices-from", { date: showDate(notice.inForceFrom) })} ·{" "}
        {t("notices-given-to", { count: given })}
      </p>
      {lacks.length > 0 && (
        <p className={list.soft}>
          {t("notices-lacks", { items: lacks.map(itemWord).map(begunSmall).join("; ") })}
        </p>
      )}
      {notice.related.length > 0 && (
        <p className={list.soft}>{t("notices-related", { related: notice.related.join("; ") })}</p>
      )}
      <More label={t("notices-read", { version })}>
        <blockquote className={styles.text}>{notice.text}</blockquote>
        <p className={list.soft}>
          {t("notices-added-by", { by: addedBy, at: showDateTime(addedAt) })}
        </p>
      </More>
    </li>
  );
}
