import { type DateValue, parseDate } from "@internationalized/date";
import { DateField as AriaDateField, DateInput, DateSegment } from "react-aria-components";
import { cx } from "./cx";
import { FieldFrame, type FieldProps, fieldAttributes } from "./FieldFrame";
import styles from "./Form.module.css";
import { useProblem } from "./formContext";

interface Props extends FieldProps {
  /** `YYYY-MM-DD`, or nothing while it is incomplete. */
  value: string | null;
  onChange: (value: string | null) => void;
  autoFocus?: boolean;
}

/** A day, typed as day, month and year. */
export function DateField({
  value,
  onChange,
  autoFocus = false,
  name,
  error,
  isDisabled = false,
  ...frame
}: Props) {
  const problem = useProblem(name, error);
  return (
    <AriaDateField<DateValue>
      {...fieldAttributes(name, problem)}
      className={cx(styles.field)}
      granularity="day"
      shouldForceLeadingZeros
      value={value === null ? null : parseDate(value)}
      onChange={(date) => onChange(date === null ? null : date.toString())}
      isDisabled={isDisabled}
      autoFocus={autoFocus}
    >
      <FieldFrame {...frame} problem={problem}>
        <DateInput className={cx(styles.box, styles.segments, styles.short)}>
          {(segment) => <DateSegment segment={segment} className={cx(styles.segment)} />}
        </DateInput>
      </FieldFrame>
    </AriaDateField>
  );
}
