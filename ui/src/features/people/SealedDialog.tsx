import { Button } from "../../components/Button";
import { Chip } from "../../components/Chip";
import { Dialog } from "../../components/Dialog";
import { Notice } from "../../components/Notice";
import type { AccountRow, Compartment } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { wordFailure } from "../../text/errors";
import { useText } from "../../text/text";
import { COMPARTMENTS } from "../../text/words";
import styles from "./People.module.css";

interface Props {
  person: AccountRow;
  /** The sealed classes whose keys whoever looks at this holds, and so can give. */
  own: readonly Compartment[];
  onClose: () => void;
}

/** Which sealed classes somebody holds the key to; gives and takes them. */
export function SealedDialog({ person, own, onClose }: Props) {
  const t = useText();
  const give = useAct("give_compartment", { errors: "caller" });
  const take = useAct("take_compartment", { errors: "caller" });
  const { account, name, sealed, mayHold } = person;
  const failure = give.error ?? take.error;
  const worded = failure === null ? null : wordFailure(failure);
  const isBusy = give.isPending || take.isPending;
  const begin = (act: typeof give, compartment: Compartment) => {
    give.reset();
    take.reset();
    act.mutate({ account, compartment });
  };
  const reason = (compartment: Compartment) => {
    if (!mayHold.includes(compartment)) return t("people-sealed-not-hr");
    return own.includes(compartment) ? undefined : t("people-sealed-not-held");
  };
  return (
    <Dialog title={t("people-sealed-title", { name })} isOpen onClose={onClose}>
      {worded !== null && (
        <Notice tone="danger" title={worded.title} isAlert>
          {worded.rest}
        </Notice>
      )}
      {mayHold.length === 0 && <Notice tone="info">{t("people-sealed-hr-only")}</Notice>}
      <ul className={styles.parts}>
        {COMPARTMENTS.map((compartment) => {
          const holds = sealed.includes(compartment);
          const why = holds ? undefined : reason(compartment);
          const words = { class: t("words-compartment", { compartment }) };
          return (
            <li key={compartment} className={styles.part}>
              <span>
                <span className={styles.name}>
                  {words.class}
                  <Chip tone={holds ? "good" : "neutral"} {...(holds && { icon: "lock" })}>
                    {t(holds ? "people-sealed-holds" : "people-sealed-lacks")}
                  </Chip>
                </span>
                <span className={styles.soft}>{t(`people-sealed-what-${compartment}`)}</span>
                {why !== undefined && mayHold.length > 0 && (
                  <span className={styles.soft}>{why}</span>
                )}
              </span>
              {(holds || why === undefined) && (
                <Button
                  size="small"
                  isDisabled={isBusy}
                  ariaLabel={t(holds ? "people-sealed-take-one" : "people-sealed-give-one", words)}
                  onPress={() => begin(holds ? take : give, compartment)}
                >
                  {t(holds ? "people-sealed-take" : "people-sealed-give")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <p className={styles.honest}>{t("people-sealed-honest", { name })}</p>
    </Dialog>
  );
}
