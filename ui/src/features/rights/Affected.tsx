import { useState } from "react";
import { Button } from "../../components/Button";
import { Link } from "../../components/Link";
import list from "../../components/List.module.css";
import { useToast } from "../../components/Toast";
import type { AffectedView, CandidateId, IncidentView } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { showDate } from "../../text/dates";
import { useText } from "../../text/text";
import styles from "./Rights.module.css";

interface Props {
  view: IncidentView;
  onTell: () => void;
}

/** Who is affected, listed when it is asked for: that it was is in the journal. */
export function Affected({ view, onTell }: Props) {
  const t = useText();
  const toast = useToast();
  const { incident, revision, mayKeep } = view;
  const listing = useAct("list_affected");
  const change = useAct("change_affected");
  const [listed, setListed] = useState<AffectedView | null>(null);

  const show = async (start: number, before: AffectedView | null) => {
    const found = await listing.mutateAsync({ incident, start });
    setListed({ ...found, people: [...(before?.people ?? []), ...found.people] });
  };
  const remove = async (candidate: CandidateId, name: string) => {
    await change.mutateAsync({ incident, revision, change: { kind: "remove", candidate } });
    toast.show({ message: t("incidents-people-removed", { name }), undo: null });
    await show(0, null);
  };

  return (
    <>
      <div className={styles.actions}>
        <Button size="small" icon="eye" onPress={() => show(0, null)}>
          {t(listed === null ? "incidents-people-list" : "incidents-people-list-again")}
        </Button>
        {mayKeep && (
          <Button size="small" icon="mail" onPress={onTell}>
            {t("incidents-people-tell")}
          </Button>
        )}
      </div>
      {listed !== null && (
        <>
          <ul className={list.rows} aria-label={t("incidents-people")}>
            {listed.people.map(({ candidate, name, toldOn, toldHow }) => (
              <li key={candidate} className={list.row}>
                <div className={list.head}>
                  <Link to={{ at: "candidate", id: candidate }}>{name}</Link>
                  <span className={styles.actions}>
                    <span className={list.soft}>
                      {toldOn === null || toldHow === null
                        ? t("incidents-person-untold")
                        : t("incidents-person-told", {
                            date: showDate(toldOn),
                            how: t("incidents-channel", { channel: toldHow }),
                          })}
                    </span>
                    {mayKeep && (
                      <Button
                        size="small"
                        onPress={() => remove(candidate, name)}
                        ariaLabel={t("incidents-people-remove-one", { name })}
                      >
                        {t("incidents-people-remove")}
                      </Button>
                    )}
                  </span>
                </div>
              </li>
            ))}
          </ul>
          {listed.people.length < listed.total && (
            <Button size="small" onPress={() => show(listed.people.length, listed)}>
              {t("incidents-people-more", { count: listed.total - listed.people.length })}
            </Button>
          )}
          {listed.hidden > 0 && (
            <p className={list.soft}>{t("incidents-people-hidden", { count: listed.hidden })}</p>
          )}
        </>
      )}
    </>
  );
}
