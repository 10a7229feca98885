import { useId, useRef, useState } from "react";
import { Button } from "../../components/Button";
import { CheckField } from "../../components/CheckField";
import { Sheet } from "../../components/Dialog";
import { Field } from "../../components/Field";
import { Form } from "../../components/Form";
import { Notice } from "../../components/Notice";
import { SelectField } from "../../components/SelectField";
import { Skeleton } from "../../components/Skeleton";
import { TextAreaField } from "../../components/TextAreaField";
import { useToast } from "../../components/Toast";
import { Why } from "../../components/Why";
import { call } from "../../ipc/call";
import type {
  ApplicationId,
  ApplicationView,
  CandidateId,
  HandOverWay,
  ListedFor,
  MessageCheck,
  MessageTemplateId,
  VacancyId,
} from "../../ipc/generated/bindings";
import { useAct, useCommand } from "../../ipc/queries";
import { showTime } from "../../text/dates";
import { useText } from "../../text/text";
import styles from "./Correspondence.module.css";
import { PURPOSES } from "./messageWords";
import { useDraft, type Written } from "./useDraft";

/** About no application by name. */
const NONE = "none";

interface Props {
  candidate: CandidateId;
  name: string;
  applications: readonly ApplicationView[];
  /** By which place on the reserve list they are contacted, and about which vacancy; left out where they are not. */
  listed?: ListedFor & { title: string };
  onClose: () => void;
}

