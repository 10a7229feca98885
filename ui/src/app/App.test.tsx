import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import type { StoreProblem } from "../ipc/generated/bindings";
import { makeFakeTransport } from "../ipc/testing/fake";
import { PASSPHRASE } from "../ipc/testing/model";
import { replaceTransport } from "../ipc/transport";
import { App } from "./App";

const heading = (name: string) => screen.findByRole("heading", { level: 1, name });

function open(
  standing: "noStore" | "unusable" | "locked" | "open",
  fault: StoreProblem | null = null,
) {
  const transport = makeFakeTransport({ people: 250, standing });
  transport.fake.fault = fault;
  replaceTransport(transport);
  render(<App />);
  return { user: userEvent.setup(), fake: transport.fake };
}

describe("the window", () => {
  beforeEach(() => {
    window.location.hash = "#/today";
  });

  it("makes a store, after saying what is missing", async () => {
    const { user } = open("noStore");
    await heading("Welcome to Fairhold");
    await user.click(screen.getByRole("button", { name: "Make a store" }));
    await user.click(screen.getByRole("button", { name: "Make a store" }));
    expect(screen.getByRole("alert").textContent).toContain("There are 3 problems");
    expect(document.activeElement).toBe(screen.getByRole("alert").parentElement);
    await user.click(screen.getByRole("button", { name: "Enter your name." }));
    expect(document.activeElement).toBe(screen.getByLabelText("Your name"));
    await user.type(screen.getByLabelText("Organisation"), "Wrenfield");
    await user.type(screen.getByLabelText("Your name"), "Rowan");
    await user.click(screen.getByLabelText("Passphrase"));
    await user.paste(PASSPHRASE);
    await user.click(screen.getByLabelText("Passphrase again"));
    await user.paste(PASSPHRASE);
    await user.click(screen.getByRole("button", { name: "Make a store" }));
    await heading("Today");
    expect(await screen.findByText("Ready for your first vacancy")).toBeTruthy();
  });

  it("says why a sign-in failed, and opens with the right passphrase", async () => {
    const { user } = open("locked");
    await heading("Sign in");
    const passphrase = screen.getByLabelText("Passphrase");
    await user.type(passphrase, "wrong{Enter}");
    expect((await screen.findByRole("alert")).textContent).toContain("That is not the passphrase.");
    await user.type(passphrase, `${PASSPHRASE}{Enter}`);
    await heading("Today");
  });

  it("puts the copy of a damaged key file in its place when told to", async () => {
    const { user } = open("unusable", { kind: "keysCopy", fault: "damaged" });
    await heading("The key file is damaged.");
    await user.click(screen.getByRole("button", { name: "Use the copy" }));
    await heading("Sign in");
  });

  it("offers the copy of a key file that a sign-in finds forged", async () => {
    const { user } = open("locked", { kind: "keysCopy", fault: "forged" });
    await heading("Sign in");
    const passphrase = screen.getByLabelText("Passphrase");
    await user.type(passphrase, `${PASSPHRASE}{Enter}`);
    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toContain("Something other than Fairhold changed the key file.");
    await user.click(within(alert).getByRole("button", { name: "Use the copy" }));
    await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
    await user.type(passphrase, `${PASSPHRASE}{Enter}`);
    await heading("Today");
  });

  it("opens an earlier database only when told to, without the passphrase typed again", async () => {
    const { user } = open("locked", { kind: "rolledBack", expected: 40, found: 31 });
    await heading("Sign in");
    await user.type(screen.getByLabelText("Passphrase"), `${PASSPHRASE}{Enter}`);
    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toContain("31 entries and had 40");
    await user.click(within(alert).getByRole("button", { name: "Open it as it is" }));
    await heading("Today");
  });

  it("drops everything when the program locks", async () => {
    const { user } = open("open");
    await heading("Today");
    await user.click(screen.getByRole("button", { name: "Lock" }));
    await heading("Sign in");
    expect(screen.queryByText("What needs you")).toBeNull();
  });

  it("names the place in the title, never a person", async () => {
    open("open");
    await heading("Today");
    expect(document.title).toBe("Today · Fairhold");
  });

  it("goes by keyboard, and shows the table of keys", async () => {
    const { user } = open("open");
    await heading("Today");
    await user.keyboard("gc");
    await heading("Candidates");
    await waitFor(() => expect(document.activeElement?.textContent).toBe("Candidates"));
    await user.keyboard("?");
    const sheet = await screen.findByRole("dialog", { name: "Keyboard shortcuts" });
    expect(within(sheet).getByText("Find a candidate, place or action")).toBeTruthy();
  });

  it("rejects the people selected, and takes it back", async () => {
    const { user, fake } = open("open");
    window.location.hash = "#/candidates";
    await heading("Candidates");
    const live = () =>
      [...fake.store.candidates.values()].filter(({ applications }) =>
        applications.some(({ outcome }) => outcome === null),
      ).length;
    const before = live();
    const grid = await screen.findByRole("grid");
    const [, first] = await within(grid).findAllByRole("row");
    first?.focus();
    await user.keyboard(" ");
    await user.click(screen.getByRole("button", { name: "Reject 1 person" }));
    const dialog = await screen.findByRole("dialog", { name: "Reject 1 person" });
    await user.click(within(dialog).getByRole("radio", { name: "Not enough experience" }));
    await user.click(within(dialog).getByRole("button", { name: "Reject 1 person" }));
    await waitFor(() => expect(live()).toBe(before - 1));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    await user.keyboard("{Control>}z{/Control}");
    await waitFor(() => expect(live()).toBe(before));
  });
});
