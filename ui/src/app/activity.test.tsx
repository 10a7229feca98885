import { fireEvent, render, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { makeFakeTransport } from "../ipc/testing/fake";
import { replaceTransport } from "../ipc/transport";
import { App } from "./App";

it("says that somebody is there, and not at every move", async () => {
  const transport = makeFakeTransport({ people: 5, standing: "open" });
  const invoke = vi.spyOn(transport, "invoke");
  replaceTransport(transport);
  render(<App />);
  await screen.findByRole("heading", { level: 1, name: "Today" });
  const told = () => invoke.mock.calls.filter(([name]) => name === "active").length;
  expect(told()).toBe(0);
  for (let move = 0; move < 50; move += 1) fireEvent.pointerMove(document.body);
  expect(told()).toBe(1);
});