/** Writing to a candidate: what for, from a template or not, kept as it is typed, and handed to a mail program. */
export function WriteDialog({ candidate, name, applications, listed, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const id = useId();
  const way = useRef<HandOverWay>("file");
  const [confirmed, setConfirmed] = useState(false);
  const handOver = useAct("hand_over_message", { errors: "caller" });
  const discard = useAct("discard_draft");
  const fresh: Written = {
    application: applications[0]?.application ?? null,
    purpose: listed === undefined ? "reply" : "reserveList",
    subject: "",
    body: "",
  };
  const vacancy = listed?.vacancy ?? null;
  const { written, savedAt, check, failure, carriesNotice, carry, change, save, forget } = useDraft(
    candidate,
    fresh,
    listed && (() => fromFittingTemplate(candidate, fresh, listed.vacancy)),
  );
  const isContact = listed !== undefined && written?.purpose === "reserveList";

  const submit = async () => {
    await save();
    const { saved } = await handOver.mutateAsync({
      candidate,
      way: way.current,
      confirmed,
      listed: listed === undefined ? null : { entry: listed.entry, vacancy: listed.vacancy },
      carriesNotice,
    });
    if (saved) {
      const handed = isContact ? "correspondence-handed-contact" : "correspondence-handed";
      toast.show({ message: t(handed, { way: way.current }), undo: null });
      onClose();
    } else if (way.current === "mailProgram") {
      toast.show({ message: t("correspondence-no-program"), tone: "failed" });
    }
  };
  const throwAway = () => {
    forget();
    discard.mutate({ candidate }, { onSuccess: onClose });
  };
  const hand = (how: HandOverWay) => () => {
    way.current = how;
  };

  return (
    <Sheet
      title={t("correspondence-write-title", { name })}
      isOpen
      onClose={onClose}
      footer={
        <div className={styles.feet}>
          <Button variant="plain" onPress={throwAway}>
            {t("correspondence-discard")}
          </Button>
          <Button type="submit" form={id} onPress={hand("mailProgram")}>
            {t("correspondence-to-program")}
          </Button>
          <Button type="submit" form={id} variant="primary" onPress={hand("file")}>
            {t("correspondence-to-file")}
          </Button>
        </div>
      }
    >
      {failure !== null && (
        <Notice tone="danger" isAlert>
          {failure}
        </Notice>
      )}
      {written === null ? (
        <Skeleton lines={8} />
      ) : (
        <Form id={id} label={t("correspondence-write-title", { name })} onSubmit={submit}>
          {isContact && <p>{t("correspondence-contact", { vacancy: listed.title })}</p>}
          <Templates
            candidate={candidate}
            application={written.application}
            vacancy={vacancy}
            onMerged={(merged) => change(merged)}
          />
          <SelectField
            name="purpose"
            label={t("correspondence-for")}
            options={PURPOSES.map((purpose) => ({
              id: purpose,
              label: t("correspondence-purpose", { purpose }),
            }))}
            value={written.purpose}
            onChange={(purpose) => change({ purpose })}
          />
          {applications.length > 0 && (
            <SelectField
              name="application"
              label={t("correspondence-application")}
              options={[
                ...applications.map(({ application, vacancyTitle }) => ({
                  id: application as string,
                  label: vacancyTitle,
                })),
                { id: NONE, label: t("correspondence-application-none") },
              ]}
              value={written.application ?? NONE}
              onChange={(chosen) =>
                change({ application: chosen === NONE ? null : (chosen as ApplicationId) })
              }
            />
          )}
          {check !== null && <Stands check={check} />}
          {check?.noticeMissing && (
            <CheckField
              name="carriesNotice"
              label={t("notices-carries")}
              hint={t("notices-carries-hint")}
              isSelected={carriesNotice}
              onChange={carry}
            />
          )}
          <Field
            name="subject"
            label={t("correspondence-subject")}
            value={written.subject}
            onChange={(subject) => change({ subject })}
            maxLength={200}
          />
          <TextAreaField
            name="body"
            label={t("correspondence-body")}
            rows={14}
            value={written.body}
            onChange={(body) => change({ body })}
          />
          <p className={styles.saved} role="status">
            {savedAt !== null && t("correspondence-saved", { time: showTime(savedAt) })}
          </p>
          {check !== null && (
            <Mind
              check={check}
              confirmed={confirmed}
              onConfirm={setConfirmed}
              onAdd={(sentence) => change({ body: `${written.body.trimEnd()}\n\n${sentence}\n` })}
            />
          )}
          <p>{t("correspondence-leaves")}</p>
        </Form>
      )}
    </Sheet>
  );
}

/* What somebody on the reserve list is written: the first template for that, filled in. */
async function fromFittingTemplate(
  candidate: CandidateId,
  fresh: Written,
  vacancy: VacancyId,
): Promise<Written> {
  const { templates } = await call("list_templates", {});
  const fitting = templates.find(({ purpose }) => purpose === fresh.purpose);
  if (fitting === undefined) return fresh;
  const { template } = fitting;
  const about = { candidate, application: null, vacancy, template };
  return { ...fresh, ...(await call("merge_template", about)) };
}

interface TemplatesProps {
  candidate: CandidateId;
  application: ApplicationId | null;
  vacancy: VacancyId | null;
  onMerged: (part: Pick<Written, "purpose" | "subject" | "body">) => void;
}

/* Choosing one fills it in at once, in the place of what stood there. */
function Templates({ candidate, application, vacancy, onMerged }: TemplatesProps) {
  const t = useText();
  const [chosen, setChosen] = useState<MessageTemplateId | null>(null);
  const known = useCommand("list_templates", {}).data?.templates ?? [];
  if (known.length === 0) return <p>{t("correspondence-no-templates")}</p>;
  const choose = async (template: MessageTemplateId) => {
    setChosen(template);
    onMerged(await call("merge_template", { candidate, application, vacancy, template }));
  };
  return (
    <SelectField
      name="template"
      label={t("correspondence-template")}
      hint={t("correspondence-template-hint")}
      options={known.map(({ template, name }) => ({ id: template, label: name }))}
      value={chosen}
      onChange={(template) => void choose(template)}
    />
  );
}

/* Whether it may be sent, and by what. */
function Stands({ check: { basis, refused, to } }: { check: MessageCheck }) {
  const t = useText();
  if (refused !== null) {
    return (
      <Notice tone="warn" title={t("correspondence-refused")} isAlert>
        {refused.sentence} <Why why={refused} about={t("correspondence-refused")} />
      </Notice>
    );
  }
  return (
    <Notice tone="info">
      {basis?.sentence}{" "}
      {to === null ? t("correspondence-no-address") : t("correspondence-to", { to })}
    </Notice>
  );
}

interface MindProps {
  check: MessageCheck;
  confirmed: boolean;
  onConfirm: (confirmed: boolean) => void;
  onAdd: (sentence: string) => void;
}

/* What should be looked at before it goes. */
function Mind({ check, confirmed, onConfirm, onAdd }: MindProps) {
  const t = useText();
  const { unfilled, lacks, sensitive } = check;
  return (
    <>
      {unfilled.length > 0 && (
        <Notice tone="warn" title={t("correspondence-unfilled")}>
          {t("correspondence-unfilled-which", { fields: unfilled.join(", ") })}
        </Notice>
      )}
      {lacks !== null && (
        <Notice
          tone="warn"
          title={t("correspondence-lacks")}
          actions={
            <Button size="small" onPress={() => onAdd(lacks)}>
              {t("correspondence-lacks-add")}
            </Button>
          }
        >
          {t("correspondence-lacks-what", { sentence: lacks })}
        </Notice>
      )}
      {sensitive.length > 0 && (
        <Sensitive topics={sensitive} confirmed={confirmed} onConfirm={onConfirm} />
      )}
    </>
  );
}

interface SensitiveProps {
  topics: MessageCheck["sensitive"];
  confirmed: boolean;
  onConfirm: (confirmed: boolean) => void;
}

/** Words that may tell what is nobody's business: a warning, and its author's word that they have to be there. */
export function Sensitive({ topics, confirmed, onConfirm }: SensitiveProps) {
  const t = useText();
  const about = topics.map((topic) => t("correspondence-topic", { topic })).join(", ");
  return (
    <>
      <Notice tone="warn" title={t("correspondence-sensitive")}>
        {t("correspondence-sensitive-what", { about })}
      </Notice>
      <CheckField
        name="confirmed"
        label={t("correspondence-sensitive-confirm")}
        isSelected={confirmed}
        onChange={onConfirm}
      />
    </>
  );
}
