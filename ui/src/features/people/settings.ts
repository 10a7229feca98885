import type { AccessPolicy } from "../../ipc/generated/bindings";

/** A setting about access: its bounds, and what it is until somebody sets another value. */
export interface Setting {
  id: keyof AccessPolicy;
  least: number;
  most: number;
  usual: number;
}

/** The settings, as RULEBOOK §15 bounds them. */
export const SETTINGS: readonly Setting[] = [
  { id: "panelGraceDays", least: 0, most: 30, usual: 14 },
  { id: "auditorDays", least: 1, most: 90, usual: 90 },
  { id: "trainingMonths", least: 6, most: 24, usual: 24 },
  { id: "trainingGraceDays", least: 0, most: 30, usual: 0 },
];

/** The settings while they are typed: a field may be empty. */
export type Draft = { [K in keyof AccessPolicy]: number | null };

/** The settings that are missing or out of bounds. */
export function problemsOf(draft: Draft): Setting[] {
  return SETTINGS.filter(({ id, least, most }) => {
    const value = draft[id];
    return value === null || value < least || value > most;
  });
}

/** What was typed, with what stands now where a field is empty. */
export function filled(draft: Draft, policy: AccessPolicy): AccessPolicy {
  return {
    panelGraceDays: draft.panelGraceDays ?? policy.panelGraceDays,
    auditorDays: draft.auditorDays ?? policy.auditorDays,
    trainingMonths: draft.trainingMonths ?? policy.trainingMonths,
    trainingGraceDays: draft.trainingGraceDays ?? policy.trainingGraceDays,
  };
}
