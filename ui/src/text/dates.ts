import { say } from "./text";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** A day as one reads it: `2026-11-23` becomes `23 Nov 2026`. */
export function showDate(date: string): string {
  const [year, month, day] = date.slice(0, 10).split("-").map(Number);
  const name = month === undefined ? undefined : MONTHS[month - 1];
  return name === undefined ? date : `${day} ${name} ${year}`;
}

/** The month of a day as one reads it: `2026-11-23` becomes `Nov 2026`. */
export function showMonth(date: string): string {
  return showDate(date).split(" ").slice(1).join(" ");
}

/** An instant on the London clock: `23 Nov 2026, 14:03`. */
export function showDateTime(instant: string): string {
  const { date, time } = londonParts(instant);
  return `${showDate(date)}, ${time}`;
}

/** The time of day of an instant on the London clock: `14:03`. */
export function showTime(instant: string): string {
  return londonParts(instant).time;
}

/** The day of an instant on the London calendar: `2026-11-23`. */
export function londonDay(instant: string): string {
  return londonParts(instant).date;
}

/** The words of a days-left chip: late, today, tomorrow, so many days. */
export function daysLeft(days: number): string {
  return say("components-days-left", { days, late: -days, state: daysState(days) });
}

function daysState(days: number): string {
  if (days < 0) return "late";
  if (days === 0) return "today";
  return days === 1 ? "tomorrow" : "left";
}

/** Days from one date to another, both `YYYY-MM-DD`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / 86_400_000);
}

function londonParts(instant: string): { date: string; time: string } {
  const parts = new Map(clock.formatToParts(new Date(instant)).map((p) => [p.type, p.value]));
  return {
    date: `${parts.get("year")}-${parts.get("month")}-${parts.get("day")}`,
    time: `${parts.get("hour")}:${parts.get("minute")}`,
  };
}

/** The last of so many days, the first one included. */
export function lastDayWithin(first: string, days: number): string {
  const day = new Date(`${first}T00:00Z`);
  day.setUTCDate(day.getUTCDate() + days - 1);
  return day.toISOString().slice(0, 10);
}
