import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import type { PassphraseRating, RatePassphrase } from "../ipc/generated/bindings";
import { replaceTransport } from "../ipc/transport";
import { NewPassphraseField } from "./NewPassphraseField";

function open(answer: PassphraseRating) {
  const asked: RatePassphrase[] = [];
  replaceTransport({
    invoke: (_name, request) => {
      asked.push(request as RatePassphrase);
      return Promise.resolve(answer);
    },
    listen: () => () => undefined,
  });
  render(<Field />);
  return { user: userEvent.setup(), asked };
}

function Field() {
  const [value, setValue] = useState("");
  return (
    <NewPassphraseField
      label="Passphrase"
      hint="Four words"
      value={value}
      onChange={setValue}
      person="Robin"
      organisation="Hansard House"
    />
  );
}

describe("the field for a new passphrase", () => {
  it("asks once there is a pause, not with every key, and says the answer in words", async () => {
    const { user, asked } = open({ strength: "guessable", hint: "Names are tried first." });
    await user.type(screen.getByLabelText("Passphrase"), "robin robin robin");
    const said = await screen.findByText("Easy to guess.");
    expect(asked).toEqual([
      { passphrase: "robin robin robin", name: "Robin", organisation: "Hansard House" },
    ]);
    expect(said.closest("[aria-live=polite]")?.textContent).toContain("Names are tried first.");
  });

  it("takes its words back when nothing is typed any more", async () => {
    const { user } = open({ strength: "strong", hint: null });
    const field = screen.getByLabelText("Passphrase");
    await user.type(field, "copper lantern tidal orchard");
    await screen.findByText("Very hard to guess.");
    await user.clear(field);
    expect(screen.queryByText("Very hard to guess.")).toBeNull();
  });
});
