import { href } from "../../app/address.js";

/** How much one sees at once. */
export const VIEWS = ["day", "week", "month"] as const;
export type View = (typeof VIEWS)[number];

/** What of the calendar one looks at. Days are those of the house's calendar, as "2026-11-28". */
export interface Viewing {
  readonly view: View;
  readonly day: string;
}

const LENGTH = 86_400_000;

/** Understand an address; what it does not say, or says wrongly, is today's. */
export function viewingOf(query: URLSearchParams, today: string): Viewing {
  const view = VIEWS.find((one) => one === query.get("view")) ?? "day";
  const day = query.get("day") ?? "";
  return { view, day: isDay(day) && day <= today ? day : today };
}

/** Write an address; what goes without saying is left out, so that today's stays today's tomorrow. */
export function addressOf({ view, day }: Viewing, today: string): string {
  return href("today", undefined, {
    view: view === "day" ? undefined : view,
    day: day === today ? undefined : day,
  });
}

/** The one before or after. Undefined: it lies wholly in the future. */
export function step({ view, day }: Viewing, by: 1 | -1, today: string, firstWeekday: number): Viewing | undefined {
  const to = { day: addDays(day, by), week: addDays(day, 7 * by), month: addMonth(day, by) }[view];
  if (daysOf({ view, day: to }, firstWeekday)[0] > today) return undefined;
  return { view, day: earlier(to, today) };
}

/** The first and the last day of what one looks at. */
export function daysOf({ view, day }: Viewing, firstWeekday: number): readonly [string, string] {
  switch (view) {
    case "day":
      return [day, day];
    case "week": {
      const first = weekBegins(day, firstWeekday);
      return [first, addDays(first, 6)];
    }
    case "month": {
      const first = `${day.slice(0, 8)}01`;
      return [first, addDays(addMonth(first, 1), -1)];
    }
  }
}

/** The weeks that a month lies in, each with its seven days; the first and the last reach into other months. */
export function weeksOfMonth(day: string, firstWeekday: number): readonly (readonly string[])[] {
  const [first, last] = daysOf({ view: "month", day }, firstWeekday);
  const weeks: string[][] = [];
  for (let begin = weekBegins(first, firstWeekday); begin <= last; begin = addDays(begin, 7)) {
    weeks.push(weekOf(begin));
  }
  return weeks;
}

/** The seven days that begin with one. */
export function weekOf(first: string): string[] {
  return Array.from({ length: 7 }, (_, number) => addDays(first, number));
}

export function addDays(day: string, count: number): string {
  return iso(Date.parse(day) + count * LENGTH);
}

export function earlier(day: string, other: string): string {
  if (day < other) return day;
  return other;
}

/** The day that it is now in a time zone. */
export function dayIn(timeZone: string, now: Date = new Date()): string {
  return new Intl.DateTimeFormat("sv", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(now);
}

/** The first day of the month before or after: a month has no 31st day for certain. */
function addMonth(day: string, by: 1 | -1): string {
  const date = new Date(day);
  return iso(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + by, 1));
}

function weekBegins(day: string, firstWeekday: number): string {
  return addDays(day, -((new Date(day).getUTCDay() - firstWeekday + 7) % 7));
}

function iso(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

function isDay(text: string): boolean {
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  // "2026-02-31" is understood as a day of March by some browsers.
  return !Number.isNaN(instant) && iso(instant) === text;
}
