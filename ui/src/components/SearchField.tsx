import type { Ref } from "react";
import { SearchField as AriaSearchField, Button, Input, Label } from "react-aria-components";
import { useText } from "../text/text";
import { cx } from "./cx";
import styles from "./Form.module.css";
import { Icon } from "./Icon";
import { Kbd } from "./Kbd";
import search from "./SearchField.module.css";

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  /** Marks the field that `/` goes to. */
  isMain?: boolean;
  /** Called for the Down arrow: to go into the list below. */
  onDown?: () => void;
  autoFocus?: boolean;
  ref?: Ref<HTMLInputElement>;
}

/** Words to find, answered as they are typed; Escape empties it. */
export function SearchField({
  label,
  value,
  onChange,
  placeholder,
  isMain = false,
  onDown,
  autoFocus = false,
  ref,
}: Props) {
  const t = useText();
  return (
    <AriaSearchField
      className={cx(search.search)}
      value={value}
      onChange={onChange}
      autoFocus={autoFocus}
      onKeyDown={(event) => {
        if (event.key === "ArrowDown" && onDown) onDown();
        else event.continuePropagation();
      }}
      {...(isMain && { "data-main-search": true })}
    >
      <Label className="visually-hidden">{label}</Label>
      <div className={cx(styles.box, search.box)}>
        <Icon name="search" size={18} />
        <Input
          {...(ref && { ref })}
          className={cx(styles.input, search.input)}
          placeholder={placeholder ?? label}
          spellCheck={false}
          autoComplete="off"
        />
        {value === "" && isMain && <Kbd keys="/" />}
        {value !== "" && (
          <Button className={cx(styles.inBox)} aria-label={t("components-clear-search")}>
            <Icon name="close" size={16} />
          </Button>
        )}
      </div>
    </AriaSearchField>
  );
}
