import { useEffect, useRef, useState } from "react";
import { PolicyWeeks } from "../../charts/PolicyWeeks";
import { ruleName } from "../../charts/rules";
import { Button } from "../../components/Button";
import { Card } from "../../components/Card";
import { Field } from "../../components/Field";
import { Form } from "../../components/Form";
import { Link } from "../../components/Link";
import { Notice } from "../../components/Notice";
import { Section } from "../../components/Section";
import { Table } from "../../components/Table";
import { useToast } from "../../components/Toast";
import type {
  FieldProblem,
  PeriodChange,
  PolicyValues,
  PolicyView,
  PolicyWhatIf,
} from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { showDate } from "../../text/dates";
import { useText } from "../../text/text";
import { Changes } from "./PolicyVersions";
import { longerOf, shorterOf } from "./policyForm";
import styles from "./Retention.module.css";

interface Props {
  policy: PolicyView;
  values: PolicyValues;
  answer: PolicyWhatIf;
  onBack: () => void;
  onClose: () => void;
}

/** What other periods would do to everybody who is here, before they are set. */
export function PolicyDifference({ policy, values, answer, onBack, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const set = useAct("set_retention_policy", { errors: "caller" });
  const [reason, setReason] = useState("");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const longer = longerOf(values, policy.periods);
  const shorter = shorterOf(values, policy.periods);
  const changes: PeriodChange[] = policy.periods.flatMap(({ period, unit, length }) =>
    values[period] === length ? [] : [{ period, unit, before: length, after: values[period] }],
  );
  const validate = (): FieldProblem[] =>
    longer.length > 0 && reason.trim() === ""
      ? [{ field: "reason", problem: t("policy-reason-missing") }]
      : [];
  const submit = async () => {
    const why = reason.trim() === "" ? null : reason;
    await set.mutateAsync({ version: policy.version, values, reason: why });
    toast.show({ message: t("policy-set-done"), undo: null });
    onClose();
  };

  return (
    <div className={styles.flow}>
      <h2 ref={heading} tabIndex={-1} className={styles.tried}>
        {t("policy-difference-title")}
      </h2>
      <Card>
        <Changes changes={changes} />
      </Card>
      {shorter.length > 0 && (
        <Notice tone="warn" title={t("policy-shorter-title")}>
          {t("policy-shorter")}
        </Notice>
      )}
      {longer.some(({ keeps }) => keeps) && (
        <Notice tone="info" title={t("policy-longer-title")}>
          {t("policy-longer")}
        </Notice>
      )}
      <Tally answer={answer} />
      <Card>
        <PolicyWeeks weeks={answer.weeks} />
      </Card>
      <ByRule answer={answer} />
      <Goes answer={answer} />
      <Form
        label={t("policy-set")}
        onSubmit={submit}
        validate={validate}
        actions={
          <>
            <Button type="submit" variant="primary" isDisabled={set.isPending}>
              {t(set.isPending ? "policy-setting" : "policy-set")}
            </Button>
            <Button onPress={onBack}>{t("policy-back")}</Button>
            <Button variant="quiet" onPress={onClose}>
              {t("policy-leave")}
            </Button>
          </>
        }
      >
        <Field
          name="reason"
          label={t("policy-reason")}
          hint={t("policy-reason-hint")}
          value={reason}
          onChange={setReason}
          isOptional={longer.length === 0}
          maxLength={200}
        />
      </Form>
    </div>
  );
}

function Tally({ answer }: { answer: PolicyWhatIf }) {
  const t = useText();
  const rows = [
    { label: t("policy-due-now"), count: answer.dueNow },
    { label: t("policy-due-then"), count: answer.dueThen },
    { label: t("policy-sooner"), count: answer.sooner },
    { label: t("policy-later"), count: answer.later },
    { label: t("policy-same"), count: answer.same },
  ];
  return (
    <Section title={t("policy-tally", { count: answer.people })} hint={t("policy-tally-hint")}>
      <Card>
        <dl className={styles.tally}>
          {rows.map(({ label, count }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{t("retention-due-number", { count })}</dd>
            </div>
          ))}
        </dl>
      </Card>
    </Section>
  );
}

function ByRule({ answer }: { answer: PolicyWhatIf }) {
  const t = useText();
  if (answer.rules.length === 0) return null;
  const number = (count: number) => t("retention-due-number", { count });
  return (
    <Section title={t("policy-by-rule")}>
      <Table
        caption={t("policy-by-rule-table")}
        rows={answer.rules}
        rowKey={({ rule }) => rule}
        columns={[
          {
            id: "rule",
            label: t("policy-column-rule"),
            isRowHeader: true,
            cell: ({ rule }) => (
              <>
                {ruleName(rule)}{" "}
                <span className={styles.rule}>{t("components-rule", { rule })}</span>
              </>
            ),
          },
          {
            id: "due",
            label: t("policy-due-then"),
            isNumber: true,
            cell: ({ dueThen }) => number(dueThen),
          },
          {
            id: "sooner",
            label: t("policy-sooner"),
            isNumber: true,
            cell: ({ sooner }) => number(sooner),
          },
          {
            id: "later",
            label: t("policy-later"),
            isNumber: true,
            cell: ({ later }) => number(later),
          },
          { id: "same", label: t("policy-same"), isNumber: true, cell: ({ same }) => number(same) },
        ]}
      />
    </Section>
  );
}

function Goes({ answer: { goes, goesTotal } }: { answer: PolicyWhatIf }) {
  const t = useText();
  if (goesTotal === 0) return null;
  return (
    <Section
      title={t("policy-goes", { count: goesTotal })}
      {...(goes.length < goesTotal && {
        hint: t("retention-first-of", { shown: goes.length, total: goesTotal }),
      })}
    >
      <Table
        caption={t("policy-goes-table")}
        rows={goes}
        rowKey={({ candidate }) => candidate}
        columns={[
          {
            id: "name",
            label: t("retention-column-name"),
            isRowHeader: true,
            isShort: true,
            cell: ({ candidate, name }) => (
              <Link to={{ at: "candidate", id: candidate }}>{name}</Link>
            ),
          },
          {
            id: "now",
            label: t("policy-column-now"),
            isShort: true,
            cell: ({ now }) => (now === null ? t("retention-no-date-short") : showDate(now)),
          },
          {
            id: "why",
            label: t("retention-column-why"),
            cell: ({ because }) => (
              <>
                {because.sentence}{" "}
                <span className={styles.rule}>{t("components-rule", { rule: because.rule })}</span>
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}
