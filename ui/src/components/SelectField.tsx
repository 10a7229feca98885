import {
  Button as AriaButton,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
} from "react-aria-components";
import { useText } from "../text/text";
import { cx } from "./cx";
import { FieldFrame, type FieldProps, fieldAttributes } from "./FieldFrame";
import styles from "./Form.module.css";
import { useProblem } from "./formContext";
import { Icon } from "./Icon";
import overlay from "./Overlay.module.css";

/** One thing that can be chosen. */
export interface Choice<T extends string> {
  id: T;
  label: string;
  hint?: string;
}

interface Props<T extends string> extends FieldProps {
  options: readonly Choice<T>[];
  value: T | null;
  onChange: (value: T) => void;
  placeholder?: string;
  width?: "short" | "medium" | "full";
  autoFocus?: boolean;
}

/** One of a short list of choices. */
export function SelectField<T extends string>({
  options,
  value,
  onChange,
  placeholder,
  width = "full",
  autoFocus = false,
  name,
  error,
  isDisabled = false,
  ...frame
}: Props<T>) {
  const t = useText();
  const problem = useProblem(name, error);
  return (
    <Select
      {...fieldAttributes(name, problem)}
      className={cx(styles.field)}
      selectedKey={value}
      onSelectionChange={(key) => {
        const chosen = options.find((option) => option.id === key);
        if (chosen !== undefined) onChange(chosen.id);
      }}
      placeholder={placeholder ?? t("components-choose")}
      isDisabled={isDisabled}
      autoFocus={autoFocus}
    >
      <FieldFrame {...frame} problem={problem}>
        <AriaButton className={cx(styles.box, styles.picker, width !== "full" && styles[width])}>
          <SelectValue className={cx(styles.picked)}>
            {({ isPlaceholder, defaultChildren }) =>
              isPlaceholder ? defaultChildren : options.find((option) => option.id === value)?.label
            }
          </SelectValue>
          <Icon name="chevronDown" size={16} />
        </AriaButton>
      </FieldFrame>
      <Popover className={cx(overlay.popover)} offset={4}>
        <ListBox className={cx(overlay.list)}>
          {options.map((option) => (
            <ListBoxItem
              key={option.id}
              id={option.id}
              textValue={option.label}
              className={cx(overlay.item)}
            >
              {({ isSelected }) => (
                <>
                  <span className={overlay.itemWords}>
                    {option.label}
                    {option.hint && <span className={overlay.itemHint}>{option.hint}</span>}
                  </span>
                  {isSelected && <Icon name="check" size={16} />}
                </>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
