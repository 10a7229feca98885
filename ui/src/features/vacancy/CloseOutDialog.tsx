import { useState } from "react";
import { useSession } from "../../app/session";
import { DateField } from "../../components/DateField";
import { FormDialog } from "../../components/FormDialog";
import { Notice } from "../../components/Notice";
import { RadioField } from "../../components/RadioField";
import { useToast } from "../../components/Toast";
import type { VacancyView } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { showDate } from "../../text/dates";
import { useText } from "../../text/text";
import { useBoard } from "./useBoard";

interface Props {
  view: VacancyView;
  onClose: () => void;
}

/** Closes a vacancy out, after saying what that does to its undecided applications. */
export function CloseOutDialog({ view, onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const { today } = useSession();
  const closeOut = useAct("close_out_vacancy", { errors: "caller" });
  const [how, setHow] = useState<"course" | "cancelled">("course");
  const [on, setOn] = useState<string | null>(today);
  const { title } = view.details;
  const columns = useBoard(view.vacancy).data?.columns ?? [];
  const undecided = columns
    .filter(({ stage }) => stage !== null)
    .reduce((sum, { total }) => sum + total, 0);

  const validate = () => [
    ...(on === null ? [{ field: "on", problem: t("vacancy-close-out-on-missing") }] : []),
    ...(on !== null && on > today
      ? [{ field: "on", problem: t("vacancy-close-out-on-future", { date: showDate(today) }) }]
      : []),
  ];
  const save = async () => {
    const done = await closeOut.mutateAsync({
      vacancy: view.vacancy,
      cancelled: how === "cancelled",
      on: on ?? today,
    });
    toast.show({ message: t("vacancy-closed-out", { title }), undo: done.undo });
    onClose();
  };

  return (
    <FormDialog
      title={t("vacancy-close-out-title", { title })}
      onClose={onClose}
      onSubmit={save}
      validate={validate}
      submit={t("vacancy-close-out-save")}
      cancel={t("vacancy-end-cancel")}
    >
      <Notice tone={undecided === 0 ? "info" : "warn"}>
        <p>{t("vacancy-close-out-undecided", { count: undecided })}</p>
        {undecided > 0 && <p>{t("vacancy-close-out-first")}</p>}
        <p>{t("vacancy-close-out-people")}</p>
      </Notice>
      <RadioField
        name="cancelled"
        label={t("vacancy-close-out-how")}
        options={[
          { id: "course", label: t("vacancy-close-out-course") },
          { id: "cancelled", label: t("vacancy-close-out-cancelled") },
        ]}
        value={how}
        onChange={setHow}
      />
      <DateField name="on" label={t("vacancy-close-out-on")} value={on} onChange={setOn} />
    </FormDialog>
  );
}
