import { screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { renderScreen } from "../ipc/testing/renderScreen";
import { say } from "../text/text";
import { HelpPanel } from "./HelpPanel";
import { NAV } from "./nav";
import { Palette } from "./Palette";
import { Tour } from "./Tour";
import { zoomAfter } from "./zoom";

it("has words to explain every place", () => {
  for (const place of NAV.flatMap(({ holds }) => holds)) {
    expect(say(`help-${place}`), place).not.toBe(`help-${place}`);
  }
});

it("explains the place one is in, in paragraphs", async () => {
  renderScreen(<HelpPanel at="retention" onClose={() => undefined} />);
  const dialog = await screen.findByRole("dialog", { name: "About this page" });
  expect(dialog.querySelectorAll("p").length).toBeGreaterThan(3);
});

it("goes larger and smaller in steps, and stays within what there is", () => {
  expect(zoomAfter("+", 100)).toBe(110);
  expect(zoomAfter("=", 200)).toBe(200);
  expect(zoomAfter("-", 150)).toBe(125);
  expect(zoomAfter("_", 100)).toBe(100);
  expect(zoomAfter("0", 175)).toBe(100);
  expect(zoomAfter("a", 175)).toBeUndefined();
});

it("goes round the sample organisation, and remembers that it did", async () => {
  const page = (
    <>
      <p>The page</p>
      <Tour />
    </>
  );
  const { user, fake } = renderScreen(page, {}, { sample: true });
  await screen.findByText("The page");
  expect(screen.queryByRole("complementary")).toBeNull();
  fake.tourSeen = false;
  fake.emit("changed", null);
  await user.click(await screen.findByRole("button", { name: "Show me round" }));
  expect(window.location.hash).toBe("#/today");
  for (let step = 0; step < 5; step++) {
    await user.click(screen.getByRole("button", { name: "Next" }));
  }
  expect(window.location.hash).toBe("#/accountability");
  await user.click(screen.getByRole("button", { name: "Finish the tour" }));
  await waitFor(() => expect(screen.queryByText(/what an auditor/i)).toBeNull());
  expect(fake.tourSeen).toBe(true);
});

it("teaches in the palette the keys that do the same", async () => {
  const { user } = renderScreen(
    <Palette onClose={() => undefined} onRun={() => undefined} onDialog={() => undefined} />,
  );
  await screen.findByRole("dialog");
  for (const [typed, keys] of [
    ["go to pipeline", "g f"],
    ["explain", "F1"],
    ["add a candidate from", "n"],
    ["everything larger", "Ctrl +"],
  ]) {
    await user.clear(screen.getByRole("combobox", { name: "Find or go" }));
    await user.type(screen.getByRole("combobox", { name: "Find or go" }), typed ?? "");
    const [found] = await screen.findAllByRole("option");
    expect(found?.textContent?.replaceAll(/\s/g, ""), typed).toContain(keys?.replace(" ", ""));
  }
});
