import { Button } from "../../components/Button";
import { Menu, type MenuEntry } from "../../components/Menu";
import { useToast } from "../../components/Toast";
import type { InterviewRow, InterviewState } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { useText } from "../../text/text";

interface Props {
  row: InterviewRow;
  onChange: () => void;
}

type Doing = "change" | "invitation" | InterviewState;

/** What can be done with an interview: change it, note what came of it, save it for calendars. */
export function InterviewActions({ row, onChange }: Props) {
  const t = useText();
  const toast = useToast();
  const mark = useAct("mark_interview");
  const invite = useAct("save_invitation");
  const { interview, revision, state, mayChange, mayAssess } = row;
  const submitted = row.panel.some(({ feedback }) => feedback === "submitted");
  const states: InterviewState[] = [];
  if (mayChange || (mayAssess && state !== "cancelled")) {
    if (state !== "held") states.push("held");
    if (state !== "didNotCome" && !submitted) states.push("didNotCome");
    if (state !== "planned") states.push("planned");
  }
  if (mayChange && state !== "cancelled" && !submitted) states.push("cancelled");

  const set = (to: InterviewState) =>
    mark.mutate(
      { interview, revision, state: to },
      {
        onSuccess: ({ undo }) =>
          toast.show({ message: t("interview-marked", { state: to, name: row.name }), undo }),
      },
    );
  const save = () =>
    invite.mutate(
      { interview },
      {
        onSuccess: ({ saved }) => {
          if (saved) toast.show({ message: t("interview-invitation-saved"), undo: null });
        },
      },
    );
  const items: MenuEntry<Doing>[] = [
    ...states.map((id) => ({ id, label: t("interview-mark-as", { state: id }) })),
    {
      id: "invitation" as const,
      label: t("interview-invitation"),
      hint: t("interview-invitation-hint"),
    },
  ];
  return (
    <>
      {mayChange && (
        <Button icon="edit" onPress={onChange}>
          {t("interview-change")}
        </Button>
      )}
      <Menu
        label={t("interview-more")}
        items={items}
        onAction={(doing) => {
          if (doing === "invitation") save();
          else if (doing !== "change") set(doing);
        }}
      />
    </>
  );
}
