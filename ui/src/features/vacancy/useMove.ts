import { useQueryClient } from "@tanstack/react-query";
import { useToast } from "../../components/Toast";
import type { Board, Stage } from "../../ipc/generated/bindings";
import { refresh, useAct } from "../../ipc/queries";
import { useText } from "../../text/text";
import { stageWord } from "../../text/words";
import { movedOn } from "./movedOn";
import type { Decided } from "./outcomes";

/** Moves applications to another stage: on the board at once, and says so with a way back once it is written down. */
export function useMove(): (people: Decided[], to: Stage) => void {
  const t = useText();
  const toast = useToast();
  const move = useAct("move_applications");
  const client = useQueryClient();
  return (people, to) => {
    const applications = people.map(({ application }) => application);
    client.setQueriesData<Board>({ queryKey: ["read_board"] }, (board) =>
      board === undefined ? undefined : movedOn(board, applications, to),
    );
    move.mutate(
      { applications, to },
      {
        onError: () => refresh(client),
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
  };
}
