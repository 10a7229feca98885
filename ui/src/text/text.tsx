import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import { LocalizationProvider, Localized, ReactLocalization } from "@fluent/react";
import type { ReactElement, ReactNode } from "react";

/** What a message can be given: `{ $name }` in Fluent. */
export type TextArgs = Record<string, FluentVariable>;

const files = import.meta.glob<string>("./en-GB/*.ftl", {
  query: "?raw",
  import: "default",
  eager: true,
});

// Isolation marks would end up in accessible names, where assistive technology and tests see them.
const bundle = new FluentBundle("en-GB", { useIsolating: false });
for (const source of Object.values(files)) bundle.addResource(new FluentResource(source));

const localization = new ReactLocalization([bundle]);

/** The words of a message; for code outside components. */
export function say(id: string, args?: TextArgs): string {
  return localization.getString(id, args);
}

/** The function that turns a message's id into words. */
export function useText(): (id: string, args?: TextArgs) => string {
  return say;
}

interface Props {
  id: string;
  args?: TextArgs;
  /** Elements the message names in its markup: `<link>…</link>`. */
  elems?: Record<string, ReactElement>;
}

/** A message as a node; with `elems` it may hold links and emphasis. */
export function Text({ id, args, elems }: Props) {
  if (elems === undefined) return say(id, args);
  return (
    <Localized id={id} elems={elems} {...(args && { vars: args })}>
      <span />
    </Localized>
  );
}

/** Gives the page its language. */
export function TextProvider({ children }: { children: ReactNode }) {
  return <LocalizationProvider l10n={localization}>{children}</LocalizationProvider>;
}
