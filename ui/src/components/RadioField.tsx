import { Radio, RadioGroup } from "react-aria-components";
import { cx } from "./cx";
import { FieldFrame, type FieldProps, fieldAttributes } from "./FieldFrame";
import styles from "./Form.module.css";
import { useProblem } from "./formContext";
import type { Choice } from "./SelectField";

interface Props<T extends string> extends FieldProps {
  options: readonly Choice<T>[];
  value: T | null;
  onChange: (value: T) => void;
}

/** One of a few choices, all in view. */
export function RadioField<T extends string>({
  options,
  value,
  onChange,
  name,
  error,
  isDisabled = false,
  ...frame
}: Props<T>) {
  const problem = useProblem(name, error);
  return (
    <RadioGroup
      {...fieldAttributes(name, problem)}
      className={cx(styles.field)}
      value={value}
      onChange={(id) => {
        const chosen = options.find((option) => option.id === id);
        if (chosen !== undefined) onChange(chosen.id);
      }}
      isDisabled={isDisabled}
    >
      <FieldFrame {...frame} problem={problem}>
        <div className={styles.choices}>
          {options.map((option) => (
            <Radio key={option.id} value={option.id} className={cx(styles.choice)}>
              <span className={cx(styles.mark, styles.round)} />
              <span>
                {option.label}
                {option.hint && (
                  <span className={styles.hint}>
                    <br />
                    {option.hint}
                  </span>
                )}
              </span>
            </Radio>
          ))}
        </div>
      </FieldFrame>
    </RadioGroup>
  );
}
