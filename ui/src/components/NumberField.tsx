import {
  Button as AriaButton,
  NumberField as AriaNumberField,
  Group,
  Input,
} from "react-aria-components";
import { cx } from "./cx";
import { FieldFrame, type FieldProps, fieldAttributes } from "./FieldFrame";
import styles from "./Form.module.css";
import { useProblem } from "./formContext";
import { Icon } from "./Icon";

interface Props extends FieldProps {
  value: number | null;
  onChange: (value: number | null) => void;
  min?: number;
  max?: number;
}

/** A whole number, with buttons for one more and one less. */
export function NumberField({
  value,
  onChange,
  min,
  max,
  name,
  error,
  isDisabled = false,
  ...frame
}: Props) {
  const problem = useProblem(name, error);
  return (
    <AriaNumberField
      {...fieldAttributes(name, problem)}
      className={cx(styles.field)}
      value={value ?? Number.NaN}
      onChange={(number) => onChange(Number.isNaN(number) ? null : number)}
      formatOptions={{ maximumFractionDigits: 0 }}
      isDisabled={isDisabled}
      {...(min !== undefined && { minValue: min })}
      {...(max !== undefined && { maxValue: max })}
    >
      <FieldFrame {...frame} problem={problem}>
        <Group className={cx(styles.box, styles.short)}>
          <AriaButton slot="decrement" className={cx(styles.inBox)}>
            <Icon name="minus" size={16} />
          </AriaButton>
          <Input className={cx(styles.input)} />
          <AriaButton slot="increment" className={cx(styles.inBox)}>
            <Icon name="plus" size={16} />
          </AriaButton>
        </Group>
      </FieldFrame>
    </AriaNumberField>
  );
}
