import { TextArea, TextField } from "react-aria-components";
import { cx } from "./cx";
import { FieldFrame, type FieldProps, fieldAttributes } from "./FieldFrame";
import styles from "./Form.module.css";
import { useProblem } from "./formContext";

interface Props extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  rows?: number;
}

/** Several lines of text. */
export function TextAreaField({
  value,
  onChange,
  rows = 4,
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
      value={value}
      onChange={onChange}
      isDisabled={isDisabled}
    >
      <FieldFrame {...frame} problem={problem}>
        <div className={cx(styles.box)}>
          <TextArea className={cx(styles.input, styles.area)} rows={rows} />
        </div>
      </FieldFrame>
    </TextField>
  );
}
