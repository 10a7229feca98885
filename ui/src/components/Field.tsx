import { Input, TextField } from "react-aria-components";
import { cx } from "./cx";
import { FieldFrame, type FieldProps, fieldAttributes } from "./FieldFrame";
import styles from "./Form.module.css";
import { useProblem } from "./formContext";

interface Props extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  type?: "text" | "email" | "tel";
  width?: "short" | "medium" | "full";
  maxLength?: number;
  placeholder?: string;
  autoFocus?: boolean;
  autoComplete?: string;
}

/** One line of text. */
export function Field({
  value,
  onChange,
  onBlur,
  type = "text",
  width = "full",
  maxLength,
  placeholder,
  autoFocus = false,
  autoComplete = "off",
  name,
  error,
  isDisabled = false,
  ...frame
}: Props) {
  const problem = useProblem(name, error);
  return (
    <TextField
      {...fieldAttributes(name, problem)}
      className={cx(styles.field)}
      type={type}
      value={value}
      onChange={onChange}
      onBlur={() => onBlur?.()}
      isDisabled={isDisabled}
      autoFocus={autoFocus}
      autoComplete={autoComplete}
      {...(maxLength !== undefined && { maxLength })}
    >
      <FieldFrame {...frame} problem={problem}>
        <div className={cx(styles.box, width !== "full" && styles[width])}>
          <Input
            className={cx(styles.input)}
            spellCheck={false}
            {...(placeholder !== undefined && { placeholder })}
          />
        </div>
      </FieldFrame>
    </TextField>
  );
}
