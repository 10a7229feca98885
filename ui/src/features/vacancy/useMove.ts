import { useToast } from "../../components/Toast";
import type { Stage } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { useText } from "../../text/text";
import { stageWord } from "../../text/words";
import type { Decided } from "./outcomes";

/** Moves applications to another stage, and says so with a way back. */
export function useMove(): (people: Decided[], to: Stage) => void {
  const t = useText();
  const toast = useToast();
  const move = useAct("move_applications");
  return (people, to) =>
    move.mutate(
      { applications: people.map(({ application }) => application), to },
      {
        onSuccess: ({ undo }) => {
          const stage = stageWord(to);
          const message =
            people.length === 1
              ? t("vacancy-moved-one", { name: people[0]?.name ?? "", stage })
              : t("vacancy-moved-many", { count: people.length, stage });
          toast.show({ message, undo });
        },
      },
    );
}
