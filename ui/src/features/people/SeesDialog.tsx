import { Dialog } from "../../components/Dialog";
import { Skeleton } from "../../components/Skeleton";
import { Way, wayKey } from "../../components/Way";
import type { AccountRow } from "../../ipc/generated/bindings";
import { useCommand } from "../../ipc/queries";
import { useText } from "../../text/text";
import styles from "./People.module.css";

interface Props {
  person: AccountRow;
  onClose: () => void;
}

/** What one person can see, through what, and until when. */
export function SeesDialog({ person, onClose }: Props) {
  const t = useText();
  const found = useCommand("what_can_see", { account: person.account }).data;
  return (
    <Dialog title={t("people-sees-title", { name: person.name })} isOpen onClose={onClose}>
      {found === undefined ? (
        <Skeleton />
      ) : (
        <>
          {found.nothing !== null && <p>{found.nothing.sentence}</p>}
          <ul className={styles.ways}>
            {found.ways.map((way) => (
              <li key={wayKey(way)}>
                <Way way={way} />
              </li>
            ))}
          </ul>
          {found.nothing === null && found.ways.length === 0 && <p>{t("people-sees-none")}</p>}
          <p className={styles.quiet}>
            {t(found.sealed.length === 0 ? "people-sees-sealed-none" : "people-sees-sealed")}
          </p>
          {found.sealed.length > 0 && (
            <ul className={styles.ways}>
              {found.sealed.map((compartment) => (
                <li key={compartment}>{t("people-compartment", { compartment })}</li>
              ))}
            </ul>
          )}
        </>
      )}
    </Dialog>
  );
}
