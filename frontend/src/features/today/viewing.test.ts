// @vitest-environment node
import { describe, expect, test } from "vitest";
import { addressOf, dayIn, daysOf, step, viewingOf, weeksOfMonth } from "./viewing.js";

const TODAY = "2026-11-28"; // a Saturday
const MONDAY = 1;
const SUNDAY = 0;

const at = (search: string) => viewingOf(new URLSearchParams(search), TODAY);

describe("an address", () => {
  test("without anything is today", () => expect(at("")).toEqual({ view: "day", day: TODAY }));

  test("says the view and the day", () => {
    expect(at("view=week&day=2026-11-20")).toEqual({ view: "week", day: "2026-11-20" });
  });

  test.each(["day=tomorrow", "day=2026-02-31", "day=2026-11-29", "day=2026-11-28T00:00", "view=year"])(
    "that says %s is today's",
    (search) => expect(at(search)).toEqual({ view: "day", day: TODAY }),
  );

  test("leaves out what goes without saying", () => {
    expect(addressOf({ view: "day", day: TODAY }, TODAY)).toBe("/earshot/today");
    expect(addressOf({ view: "month", day: "2026-10-01" }, TODAY)).toBe("/earshot/today?view=month&day=2026-10-01");
  });
});

describe("a step", () => {
  test("from day to day goes over the end of a year", () => {
    expect(step({ view: "day", day: "2026-01-01" }, -1, TODAY, MONDAY)?.day).toBe("2025-12-31");
  });

  test("from day to day goes over a change of clocks", () => {
    expect(step({ view: "day", day: "2026-10-25" }, 1, TODAY, MONDAY)?.day).toBe("2026-10-26");
  });

  test("by a month does not skip a short one", () => {
    expect(step({ view: "month", day: "2026-03-31" }, -1, TODAY, MONDAY)?.day).toBe("2026-02-01");
  });

  test("leads nowhere where everything lies in the future", () => {
    expect(step({ view: "day", day: TODAY }, 1, TODAY, MONDAY)).toBeUndefined();
    expect(step({ view: "month", day: TODAY }, 1, TODAY, MONDAY)).toBeUndefined();
    expect(step({ view: "week", day: TODAY }, 1, TODAY, MONDAY)).toBeUndefined();
  });

  test("into the week of today ends today", () => {
    expect(step({ view: "week", day: "2026-11-22" }, 1, TODAY, MONDAY)?.day).toBe(TODAY);
  });

  test("of a week keeps to the person's week", () => {
    // 22 November is a Sunday: the last day of the one's week, the first of the other's.
    expect(daysOf({ view: "week", day: "2026-11-22" }, MONDAY)).toEqual(["2026-11-16", "2026-11-22"]);
    expect(daysOf({ view: "week", day: "2026-11-22" }, SUNDAY)).toEqual(["2026-11-22", "2026-11-28"]);
  });
});

describe("a month", () => {
  test("has all of its days, also in a leap year", () => {
    expect(daysOf({ view: "month", day: "2028-02-10" }, MONDAY)).toEqual(["2028-02-01", "2028-02-29"]);
    expect(daysOf({ view: "month", day: "2026-12-24" }, MONDAY)).toEqual(["2026-12-01", "2026-12-31"]);
  });

  test("is whole weeks", () => {
    const weeks = weeksOfMonth("2026-11-28", MONDAY);
    expect(weeks.every((week) => week.length === 7)).toBe(true);
    expect(weeks[0]?.[0]).toBe("2026-10-26");
    expect(weeks.at(-1)?.at(-1)).toBe("2026-12-06");
  });

  test("of four weeks has four", () => expect(weeksOfMonth("2027-02-01", MONDAY)).toHaveLength(4));
});

test("the day depends on where the house is", () => {
  const instant = new Date("2026-11-28T23:30:00Z");
  expect(dayIn("UTC", instant)).toBe("2026-11-28");
  expect(dayIn("Europe/Berlin", instant)).toBe("2026-11-29");
  expect(dayIn("America/Los_Angeles", instant)).toBe("2026-11-28");
});
