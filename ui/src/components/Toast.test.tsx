import { QueryClientProvider } from "@tanstack/react-query";
import { act, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { makeQueryClient } from "../ipc/queries";
import { replaceTransport } from "../ipc/transport";
import { Dialog } from "./Dialog";
import { TOAST_STAYS, ToastProvider, useToast } from "./Toast";

function Buttons() {
  const toast = useToast();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => toast.show({ message: "Moved", undo: 7 })}>
        move
      </button>
      <button type="button" onClick={() => toast.show({ message: "Not moved", tone: "failed" })}>
        fail
      </button>
      <button type="button" onClick={() => toast.undoLatest()}>
        latest
      </button>
      <button type="button" onClick={() => setIsOpen(true)}>
        ask
      </button>
      <Dialog title="Sure?" isOpen={isOpen} onClose={() => setIsOpen(false)}>
        Yes
      </Dialog>
    </>
  );
}

const invoke = vi.fn();

function show() {
  render(
    <QueryClientProvider client={makeQueryClient(() => undefined)}>
      <ToastProvider>
        <Buttons />
      </ToastProvider>
      <div id="announce-polite" aria-live="polite" />
    </QueryClientProvider>,
  );
}

const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));
const wait = (time: number) => act(() => vi.advanceTimersByTimeAsync(time));

describe("toasts", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    invoke.mockReset().mockResolvedValue({ what: "movedApplications" });
    replaceTransport({ invoke, listen: () => () => undefined });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("says what happened, aloud too, and goes by itself", async () => {
    show();
    press("move");
    expect(screen.getByRole("group", { name: "Moved" })).toBeTruthy();
    expect(document.getElementById("announce-polite")?.textContent).toBe("Moved");
    await wait(TOAST_STAYS);
    expect(screen.queryByRole("group", { name: "Moved" })).toBeNull();
  });

  it("shows the latest of what was done alone, since Undo takes back that one", () => {
    show();
    press("move");
    press("move");
    expect(screen.getAllByRole("group", { name: "Moved" })).toHaveLength(1);
  });

  it("makes way for a dialog, and what went wrong stays", () => {
    show();
    press("fail");
    press("move");
    press("ask");
    expect(screen.queryByText("Moved", { selector: "p" })).toBeNull();
    expect(screen.getByText("Not moved", { selector: "p" })).toBeTruthy();
  });

  it("stays while it is pointed at", async () => {
    show();
    press("move");
    fireEvent.mouseEnter(screen.getByRole("group", { name: "Moved" }));
    await wait(TOAST_STAYS * 2);
    expect(screen.queryByRole("group", { name: "Moved" })).not.toBeNull();
    fireEvent.mouseLeave(screen.getByRole("group", { name: "Moved" }));
    await wait(TOAST_STAYS);
    expect(screen.queryByRole("group", { name: "Moved" })).toBeNull();
  });

  it("takes back the change it is about", async () => {
    show();
    press("move");
    press("Undo");
    await wait(10);
    expect(invoke).toHaveBeenCalledWith("undo", { undo: 7 });
    expect(screen.getByRole("group", { name: "Took back the move" })).toBeTruthy();
    expect(screen.queryByRole("group", { name: "Moved" })).toBeNull();
  });

  it("takes back the latest change without naming it", async () => {
    show();
    press("latest");
    await wait(10);
    expect(invoke).toHaveBeenCalledWith("undo", { undo: null });
  });

  it("says so when nothing can be taken back", async () => {
    invoke.mockRejectedValue({ code: "notFound" });
    show();
    press("latest");
    await wait(10);
    expect(screen.getByText(/That is not here/)).toBeTruthy();
  });
});
