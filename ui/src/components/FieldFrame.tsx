import type { ReactNode } from "react";
import { FieldError, Label, Text } from "react-aria-components";
import { useText } from "../text/text";
import { cx } from "./cx";
import styles from "./Form.module.css";
import { Icon } from "./Icon";

/** What every field takes. */
export interface FieldProps {
  label: string;
  /** As the request names it; the form's problems find the field by it. */
  name?: string;
  /** One line that helps before anything goes wrong. */
  hint?: ReactNode;
  error?: string | undefined;
  /** Says "(optional)" after the label. */
  isOptional?: boolean;
  isDisabled?: boolean;
  /** The label is for those who can't see; something else shows it. */
  isLabelHidden?: boolean;
}

interface Props extends Pick<FieldProps, "label" | "hint" | "isOptional" | "isLabelHidden"> {
  problem: string | undefined;
  children: ReactNode;
}

/** Label, hint and problem around a control, inside a field of React Aria. */
export function FieldFrame({ label, hint, isOptional, isLabelHidden, problem, children }: Props) {
  const t = useText();
  return (
    <>
      <Label className={cx(isLabelHidden ? "visually-hidden" : styles.label)}>
        {label}
        {isOptional && <span className={styles.optional}> {t("components-optional")}</span>}
      </Label>
      {hint !== undefined && (
        <Text slot="description" className={cx(styles.hint)}>
          {hint}
        </Text>
      )}
      {problem !== undefined && (
        <FieldError className={cx(styles.error)}>
          <Icon name="warning" size={16} />
          <span>{problem}</span>
        </FieldError>
      )}
      {children}
    </>
  );
}

/** The attributes all fields share. */
export function fieldAttributes(name: string | undefined, problem: string | undefined) {
  return {
    validationBehavior: "aria" as const,
    isInvalid: problem !== undefined,
    ...(name !== undefined && { "data-field": name }),
  };
}
