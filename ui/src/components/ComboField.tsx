import {
  Button as AriaButton,
  ComboBox,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
} from "react-aria-components";
import { cx } from "./cx";
import { FieldFrame, type FieldProps, fieldAttributes } from "./FieldFrame";
import styles from "./Form.module.css";
import { useProblem } from "./formContext";
import { Icon } from "./Icon";
import overlay from "./Overlay.module.css";
import type { Choice } from "./SelectField";

interface Props<T extends string> extends FieldProps {
  options: readonly Choice<T>[];
  value: T | null;
  onChange: (value: T | null) => void;
  /** Lets words stand that are none of the options: they come by `onText`. */
  allowsOther?: boolean;
  /** What stands in the box, kept by the caller where `allowsOther`. */
  text?: string;
  onText?: (text: string) => void;
  placeholder?: string;
  autoFocus?: boolean;
}

/**
 * One of a long list, found by typing. The options are there from the start: a list that had none when something was
 * typed does not open when they come, so what is searched for as one types takes another field.
 */
export function ComboField<T extends string>({
  options,
  value,
  onChange,
  allowsOther = false,
  text,
  onText,
  placeholder,
  autoFocus = false,
  name,
  error,
  isDisabled = false,
  ...frame
}: Props<T>) {
  const problem = useProblem(name, error);
  return (
    <ComboBox
      {...fieldAttributes(name, problem)}
      className={cx(styles.field)}
      defaultItems={options}
      selectedKey={value}
      onSelectionChange={(key) => {
        onChange(options.find((option) => option.id === key)?.id ?? null);
      }}
      {...(text !== undefined && { inputValue: text })}
      {...(onText && { onInputChange: onText })}
      allowsCustomValue={allowsOther}
      menuTrigger="focus"
      isDisabled={isDisabled}
      autoFocus={autoFocus}
    >
      <FieldFrame {...frame} problem={problem}>
        <div className={cx(styles.box)}>
          <Input
            className={cx(styles.input)}
            spellCheck={false}
            {...(placeholder !== undefined && { placeholder })}
          />
          <AriaButton className={cx(styles.inBox)}>
            <Icon name="chevronDown" size={16} />
          </AriaButton>
        </div>
      </FieldFrame>
      <Popover className={cx(overlay.popover)} offset={4}>
        <ListBox<Choice<T>> className={cx(overlay.list)}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.label} className={cx(overlay.item)}>
              <span className={overlay.itemWords}>
                {option.label}
                {option.hint && <span className={overlay.itemHint}>{option.hint}</span>}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
