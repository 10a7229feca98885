import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Board, VacancyId } from "../../ipc/generated/bindings";
import { makeFakeTransport } from "../../ipc/testing/fake";
import { renderScreen } from "../../ipc/testing/renderScreen";
import { VacancyScreen } from "./VacancyScreen";

const vacancy = "vacancy-1" as VacancyId;

async function firstCard(column: RegExp) {
  const found = await screen.findByRole("region", { name: column });
  const [card] = within(found).getAllByRole("link");
  if (card === undefined) throw new Error("no card in the column");
  return card;
}

it("moves a card to the next stage by key, and the focus goes with it", async () => {
  const { user, asks } = renderScreen(<VacancyScreen id={vacancy} tab="board" />);
  const card = await firstCard(/^Applied,/);
  const id = card.id;
  card.focus();
  await user.keyboard("{Shift>}{ArrowRight}{/Shift}");

  await waitFor(() => expect(asks("move_applications")).toHaveLength(1));
  expect(asks("move_applications")[0]?.request).toEqual({
    applications: [id.replace("card-", "")],
    to: "sift",
  });
  await waitFor(() => expect(document.activeElement?.id).toBe(id));
  const sift = screen.getByRole("region", { name: /^Sift,/ });
  expect(sift.contains(document.activeElement)).toBe(true);
});

it("says so at the first stage instead of moving", async () => {
  const { user, asks } = renderScreen(<VacancyScreen id={vacancy} tab="board" />);
  (await firstCard(/^Applied,/)).focus();
  await user.keyboard("[[");

  expect(await screen.findByText("Applied is the first stage")).toBeDefined();
  expect(asks("move_applications")).toHaveLength(0);
});

it("offers every stage and every way to end in the card's menu", async () => {
  const { user } = renderScreen(<VacancyScreen id={vacancy} tab="board" />);
  const card = await firstCard(/^Applied,/);
  const menu = within(card.parentElement as HTMLElement).getByRole("button", { name: /^Move / });
  await user.click(menu);
  const items = screen.getAllByRole("menuitem").map((item) => item.textContent);
  expect(items).toEqual([
    "Move to Sift",
    "Move to Shortlisted",
    "Move to Interview",
    "Move to Offer",
    "Reject…",
    "Record as withdrawn…",
    "Record offer declined…",
    "Record as hired…",
  ]);
});

it("says once why names are withheld where cards show aliases", async () => {
  const fake = makeFakeTransport({ people: 250, standing: "open" });
  const { user } = renderScreen(<VacancyScreen id={vacancy} tab="board" />, {
    read_board: async (request) => {
      const board = (await fake.invoke("read_board", request)) as Board;
      for (const card of board.columns.flatMap(({ cards }) => cards)) card.blind = true;
      return board;
    },
    why_not: () => ({ because: { rule: "ACC-01", sentence: "Shortlisted without names." } }),
  });
  await user.click(
    await screen.findByRole("button", { name: "Why can’t I see this? Names are withheld." }),
  );
  expect(await screen.findByText("Shortlisted without names.", { exact: false })).toBeDefined();
});
