import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";

/** How the page reaches the program: the one seam that tests and the fake replace. */
export interface Transport {
  invoke(name: string, request: unknown): Promise<unknown>;
  /** Hears an event until the returned function is called. */
  listen(event: string, heard: (payload: unknown) => void): () => void;
}

const tauri: Transport = {
  invoke: (name, request) => invoke(name, { request }),
  listen: (event, heard) => {
    const stop = listen(event, ({ payload }) => heard(payload));
    return () => {
      void stop.then((unlisten) => unlisten());
    };
  },
};

let current: Transport = tauri;

/** The transport in use. */
export function transport(): Transport {
  return current;
}

/** Puts another transport in the place of Tauri's; for tests and for `npm run dev:fake`. */
export function replaceTransport(next: Transport): void {
  current = next;
}
