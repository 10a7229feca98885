import type { Answers } from "./fake";
import { ONE_PIXEL } from "./recordCommands";

const DONE = { undo: null };

/** The fake's answers about roles, training, conflicts and the access review: everyone is trained, nothing is kept. */
export function accessCommands() {
  return {
    change_role: () => ({ given: [], taken: [] }),
    name_director: () => ({ given: [], taken: [] }),
    give_compartment: () => DONE,
    take_compartment: () => DONE,
    reset_passphrase: () => ({ lost: [] }),
    export_access_review: () => ({ saved: true }),
    change_passphrase: () => DONE,
    remove_account: () => DONE,
    make_recovery_sheet: () => ({ groups: Array.from({ length: 14 }, () => "7KQ2") }),
    confirm_recovery_sheet: () => DONE,
    end_part: () => DONE,
    grant_audit: () => DONE,
    record_training: () => DONE,
    my_training: () => ({
      access: true,
      through: "2028-11-02",
      warnFrom: "2028-09-03",
      because: null,
      held: [],
      ask: [],
    }),
    declare_conflict: () => DONE,
    withdraw_conflict: () => DONE,
    access_policy: () => ({
      panelGraceDays: 14,
      auditorDays: 90,
      trainingMonths: 24,
      trainingGraceDays: 0,
    }),
    set_access_policy: () => DONE,
    bank_holidays: () => ({ nation: "england-and-wales" as const, until: "2028-12-31" }),
    set_bank_holidays: () => DONE,
    who_can_see: () => ({ rows: [], conflicts: [] }),
    what_can_see: () => ({
      role: "member" as const,
      roleUntil: null,
      ways: [],
      parts: [],
      sealed: [],
      nothing: null,
    }),
    why_not: () => ({ because: null }),
    list_sealed: () => ({ compartments: [], recordable: [] }),
    equality_form: () => ({ questions: [{ question: "sex", answers: ["female", "male"] }] }),
    add_sealed: () => DONE,
    open_sealed: () => ({
      content: { kind: "adjustments", adjustments: ["extraTime"], details: "" },
      maySaveCopy: false,
    }),
    erase_sealed: () => DONE,
    add_copy: () => ({ added: 1, notTaken: [] }),
    show_copy: () => ({ kind: "page" as const, pages: 1, picture: ONE_PIXEL }),
    save_copy: () => ({ saved: true }),
  } satisfies Partial<Answers>;
}
