import type {
  PeriodUnit,
  PeriodView,
  PolicyPeriod,
  PolicyValues,
  PolicyVersionView,
} from "../generated/bindings";
import type { Answers } from "./fake";
import { type Fake, refuse } from "./fakeState";
import { eraseOn, NOW, TODAY } from "./model";
import { addDays } from "./people";
import { nameOf, whyOf } from "./views";

type Policy = Pick<Answers, "retention_policy" | "what_if_policy" | "set_retention_policy">;

const USUAL: PolicyValues = {
  unsuccessfulMonths: 6,
  staleMonths: 6,
  permissionMonths: 12,
  permissionReminderDays: 30,
  holdReviewMonths: 3,
  criminalRecordMonths: 6,
  healthMonths: 0,
  recordingMonths: 1,
  deviceDays: 30,
  hiredGraceDays: 30,
  prospectMonths: 6,
};

type Bounds = [PolicyPeriod, PeriodUnit, number, number, string];

const OFFERED: Bounds[] = [
  ["unsuccessfulMonths", "months", 1, 6, "RET-02"],
  ["prospectMonths", "months", 1, 6, "RET-14"],
  ["hiredGraceDays", "days", 0, 90, "RET-13"],
  ["criminalRecordMonths", "months", 0, 6, "RET-10"],
  ["healthMonths", "months", 0, 6, "C11"],
  ["permissionMonths", "months", 1, 24, "RET-03"],
  ["permissionReminderDays", "days", 7, 60, "CON-06"],
  ["holdReviewMonths", "months", 1, 6, "RET-06"],
];

const PROMISED: PolicyPeriod[] = [
  "unsuccessfulMonths",
  "prospectMonths",
  "criminalRecordMonths",
  "healthMonths",
];

/** The fake's answers about the organisation's periods. Setting them moves nobody's date here. */
export function policyCommands(fake: Fake): Policy {
  const versions: { values: PolicyValues; view: PolicyVersionView }[] = [
    {
      values: USUAL,
      view: {
        version: 1,
        inUseFrom: "2026-01-05",
        setBy: null,
        setAt: NOW,
        reason: null,
        changes: [],
      },
    },
  ];
  const latest = () => versions[0]?.values ?? USUAL;

  return {
    retention_policy: () => ({
      version: versions.length,
      values: latest(),
      periods: OFFERED.map((bounds) => periodOf(bounds, latest())),
      versions: versions.map(({ view }) => view),
      maySet: fake.may().includes("manageAccounts"),
    }),
    what_if_policy: ({ values }) => whatIf(fake, latest(), values),
    set_retention_policy: ({ version, values, reason }) => {
      if (version !== versions.length) return refuse({ code: "stale" });
      const before = latest();
      versions.unshift({
        values,
        view: {
          version: version + 1,
          inUseFrom: TODAY,
          setBy: "Rowan Ellis",
          setAt: NOW,
          reason,
          changes: OFFERED.filter(([period]) => values[period] !== before[period]).map(
            ([period, unit]) => ({
              period,
              unit,
              before: before[period],
              after: values[period],
            }),
          ),
        },
      });
      fake.emit("changed", null);
      return { undo: null };
    },
  };
}

function periodOf([period, unit, least, most, rule]: Bounds, values: PolicyValues): PeriodView {
  return {
    period,
    unit,
    least,
    most,
    rule,
    length: values[period],
    usual: USUAL[period],
    promised: PROMISED.includes(period),
    longerNeedsReason: period !== "permissionReminderDays",
    keeps: OFFERED.findIndex(([one]) => one === period) < 5,
  };
}

function whatIf(fake: Fake, before: PolicyValues, after: PolicyValues) {
  const shorter = Math.max(0, before.unsuccessfulMonths - after.unsuccessfulMonths);
  const people = [...fake.store.candidates.values()].map((one) => {
    const now = eraseOn(one);
    return { one, now, tried: now === null ? null : addDays(now, -30 * shorter) };
  });
  const isDue = (day: string | null) => day !== null && day <= TODAY;
  const dated = people.filter(({ now }) => now !== null);
  const sooner = shorter === 0 ? 0 : dated.length;
  const dueThen = people.filter(({ tried }) => isDue(tried));
  const goes = dueThen.filter(({ now }) => !isDue(now));
  const within = (day: string | null, from: string) =>
    day !== null && day >= from && day < addDays(from, 7);
  return {
    people: people.length,
    dueNow: people.filter(({ now }) => isDue(now)).length,
    dueThen: dueThen.length,
    sooner,
    later: 0,
    same: people.length - sooner,
    rules: [
      { rule: "RET-02", dueThen: dueThen.length, sooner, later: 0, same: dated.length - sooner },
    ],
    weeks: Array.from({ length: 26 }, (_, week) => {
      const from = addDays(TODAY, 1 + week * 7);
      return {
        from,
        now: people.filter(({ now }) => within(now, from)).length,
        tried: people.filter(({ tried }) => within(tried, from)).length,
      };
    }),
    goes: goes.slice(0, 50).map(({ one, now }) => ({
      candidate: one.id,
      name: nameOf(one),
      now,
      because: whyOf(one),
    })),
    goesTotal: goes.length,
  };
}
