import { type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import { type AnswerOf, type CommandName, call, type RequestOf } from "../ipc/call";
import type { Status } from "../ipc/generated/bindings";
import { type Errors, keyOf } from "../ipc/queries";
import { saveBeforeLock } from "./unsaved";

/** The commands that answer with how things stand. */
export type StatusCommand = {
  [K in CommandName]: AnswerOf<K> extends Status ? K : never;
}[CommandName];

/** A command that changes how things stand; the window follows its answer. */
export function useStatusAct<K extends StatusCommand>(
  name: K,
  { errors = "toast" }: { errors?: Errors } = {},
): UseMutationResult<AnswerOf<K>, Error, RequestOf<K>> {
  const client = useQueryClient();
  return useMutation<AnswerOf<K>, Error, RequestOf<K>>({
    mutationFn: async (request) => {
      if (name === "lock") await saveBeforeLock();
      return call(name, request);
    },
    meta: { errors },
    onSuccess: (status) => {
      const [statusName] = keyOf("status", {});
      // Another store or another person: what was read before is no longer theirs.
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== statusName });
      client.setQueryData(keyOf("status", {}), status);
    },
  });
}

/** A command that changes how the window looks: the same store and the same person, so what was read stays. */
export function useLookAct<K extends StatusCommand>(
  name: K,
): UseMutationResult<AnswerOf<K>, Error, RequestOf<K>> {
  const client = useQueryClient();
  return useMutation<AnswerOf<K>, Error, RequestOf<K>>({
    mutationFn: (request) => call(name, request),
    onSuccess: (status) => client.setQueryData(keyOf("status", {}), status),
  });
}
