import {
  MutationCache,
  QueryClient,
  type UseMutationResult,
  type UseQueryOptions,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { type AnswerOf, asFailure, type CommandName, call, type RequestOf } from "./call";

/** Where a failed change is reported: in a toast, or by the code that asked for it (a form). */
export type Errors = "toast" | "caller";

/** Options of {@link useCommand}. */
export type CommandOptions<K extends CommandName> = Omit<
  UseQueryOptions<AnswerOf<K>>,
  "queryKey" | "queryFn"
>;

/** The key a command's answer is kept under. */
export function keyOf<K extends CommandName>(name: K, request: RequestOf<K>) {
  return [name, request] as const;
}

/** What a command answers, kept until records change. Without data, a failure goes to the screen's error notice. */
export function useCommand<K extends CommandName>(
  name: K,
  request: RequestOf<K>,
  options?: CommandOptions<K>,
): UseQueryResult<AnswerOf<K>> {
  return useQuery<AnswerOf<K>>({
    queryKey: keyOf(name, request),
    queryFn: () => call(name, request),
    ...options,
  });
}

/** Asks for what a screen is about to ask for; whether it fails is the screen's to find out. */
export function prefetch<K extends CommandName>(
  client: QueryClient,
  name: K,
  request: RequestOf<K>,
): Promise<AnswerOf<K> | undefined> {
  const queryKey = keyOf(name, request);
  return client
    .prefetchQuery({ queryKey, queryFn: () => call(name, request) })
    .then(() => client.getQueryData(queryKey));
}

/**
 * A command that changes something. Every answer kept is asked for anew afterwards.
 * Forms say `errors: "caller"` and show the failure themselves; else it becomes a toast.
 */
export function useAct<K extends CommandName>(
  name: K,
  { errors = "toast" }: { errors?: Errors } = {},
): UseMutationResult<AnswerOf<K>, Error, RequestOf<K>, number> {
  const client = useQueryClient();
  return useMutation<AnswerOf<K>, Error, RequestOf<K>, number>({
    mutationFn: (request) => call(name, request),
    meta: { errors },
    onMutate: () => refreshed,
    // The program says that records changed before it answers: then everything was asked for already.
    onSuccess: (_answer, _request, before) => {
      if (refreshed === before) refresh(client);
    },
  });
}

/* How often answers were asked for anew. */
let refreshed = 0;

/** Asks anew for every answer kept, parts of open lists apart: a new list replaces those. */
export function refresh(client: QueryClient): void {
  refreshed += 1;
  void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== PART_OF_LIST });
}

/** The first part of the keys under which parts of open lists are kept. */
export const PART_OF_LIST = "part-of-list";

/** A cache for one window. `report` hears the failures that no caller shows. */
export function makeQueryClient(report: (failure: Error) => void): QueryClient {
  return new QueryClient({
    mutationCache: new MutationCache({
      onError: (thrown, _request, _context, mutation) => {
        if (mutation.meta?.errors !== "caller") report(asFailure(thrown));
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        networkMode: "always",
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        throwOnError: (_error, query) => query.state.data === undefined,
      },
      mutations: { networkMode: "always", retry: false },
    },
  });
}
