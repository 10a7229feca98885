import { useState } from "react";
import { Input, TextField, ToggleButton } from "react-aria-components";
import { useText } from "../text/text";
import { cx } from "./cx";
import { FieldFrame, type FieldProps, fieldAttributes } from "./FieldFrame";
import styles from "./Form.module.css";
import { useProblem } from "./formContext";
import { Icon } from "./Icon";

interface Props extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  /** Whether it is a new one, so that a password manager doesn't fill an old one in. */
  isNew?: boolean;
  autoFocus?: boolean;
}

/** A passphrase: hidden until shown, and pasted as freely as typed. */
export function PassphraseField({
  value,
  onChange,
  isNew = false,
  autoFocus = false,
  name,
  error,
  isDisabled = false,
  ...frame
}: Props) {
  const t = useText();
  const [shown, setShown] = useState(false);
  const problem = useProblem(name, error);
  return (
    <TextField
      {...fieldAttributes(name, problem)}
      className={cx(styles.field)}
      type={shown ? "text" : "password"}
      value={value}
      onChange={onChange}
      isDisabled={isDisabled}
      autoFocus={autoFocus}
      autoComplete={isNew ? "new-password" : "current-password"}
    >
      <FieldFrame {...frame} problem={problem}>
        <div className={cx(styles.box)}>
          <Input className={cx(styles.input)} spellCheck={false} autoCapitalize="none" />
          <ToggleButton
            className={cx(styles.inBox)}
            isSelected={shown}
            onChange={setShown}
            aria-label={t("components-show-passphrase")}
          >
            <Icon name={shown ? "eyeOff" : "eye"} size={18} />
          </ToggleButton>
        </div>
      </FieldFrame>
    </TextField>
  );
}
