import { screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import type { CandidateId } from "../../ipc/generated/bindings";
import { renderScreen } from "../../ipc/testing/renderScreen";
import { CandidateScreen } from "./CandidateScreen";

it("keeps what was typed when someone else was quicker, and saves over the newer version", async () => {
  const id = "candidate-1" as CandidateId;
  const { user, fake, asks } = renderScreen(<CandidateScreen id={id} />);
  await user.click(await screen.findByRole("button", { name: "Edit details" }));
  const family = await screen.findByRole("textbox", { name: /Family name/ });
  await user.clear(family);
  await user.type(family, "Newname");

  const theirs = fake.store.candidates.get(id);
  if (theirs === undefined) throw new Error("no such candidate");
  Object.assign(theirs, { revision: theirs.revision + 1 });
  await user.click(screen.getByRole("button", { name: "Save changes" }));

  expect(await screen.findByText("Someone changed this while you were typing")).toBeDefined();
  expect(screen.getByDisplayValue("Newname")).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Save changes" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(asks("edit_candidate")).toHaveLength(2);
  expect(fake.store.candidates.get(id)?.details.name.family).toBe("Newname");
});
