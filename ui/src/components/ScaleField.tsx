import { Radio, RadioGroup } from "react-aria-components";
import { cx } from "./cx";
import { FieldFrame, fieldAttributes } from "./FieldFrame";
import form from "./Form.module.css";
import { useProblem } from "./formContext";
import { Icon } from "./Icon";
import styles from "./ScaleField.module.css";

/** One step of a scale, with the key that chooses it. */
export interface Step<T extends string> {
  id: T;
  label: string;
  shortcut: string;
}

interface Props<T extends string> {
  label: string;
  name: string;
  steps: readonly Step<T>[];
  value: T | null;
  onChange: (value: T) => void;
  showKeys: boolean;
  isLabelHidden?: boolean;
}

/** A worded scale, all of it in view, with the key of each step. */
export function ScaleField<T extends string>({
  label,
  name,
  steps,
  value,
  onChange,
  showKeys,
  isLabelHidden = false,
}: Props<T>) {
  const problem = useProblem(name, undefined);
  return (
    <RadioGroup
      {...fieldAttributes(name, problem)}
      className={cx(form.field)}
      orientation="horizontal"
      value={value}
      onChange={(id) => {
        const chosen = steps.find((step) => step.id === id);
        if (chosen !== undefined) onChange(chosen.id);
      }}
    >
      <FieldFrame label={label} problem={problem} isLabelHidden={isLabelHidden}>
        <div className={styles.marks}>
          {steps.map((step) => (
            <Radio key={step.id} value={step.id} className={cx(styles.mark)}>
              {showKeys && (
                <span className={styles.markKey} aria-hidden="true">
                  {step.shortcut}
                </span>
              )}
              <span className={styles.markWord}>{step.label}</span>
              <span className={styles.markTick}>
                <Icon name="check" size={16} />
              </span>
            </Radio>
          ))}
        </div>
      </FieldFrame>
    </RadioGroup>
  );
}
