import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { setLetters } from "../../app/letters";
import { makeQueryClient } from "../../ipc/queries";
import { Grid } from "./Grid";
import type { GridSource, Selection } from "./types";

interface Row {
  id: string;
}

const TOTAL = 5000;

function rowsFrom(start: number, count: number): Row[] {
  return Array.from({ length: count }, (_, place) => ({ id: `row ${start + place}` }));
}

function source(read = vi.fn(async (start: number, count: number) => rowsFrom(start, count))) {
  return { key: 1, question: "all", total: TOTAL, first: rowsFrom(0, 100), read };
}

function Page({ from, onOpen }: { from: GridSource<Row>; onOpen: (row: Row) => void }) {
  const [selection, setSelection] = useState<Selection<Row>>(new Map());
  return (
    <>
      <Grid
        label="Rows"
        columns={[{ id: "id", label: "Id", min: 10, grow: 1, cell: (row: Row) => row.id }]}
        source={from}
        rowKey={(row) => row.id}
        rowName={(row) => row.id}
        onOpen={onOpen}
        selection={selection}
        onSelect={setSelection}
      />
      <p role="status">{selection.size}</p>
    </>
  );
}

function show(from: GridSource<Row> = source()) {
  const onOpen = vi.fn();
  const client = makeQueryClient(() => undefined);
  render(
    <QueryClientProvider client={client}>
      <Page from={from} onOpen={onOpen} />
    </QueryClientProvider>,
  );
  return { user: userEvent.setup(), onOpen };
}

const focused = () => document.activeElement?.getAttribute("aria-rowindex");
const selected = () => screen.getByRole("status").textContent;

async function intoRows(user: ReturnType<typeof userEvent.setup>) {
  // The first stop is the box that selects all, the second the rows.
  await user.tab();
  await user.tab();
}

describe("the grid", () => {
  beforeEach(() => setLetters(true));

  it("tells how many rows there are and where each stands", async () => {
    show();
    expect(screen.getByRole("grid").getAttribute("aria-rowcount")).toBe(String(TOTAL + 1));
    const row = await screen.findByRole("row", { name: "row 0" });
    expect(row.getAttribute("aria-rowindex")).toBe("2");
  });

  it("is one stop for Tab, and moves with arrows and letters", async () => {
    const { user } = show();
    await intoRows(user);
    expect(focused()).toBe("2");
    await user.keyboard("{ArrowDown}jj");
    expect(focused()).toBe("5");
    await user.keyboard("k{ArrowUp}");
    expect(focused()).toBe("3");
  });

  it("leaves letters alone once they are switched off", async () => {
    const { user } = show();
    setLetters(false);
    await intoRows(user);
    await user.keyboard("jj");
    expect(focused()).toBe("2");
  });

  it("stops at both ends", async () => {
    const { user } = show();
    await intoRows(user);
    await user.keyboard("{ArrowUp}");
    expect(focused()).toBe("2");
  });

  it("opens the row with the focus", async () => {
    const { user, onOpen } = show();
    await intoRows(user);
    await user.keyboard("j{Enter}");
    expect(onOpen).toHaveBeenCalledWith({ id: "row 1" });
  });

  it("selects one, then a range", async () => {
    const { user } = show();
    await intoRows(user);
    await user.keyboard(" ");
    expect(selected()).toBe("1");
    await user.keyboard("{Shift>}{ArrowDown}{ArrowDown}{/Shift}");
    expect(selected()).toBe("3");
    await user.keyboard("{Escape}");
    expect(selected()).toBe("0");
  });

  it("selects everything that matches, reading what was not in view", async () => {
    const from = source();
    const { user } = show(from);
    await intoRows(user);
    await user.keyboard("{Control>}a{/Control}");
    await waitFor(() => expect(selected()).toBe(String(TOTAL)));
    expect(from.read).toHaveBeenCalledWith(4800, 200);
  });
});
