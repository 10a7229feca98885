import { useEffect, useState } from "react";
import { call } from "../ipc/call";
import type { PassphraseRating } from "../ipc/generated/bindings";
import { useText } from "../text/text";
import { useProblem } from "./formContext";
import { PassphraseField } from "./PassphraseField";
import styles from "./PassphraseMeter.module.css";

/** How long after the last key the program is asked: a reader of the screen hears one sentence, not one a letter. */
const PAUSE = 500;

interface Props {
  label: string;
  hint: string;
  value: string;
  onChange: (value: string) => void;
  /** Whose it is to be, as far as it is known: a name makes a poor passphrase. */
  person: string;
  /** Of which organisation, as far as it is known. */
  organisation: string;
}

/** Where a new passphrase is chosen: the field, and under it how hard the passphrase is to guess, in words. */
export function NewPassphraseField({ person, organisation, ...field }: Props) {
  const rating = useRating(field.value, person, organisation);
  return (
    <div>
      <PassphraseField name="passphrase" isNew {...field} />
      <Meter rating={rating} />
    </div>
  );
}

function Meter({ rating }: { rating: PassphraseRating | null }) {
  const t = useText();
  const problem = useProblem("passphrase", undefined);
  const hint = rating?.hint ?? null;
  return (
    <div className={styles.meter} data-strength={rating?.strength}>
      <span className={styles.bars} aria-hidden="true">
        <span />
        <span />
        <span />
        <span />
      </span>
      <p className={styles.words} aria-live="polite">
        {rating !== null && (
          <>
            <strong>{t("components-strength", { strength: rating.strength })}</strong>
            {hint !== null && hint !== problem && ` ${hint}`}
          </>
        )}
      </p>
    </div>
  );
}

/** The program's estimate of what was typed, once there is a pause. It is kept nowhere but here. */
function useRating(passphrase: string, person: string, organisation: string) {
  const [rating, setRating] = useState<PassphraseRating | null>(null);
  useEffect(() => {
    if (passphrase === "") {
      setRating(null);
      return;
    }
    let current = true;
    const asked = setTimeout(() => {
      call("rate_passphrase", { passphrase, name: person, organisation }).then(
        (answer) => current && setRating(answer),
        // Nothing depends on it: the program looks again when the form is sent.
        () => current && setRating(null),
      );
    }, PAUSE);
    return () => {
      current = false;
      clearTimeout(asked);
    };
  }, [passphrase, person, organisation]);
  return rating;
}
