import { useState } from "react";
import { Button } from "../../components/Button";
import { Card } from "../../components/Card";
import { CheckField } from "../../components/CheckField";
import { Field } from "../../components/Field";
import { Form } from "../../components/Form";
import { Notice } from "../../components/Notice";
import type { FieldProblem, SecondPerson, SecondWord } from "../../ipc/generated/bindings";
import { useText } from "../../text/text";
import { type SecondDraft, SecondPersonFields } from "./SecondPersonFields";

interface Props {
  /** How many people, and parts of the records of others. */
  amount: { count: number; parts: number };
  /** What must be typed. */
  confirm: string;
  /** Who can confirm the date, where a second person must. */
  others: readonly SecondPerson[] | null;
  onErase: (typed: string, second: SecondWord | null, doNotApproach: boolean) => void;
  onKeep: () => void;
}

/** The last step before erasing: nothing happens until the words are typed. */
export function ErasureConfirm({ amount, confirm, others, onErase, onKeep }: Props) {
  const t = useText();
  const [typed, setTyped] = useState("");
  const [doNotApproach, setDoNotApproach] = useState(false);
  const [second, setSecond] = useState<SecondDraft>({
    account: others?.length === 1 ? (others[0]?.account ?? null) : null,
    passphrase: "",
  });
  const validate = () => {
    const problems: FieldProblem[] = [];
    if (typed.trim() !== confirm) {
      problems.push({ field: "typed", problem: t("retention-type-wrong", { confirm }) });
    }
    if (others !== null && second.account === null) {
      problems.push({ field: "second.account", problem: t("retention-second-missing") });
    }
    if (others !== null && second.passphrase === "") {
      problems.push({
        field: "second.passphrase",
        problem: t("retention-second-passphrase-missing"),
      });
    }
    return problems;
  };
  const erase = () => {
    const { account, passphrase } = second;
    const word = others === null || account === null ? null : { account, passphrase };
    onErase(typed.trim(), word, doNotApproach);
  };

  return (
    <Card>
      <Form
        label={t("retention-preview-title", amount)}
        validate={validate}
        onSubmit={async () => erase()}
        actions={
          <>
            <Button type="submit" variant="danger">
              {t("retention-erase", amount)}
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
        {amount.count === 1 && amount.parts === 0 && (
          <CheckField
            name="doNotApproach"
            label={t("retention-do-not-approach")}
            hint={t("retention-do-not-approach-hint")}
            isSelected={doNotApproach}
            onChange={setDoNotApproach}
          />
        )}
        {others !== null && (
          <SecondPersonFields others={others} value={second} onChange={setSecond} />
        )}
      </Form>
    </Card>
  );
}
