import { cleanup, configure } from "@testing-library/react";
import { afterEach, beforeEach, vi } from "vitest";
import { replaceTransport } from "../transport";
import { makeFakeTransport } from "./fake";

// jsdom has no CSS.escape, which React Aria needs; names and ids in tests need no escaping.
vi.stubGlobal("CSS", { escape: (text: string) => text.replace(/[^\w-]/g, "\\$&") });

// A screen is read from disk when it is first gone to, which a busy machine takes its time over.
configure({ asyncUtilTimeout: 10_000 });

// jsdom lays nothing out, so nothing is ever at a point.
document.elementsFromPoint = () => [];

beforeEach(() => {
  replaceTransport(makeFakeTransport({ people: 250, standing: "open" }));
  // jsdom lays nothing out: give every element the size of a small window, so that lists have rows.
  vi.spyOn(HTMLElement.prototype, "offsetHeight", "get").mockReturnValue(440);
  vi.spyOn(HTMLElement.prototype, "offsetWidth", "get").mockReturnValue(900);
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(440);
});

afterEach(() => {
  cleanup();
  window.location.hash = "";
});
