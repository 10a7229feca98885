import { configure, render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { Providers } from "../../app/Providers";
import { SessionProvider } from "../../app/session";
import type { AnswerOf, CommandName, RequestOf } from "../call";
import { useCommand } from "../queries";
import { replaceTransport } from "../transport";
import { type FakeOptions, makeFakeTransport } from "./fake";

// A machine that builds beside the tests is slow: waiting longer costs nothing when all is well.
configure({ asyncUtilTimeout: 8000 });

/** A command that was asked of the fake. */
export interface Asked {
  name: string;
  request: unknown;
}

/** What a test may put in the place of the fake's answers. */
export type Instead = {
  [K in CommandName]?: (request: RequestOf<K>) => AnswerOf<K> | Promise<AnswerOf<K>>;
};

/** Renders a screen as HR sees it, over a fake that remembers what it was asked. */
export function renderScreen(screen: ReactNode, instead: Instead = {}, options: FakeOptions = {}) {
  const fake = makeFakeTransport({ people: 250, standing: "open", ...options });
  const asked: Asked[] = [];
  replaceTransport({
    ...fake,
    invoke: async (name, request) => {
      asked.push({ name, request });
      const other = instead[name as CommandName] as ((request: unknown) => unknown) | undefined;
      return other === undefined ? fake.invoke(name, request) : other(request);
    },
  });
  render(
    <Providers onLocked={() => undefined}>
      <SignedIn>{screen}</SignedIn>
    </Providers>,
  );
  const asks = (name: CommandName) => asked.filter((one) => one.name === name);
  return { user: userEvent.setup(), fake: fake.fake, asks };
}

function SignedIn({ children }: { children: ReactNode }) {
  const status = useCommand("status", {}).data;
  if (status?.standing.kind !== "open") return null;
  return (
    <SessionProvider status={status} standing={status.standing}>
      {children}
    </SessionProvider>
  );
}
