import { type ReactNode, useId } from "react";
import type { FieldProblem } from "../ipc/generated/bindings";
import { Button } from "./Button";
import { Dialog, Sheet } from "./Dialog";
import { Form } from "./Form";

interface Props {
  title: string;
  children: ReactNode;
  onClose: () => void;
  /** Sends it, and closes the dialog when that went well. */
  onSubmit: () => Promise<unknown>;
  validate?: () => FieldProblem[];
  /** The words of the main button. */
  submit: string;
  cancel: string;
  isDanger?: boolean;
  /** A panel at the side, for longer forms. */
  isSheet?: boolean;
}

/** A form in a window of its own, open for as long as it is rendered. */
export function FormDialog({
  title,
  children,
  onClose,
  onSubmit,
  validate,
  submit,
  cancel,
  isDanger = false,
  isSheet = false,
}: Props) {
  const id = useId();
  const Frame = isSheet ? Sheet : Dialog;
  return (
    <Frame
      title={title}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{cancel}</Button>
          <Button type="submit" form={id} variant={isDanger ? "danger" : "primary"}>
            {submit}
          </Button>
        </>
      }
    >
      <Form id={id} label={title} onSubmit={onSubmit} {...(validate && { validate })}>
        {children}
      </Form>
    </Frame>
  );
}
