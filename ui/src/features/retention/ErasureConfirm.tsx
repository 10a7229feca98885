import { useState } from "react";
import { Button } from "../../components/Button";
import { Card } from "../../components/Card";
import { Field } from "../../components/Field";
import { Form } from "../../components/Form";
import { Notice } from "../../components/Notice";
import { useText } from "../../text/text";

interface Props {
  total: number;
  /** What must be typed. */
  confirm: string;
  onErase: (typed: string) => void;
  onKeep: () => void;
}

/** The last step before erasing: nothing happens until the words are typed. */
export function ErasureConfirm({ total, confirm, onErase, onKeep }: Props) {
  const t = useText();
  const [typed, setTyped] = useState("");
  const validate = () =>
    typed.trim() === confirm
      ? []
      : [{ field: "typed", problem: t("retention-type-wrong", { confirm }) }];

  return (
    <Card>
      <Form
        label={t("retention-preview-title", { count: total })}
        validate={validate}
        onSubmit={async () => onErase(typed.trim())}
        actions={
          <>
            <Button type="submit" variant="danger">
              {t("retention-erase", { count: total })}
            </Button>
            <Button variant="plain" onPress={onKeep}>
              {t("retention-cancel")}
            </Button>
          </>
        }
      >
        <Notice tone="warn" title={t("retention-no-way-back")}>
          {t("retention-no-way-back-why")}
        </Notice>
        <Field
          name="typed"
          label={t("retention-type", { confirm })}
          value={typed}
          onChange={setTyped}
          width="medium"
        />
      </Form>
    </Card>
  );
}
