/** A day of the calendar as ISO 8601: "2026-11-28". */
export type IsoDay = string;

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether it is a day that the calendar has. */
export function isDay(text: string): boolean {
  const parts = ISO_DAY.exec(text);
  return parts !== null && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
}

/** The day so many days later, or before. */
export function addDays(day: IsoDay, days: number): IsoDay {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** When a day begins in a time zone; in the browser's own if none is given. */
export function dayStart(day: IsoDay, timeZone: string | undefined): Date {
  const [, year = "", month = "", date = ""] = ISO_DAY.exec(day) ?? [];
  if (timeZone === undefined) return new Date(Number(year), Number(month) - 1, Number(date));
  const wall = Date.parse(`${day}T00:00:00Z`);
  // Once for the zone's offset there, and once more where the clocks were changed in between.
  const guess = wall - offset(wall, timeZone);
  return new Date(wall - offset(guess, timeZone));
}

/** How far the clocks of a time zone are before UTC at an instant, in milliseconds. */
function offset(instant: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat("sv", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  return Date.parse(`${format.format(instant).replace(" ", "T")}Z`) - Math.trunc(instant / 1000) * 1000;
}
