import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import type { BackupId, BackupRow } from "../../ipc/generated/bindings";
import { renderScreen } from "../../ipc/testing/renderScreen";
import { Backups } from "./Backups";

const backup = (more: Partial<BackupRow>): BackupRow => ({
  backup: "backup-1" as BackupId,
  madeAt: "2026-11-20T09:30:00Z",
  by: "Hana",
  bytes: 12_340_000,
  path: "/media/stick/one.fairhold-backup",
  beyondUseUntil: "2026-12-25",
  overdue: false,
  ...more,
});

it("lists each with its size and the day until which it is kept", async () => {
  renderScreen(<Backups />, {
    list_backups: () => ({ rows: [backup({})], days: 35, mayMake: true }),
  });
  const table = await screen.findByRole("table", { name: "Backups that are known" });
  expect(within(table).getByText("12.3 MB")).toBeDefined();
  expect(within(table).getByText("25 Dec 2026")).toBeDefined();
});

it("makes one where the dialog said, and says so", async () => {
  const view = renderScreen(<Backups />, {
    list_backups: () => ({ rows: [], days: 35, mayMake: true }),
    make_backup: () => ({ made: backup({}) }),
  });
  await view.user.click(await screen.findByRole("button", { name: "Make a backup" }));
  expect(await screen.findByRole("group", { name: "The backup was made" })).toBeDefined();
  expect(view.asks("make_backup")).toHaveLength(1);
});

it("says nothing where the dialog was closed", async () => {
  const view = renderScreen(<Backups />, {
    list_backups: () => ({ rows: [], days: 35, mayMake: true }),
    make_backup: () => ({ made: null }),
  });
  await view.user.click(await screen.findByRole("button", { name: "Make a backup" }));
  expect(screen.queryByRole("group", { name: "The backup was made" })).toBeNull();
});

it("shows who may only look no way to make or delete one", async () => {
  renderScreen(<Backups />, {
    list_backups: () => ({ rows: [backup({ overdue: true })], days: 35, mayMake: false }),
  });
  expect(await screen.findByText("Overdue: its folder is not there")).toBeDefined();
  expect(screen.queryByRole("button")).toBeNull();
});

it("deletes one only after asking", async () => {
  const view = renderScreen(<Backups />, {
    list_backups: () => ({ rows: [backup({})], days: 35, mayMake: true }),
    forget_backup: () => ({ undo: null }),
  });
  await view.user.click(await screen.findByRole("button", { name: "Delete…" }));
  expect(view.asks("forget_backup")).toHaveLength(0);
  const dialog = within(await screen.findByRole("dialog"));
  await view.user.click(dialog.getByRole("button", { name: "Delete backup" }));
  expect(view.asks("forget_backup").at(-1)?.request).toEqual({ backup: "backup-1" });
});
