import { Checkbox, CheckboxGroup } from "react-aria-components";
import { cx } from "./cx";
import { FieldFrame, type FieldProps, fieldAttributes } from "./FieldFrame";
import styles from "./Form.module.css";
import { useProblem } from "./formContext";
import { Icon } from "./Icon";
import type { Choice } from "./SelectField";

interface Props<T extends string> extends FieldProps {
  options: readonly Choice<T>[];
  value: readonly T[];
  onChange: (value: readonly T[]) => void;
}

/** Any of a few choices, all in view; never ticked beforehand. */
export function CheckGroupField<T extends string>({
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
    <CheckboxGroup
      {...fieldAttributes(name, problem)}
      className={cx(styles.field)}
      value={[...value]}
      onChange={(chosen) =>
        onChange(options.map(({ id }) => id).filter((id) => chosen.includes(id)))
      }
      isDisabled={isDisabled}
    >
      <FieldFrame {...frame} problem={problem}>
        <div className={styles.choices}>
          {options.map((option) => (
            <Checkbox key={option.id} value={option.id} className={cx(styles.choice)}>
              <span className={styles.mark}>
                <Icon name="check" size={16} />
              </span>
              <span>{option.label}</span>
            </Checkbox>
          ))}
        </div>
      </FieldFrame>
    </CheckboxGroup>
  );
}
