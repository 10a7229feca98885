import { asFailure } from "../ipc/call";
import type { IpcError, StoreProblem } from "../ipc/generated/bindings";
import { say } from "./text";

/** A failure in words: what happened and, in `rest`, what is safe and what to do next. */
export interface WordedError {
  title: string;
  rest: string;
}

/** Words for anything a command threw. */
export function wordFailure(thrown: unknown): WordedError {
  return wordError(asFailure(thrown).error);
}

/** Words for a refusal or failure of the program. */
export function wordError(error: IpcError): WordedError {
  switch (error.code) {
    case "refused":
      return {
        title: say("app-error-refused"),
        rest: say("app-error-refused-rest", { ...error.detail }),
      };
    case "throttled":
      return {
        title: say("app-error-throttled"),
        rest: say("app-error-throttled-rest", { seconds: error.detail.seconds }),
      };
    case "keychain":
      return {
        title: say("app-error-keychain", { fault: error.detail.fault }),
        rest: say("app-error-keychain-rest", { fault: error.detail.fault }),
      };
    case "store":
      return wordStoreProblem(error.detail.problem);
    case "import":
      return { title: say("app-error-import"), rest: error.detail.sentence };
    case "backup":
      return { title: say("app-error-backup"), rest: error.detail.sentence };
    case "internal":
      return {
        title: say("app-error-internal"),
        rest: say("app-error-internal-rest", { incident: error.detail.incident }),
      };
    case "invalid":
      return {
        title: say("app-error-invalid"),
        rest: error.detail.fields.map((field) => field.problem).join(" "),
      };
    default:
      return plain(error.code);
  }
}

/** Words for what can be the matter with a store. */
export function wordStoreProblem(problem: StoreProblem): WordedError {
  if (problem.kind === "keysCopy") {
    return {
      title: say("app-store-keys", { fault: problem.fault }),
      rest: say("app-store-keys-rest"),
    };
  }
  return {
    title: say("app-store-problem", { kind: problem.kind }),
    rest: say("app-store-problem-rest", { ...problem }),
  };
}

type PlainCode = Exclude<
  IpcError["code"],
  "refused" | "throttled" | "keychain" | "store" | "import" | "backup" | "internal" | "invalid"
>;

function plain(code: PlainCode): WordedError {
  return { title: say("app-error-plain", { code }), rest: say("app-error-plain-rest", { code }) };
}
