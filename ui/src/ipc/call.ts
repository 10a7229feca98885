import type { Commands, IpcError } from "./generated/bindings";
import { transport } from "./transport";

/** The name of a command. */
export type CommandName = keyof Commands;
/** What a command is asked. */
export type RequestOf<K extends CommandName> = Commands[K][0];
/** What a command answers. */
export type AnswerOf<K extends CommandName> = Commands[K][1];

/** A command that was refused or failed; `error` says how. */
export class IpcFailure extends Error {
  readonly error: IpcError;

  constructor(error: IpcError) {
    super(error.code);
    this.name = "IpcFailure";
    this.error = error;
  }
}

/** Runs a command of the program. Rejects with {@link IpcFailure} only. */
export async function call<K extends CommandName>(
  name: K,
  request: RequestOf<K>,
): Promise<AnswerOf<K>> {
  try {
    return (await transport().invoke(name, request)) as AnswerOf<K>;
  } catch (thrown) {
    throw asFailure(thrown);
  }
}

/** Makes an {@link IpcFailure} of whatever was thrown. */
export function asFailure(thrown: unknown): IpcFailure {
  if (thrown instanceof IpcFailure) return thrown;
  if (isIpcError(thrown)) return new IpcFailure(thrown);
  // Tauri itself refuses with a plain string: an unknown command, a request it can't read.
  const incident = thrown instanceof Error ? thrown.message : String(thrown);
  return new IpcFailure({ code: "internal", detail: { incident: incident.slice(0, 80) } });
}

function isIpcError(thrown: unknown): thrown is IpcError {
  return typeof thrown === "object" && thrown !== null && "code" in thrown;
}
