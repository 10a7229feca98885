import type { Appearance, IpcError, StoreProblem, UndoneWhat } from "../generated/bindings";
import { type FakeStore, makeStore } from "./model";
import { rightsOf } from "./views";

/** The fake's memory and what its commands share. */
export interface Fake {
  store: FakeStore;
  standing: "noStore" | "unusable" | "locked" | "open";
  /** What is the matter with the store. */
  fault: StoreProblem | null;
  organisation: string;
  sample: boolean;
  keychain: boolean;
  appearance: Appearance;
  idleLock: number;
  zoom: number;
  tourSeen: boolean;
  viewer: number;
  lists: Map<number, string[]>;
  previews: Map<number, string[]>;
  /** Whether what is due goes at sign-in, without asking. */
  sweepsAtSignIn: boolean;
  cancelled: Set<number>;
  nextNumber(): number;
  /** Makes a change and remembers how things were, so that it can be taken back. */
  change(what: UndoneWhat, make: () => void): number;
  takeBack(undo: number | null): UndoneWhat;
  emit(event: string, payload: unknown): void;
  hear(event: string, heard: (payload: unknown) => void): () => void;
  may(): ReturnType<typeof rightsOf>;
}

/** Refuses, as the program would. */
export function refuse(error: IpcError): never {
  throw error;
}

/** Makes the fake's memory. */
export function makeFake(people: number, standing: Fake["standing"]): Fake {
  const hearers = new Map<string, Set<(payload: unknown) => void>>();
  const undos: { undo: number; what: UndoneWhat; before: FakeStore }[] = [];
  let number = 0;
  const fake: Fake = {
    store: makeStore(people),
    standing,
    fault: null,
    organisation: "Wrenfield Members’ Services",
    sample: true,
    keychain: false,
    appearance: "system",
    idleLock: 5,
    zoom: 100,
    tourSeen: true,
    viewer: 0,
    lists: new Map(),
    previews: new Map(),
    sweepsAtSignIn: false,
    cancelled: new Set(),
    nextNumber: () => ++number,
    change: (what, make) => {
      const before = structuredClone(fake.store);
      make();
      const undo = fake.nextNumber();
      undos.push({ undo, what, before });
      fake.emit("changed", null);
      return undo;
    },
    takeBack: (undo) => {
      const place = undo === null ? undos.length - 1 : undos.findIndex((one) => one.undo === undo);
      const [found] = place < 0 ? [] : undos.splice(place);
      if (found === undefined) return refuse({ code: "notFound" });
      fake.store = found.before;
      fake.emit("changed", null);
      return found.what;
    },
    emit: (event, payload) => {
      for (const heard of hearers.get(event) ?? []) heard(payload);
    },
    hear: (event, heard) => {
      const all = hearers.get(event) ?? new Set();
      hearers.set(event, all.add(heard));
      return () => all.delete(heard);
    },
    may: () => rightsOf(fake.store.accounts[fake.viewer]?.role ?? "member"),
  };
  return fake;
}
