import { useState } from "react";
import { Button } from "../../components/Button";
import { Facts } from "../../components/Facts";
import list from "../../components/List.module.css";
import { Section } from "../../components/Section";
import type { RoleAsks, VacancyId, VacancyKind } from "../../ipc/generated/bindings";
import { useText } from "../../text/text";
import { vacancyKindWord } from "../../text/words";
import { DescribeRoleDialog } from "./DescribeRoleDialog";
import styles from "./Matches.module.css";
import { arrangementWord } from "./wordLists";

interface Props {
  vacancy: VacancyId;
  title: string;
  asks: RoleAsks;
  kind: VacancyKind;
  mayEdit: boolean;
}

/** What a role asks for: what the reserve list is matched with, and who outside is concerned. */
export function RoleAsksCard({ vacancy, title, asks, kind, mayEdit }: Props) {
  const t = useText();
  const [isEditing, setIsEditing] = useState(false);
  const { family, skills, place, arrangement, office } = asks;
  const where = [place, arrangement === null ? null : arrangementWord(arrangement)]
    .filter((part) => part !== null)
    .join(", ");
  const isSilent = family === null && skills.length === 0 && where === "" && office === null;
  return (
    <Section
      title={t("matches-asks")}
      hint={t("matches-asks-hint")}
      {...(mayEdit && {
        actions: (
          <Button size="small" icon="edit" onPress={() => setIsEditing(true)}>
            {t(isSilent ? "matches-asks-say" : "matches-asks-change")}
          </Button>
        ),
      })}
    >
      <div className={styles.asks}>
        {isSilent ? (
          <p className={list.soft}>
            {t("matches-asks-none", { kind: vacancyKindWord(kind).toLowerCase() })}
          </p>
        ) : (
          <Facts
            facts={[
              { label: t("matches-family"), value: family ?? t("matches-not-said") },
              {
                label: t("matches-skills"),
                value: skills.length === 0 ? t("matches-not-said") : skills.join(", "),
              },
              { label: t("matches-place"), value: where === "" ? t("matches-not-said") : where },
              { label: t("matches-kind"), value: vacancyKindWord(kind) },
              { label: t("matches-office"), value: office ?? t("matches-office-none") },
            ]}
          />
        )}
      </div>
      {isEditing && (
        <DescribeRoleDialog
          vacancy={vacancy}
          title={title}
          asks={asks}
          onClose={() => setIsEditing(false)}
        />
      )}
    </Section>
  );
}
