import { FluentResource } from "@fluent/bundle";
import { describe, expect, it } from "vitest";

const messages = import.meta.glob<string>("./en-GB/*.ftl", {
  query: "?raw",
  import: "default",
  eager: true,
});
const sources = import.meta.glob<string>(["../**/*.{ts,tsx}", "!../**/*.test.{ts,tsx}"], {
  query: "?raw",
  import: "default",
  eager: true,
});

const defined = new Map<string, string>();
const twice: string[] = [];
for (const [file, source] of Object.entries(messages)) {
  for (const { id } of new FluentResource(source).body) {
    if (defined.has(id)) twice.push(id);
    defined.set(id, file);
  }
}
const code = Object.values(sources).join("\n");
const literals = new Set(
  [...code.matchAll(/["'`]([a-z][a-z0-9]*(?:-[A-Za-z0-9]+)+)["'`]/g)].map((m) => m[1]),
);
const patterns = [...code.matchAll(/`([a-z][a-z0-9-]*-)\$\{[^`]*?\}([a-z0-9-]*)`/g)].map(
  ([, start, end]) => new RegExp(`^${start}[A-Za-z0-9-]+${end}$`),
);
/** Messages that others take into themselves. */
const taken = new Set(
  [
    ...Object.values(messages)
      .join("\n")
      .matchAll(/\{ ([a-z][A-Za-z0-9-]*-[A-Za-z0-9-]+) \}/g),
  ].map((m) => m[1]),
);
const asked = [
  ...code.matchAll(/(?:\bt|\bsay)\(\s*["']([a-z][A-Za-z0-9-]*)["']|<Text\s+id="([^"]+)"/g),
].map(([, called, element]) => called ?? element ?? "");

describe("the words", () => {
  it("are defined once each, under the name of their file", () => {
    expect(twice).toEqual([]);
    const astray = [...defined].filter(([id, file]) => {
      const area = file.replace("./en-GB/", "").replace(".ftl", "");
      return !id.startsWith(`${area}-`);
    });
    expect(astray).toEqual([]);
  });

  it("are defined where they are used", () => {
    expect(asked.length).toBeGreaterThan(100);
    expect([...taken].filter((id) => id !== undefined && !defined.has(id))).toEqual([]);
    expect(asked.filter((id) => !defined.has(id))).toEqual([]);
  });

  it("are used where they are defined", () => {
    const unused = [...defined.keys()].filter(
      (id) => !literals.has(id) && !taken.has(id) && !patterns.some((pattern) => pattern.test(id)),
    );
    expect(unused).toEqual([]);
  });

  it("have a message that Fluent can read on every line", () => {
    for (const [file, source] of Object.entries(messages)) {
      const ids = [...source.matchAll(/^([a-z][A-Za-z0-9-]*) =/gm)].map((match) => match[1]);
      const read = [...new FluentResource(source).body].map(({ id }) => id);
      expect(read, file).toEqual(ids);
    }
  });
});
