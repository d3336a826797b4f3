import { expect, test } from "vitest";
import { addDays, dayStart, isDay } from "./days.js";

test.each([
  ["2026-11-28", "Europe/Berlin", "2026-11-27T23:00:00.000Z"],
  ["2026-07-01", "Europe/Berlin", "2026-06-30T22:00:00.000Z"],
  // The days on which the clocks are changed.
  ["2026-03-29", "Europe/Berlin", "2026-03-28T23:00:00.000Z"],
  ["2026-03-30", "Europe/Berlin", "2026-03-29T22:00:00.000Z"],
  ["2026-10-25", "Europe/Berlin", "2026-10-24T22:00:00.000Z"],
  ["2026-10-26", "Europe/Berlin", "2026-10-25T23:00:00.000Z"],
  ["2026-11-28", "America/Los_Angeles", "2026-11-28T08:00:00.000Z"],
  ["2026-11-28", "Asia/Kathmandu", "2026-11-27T18:15:00.000Z"],
  ["2026-11-28", "UTC", "2026-11-28T00:00:00.000Z"],
])("%s begins in %s at %s", (day, zone, instant) => {
  expect(dayStart(day, zone).toISOString()).toBe(instant);
});

test("without a time zone it is the browser's", () => {
  expect(dayStart("2026-11-28", undefined)).toEqual(new Date(2026, 10, 28));
});

test("days follow one another over months and years", () => {
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
});

test.each(["", "2026-02-30", "2026-11-28T00:00", "yesterday", "2026-1-1"])("%j is no day", (text) => {
  expect(isDay(text)).toBe(false);
});

test("a day is one", () => {
  expect(isDay("2028-02-29")).toBe(true);
});
