import { type ReactNode, useId } from "react";
import { Checkbox } from "react-aria-components";
import { cx } from "./cx";
import { fieldAttributes } from "./FieldFrame";
import styles from "./Form.module.css";
import { useProblem } from "./formContext";
import { Icon } from "./Icon";

interface Props {
  label: ReactNode;
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
  name?: string;
  hint?: string;
  error?: string;
  isIndeterminate?: boolean;
  isDisabled?: boolean;
}

/** A yes that is given by ticking; never ticked beforehand. */
export function CheckField({
  label,
  isSelected,
  onChange,
  name,
  hint,
  error,
  isIndeterminate = false,
  isDisabled = false,
}: Props) {
  const problem = useProblem(name, error);
  const about = useId();
  return (
    <div {...(name !== undefined && { "data-field": name })}>
      {problem !== undefined && (
        <p className={styles.error} id={`${about}-problem`}>
          <Icon name="warning" size={16} />
          {problem}
        </p>
      )}
      <Checkbox
        {...fieldAttributes(undefined, problem)}
        className={cx(styles.choice)}
        isSelected={isSelected}
        onChange={onChange}
        isIndeterminate={isIndeterminate}
        isDisabled={isDisabled}
        aria-describedby={cx(hint && about, problem && `${about}-problem`)}
      >
        <span className={styles.mark}>
          <Icon name={isIndeterminate ? "minus" : "check"} size={16} />
        </span>
        <span>
          {label}
          {hint !== undefined && (
            <span className={cx(styles.hint)} id={about}>
              <br />
              {hint}
            </span>
          )}
        </span>
      </Checkbox>
    </div>
  );
}
