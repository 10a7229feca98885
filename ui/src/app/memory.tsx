import {
  createContext,
  type Dispatch,
  type ReactNode,
  type SetStateAction,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
} from "react";

const MemoryContext = createContext<Map<string, unknown>>(new Map());

/** Keeps what screens remember while one is elsewhere in the window. It goes when the window locks. */
export function MemoryProvider({ children }: { children: ReactNode }) {
  const [memory] = useState(() => new Map<string, unknown>());
  return <MemoryContext value={memory}>{children}</MemoryContext>;
}

/** State that is still there when one comes back to the screen: a search, an order. */
export function useRemembered<T>(key: string, first: () => T): [T, Dispatch<SetStateAction<T>>] {
  const memory = useContext(MemoryContext);
  const [value, setValue] = useState<T>(() => (memory.has(key) ? (memory.get(key) as T) : first()));
  // What nobody changed is not remembered: it may begin as something else next time.
  const begun = useRef(value);
  useEffect(() => {
    if (value !== begun.current) memory.set(key, value);
  }, [memory, key, value]);
  return [value, setValue];
}

/** What nothing on the screen changes with while one is there: a place in a list, for when one comes back to it. */
export function useRememberedPlace(
  key: string,
): [start: number, remember: (place: number) => void] {
  const memory = useContext(MemoryContext);
  const [start] = useState(() => (memory.get(key) as number | undefined) ?? 0);
  const remember = useCallback((place: number) => void memory.set(key, place), [memory, key]);
  return [start, remember];
}
