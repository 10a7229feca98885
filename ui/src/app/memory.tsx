import { createContext, type ReactNode, useCallback, useContext, useState } from "react";

const MemoryContext = createContext<Map<string, unknown>>(new Map());

/** Keeps what screens remember while one is elsewhere in the window. It goes when the window locks. */
export function MemoryProvider({ children }: { children: ReactNode }) {
  const [memory] = useState(() => new Map<string, unknown>());
  return <MemoryContext value={memory}>{children}</MemoryContext>;
}

/** State that is still there when one comes back to the screen: a search, an order, a place in a list. */
export function useRemembered<T>(key: string, first: () => T): [T, (next: T) => void] {
  const memory = useContext(MemoryContext);
  const [value, setValue] = useState<T>(() => (memory.has(key) ? (memory.get(key) as T) : first()));
  const remember = useCallback(
    (next: T) => {
      memory.set(key, next);
      setValue(next);
    },
    [memory, key],
  );
  return [value, remember];
}
