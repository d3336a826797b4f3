import { expect, test } from "vitest";
import type { HassLocale } from "../ha/hass.js";
import { Formats } from "./format.js";

const LOCALE: HassLocale = {
  language: "en",
  number_format: "language",
  time_format: "language",
  date_format: "language",
  first_weekday: "language",
  time_zone: "server",
};

function formats(language = "en", changes: Partial<HassLocale> = {}): Formats {
  return new Formats(language, { ...LOCALE, ...changes }, "Europe/Berlin");
}

const INSTANT = "2026-11-28T23:30:05+00:00";

test("instants are told by the clock of the house, or of the person", () => {
  expect(formats("de").time(INSTANT)).toBe("00:30");
  expect(formats("de").isoDay(INSTANT)).toBe("2026-11-29");
  expect(formats("en", { time_zone: "local" }).timeZone).toBeUndefined();
});

test.each([
  ["12", "12:30"],
  ["24", "00:30"],
] as const)("a clock of %s hours", (time_format, begin) => {
  expect(formats("en", { time_format }).time(INSTANT)).toContain(begin);
});

test.each([
  ["comma_decimal", "1,234.5"],
  ["decimal_comma", "1.234,5"],
  ["none", "1234.5"],
] as const)("numbers as %s", (number_format, text) => {
  expect(formats("en", { number_format }).number(1234.5, 1)).toBe(text);
});

test.each([
  ["DMY", "29/11/2026"],
  ["MDY", "11/29/2026"],
  ["YMD", "2026-11-29"],
] as const)("dates as %s", (date_format, text) => {
  expect(formats("en", { date_format }).date(INSTANT)).toBe(text);
});

test("durations and sizes have the unit that fits", () => {
  const all = [210, 3_200, 180_000, 5_400_000, 20_000_000].map((length) => formats().duration(length));
  expect(all).toEqual(["210 ms", "3.2 sec", "3 min", "90 min", "5.6 hr"]);
  expect([12, 128_000, 2_500_000].map((size) => formats().bytes(size))).toEqual(["12 byte", "128 kB", "2.5 MB"]);
});

test("how long ago it was", () => {
  const now = new Date("2026-11-28T23:33:05Z");
  expect(formats().relative(INSTANT, now)).toBe("3 minutes ago");
  expect(formats("pl").relative("2026-11-30T23:33:05Z", now)).toBe("pojutrze");
  expect(formats().relative(now, now)).toBe("now");
});
