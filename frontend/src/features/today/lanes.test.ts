// @vitest-environment node
import { describe, expect, test } from "vitest";
import { someLane, someMark } from "../../../test/days.js";
import type { GapShown } from "../../api/types.js";
import { gather, hours, type Line, lineOf, place, sortsOf, spansOf, worst } from "./lanes.js";

const DAY: Line = { began: Date.parse("2026-11-28T00:00Z"), ended: Date.parse("2026-11-29T00:00Z") };
const BERLIN = "Europe/Berlin";
/** Clocks go from 3 back to 2. */
const LONG = lineOf({ began: "2026-10-24T22:00:00Z", ended: "2026-10-25T23:00:00Z" });
/** Clocks go from 2 on to 3. */
const SHORT = lineOf({ began: "2026-03-28T23:00:00Z", ended: "2026-03-29T22:00:00Z" });

describe("a place on the line", () => {
  test("is a part of the day's own length", () => {
    expect(place(DAY, Date.parse("2026-11-28T12:00Z"))).toBe(0.5);
    expect(place(LONG, LONG.began + 12.5 * 3_600_000)).toBe(0.5);
    expect(place(SHORT, SHORT.began + 11.5 * 3_600_000)).toBe(0.5);
  });

  test("is held to the line", () => {
    expect(place(DAY, DAY.began - 1)).toBe(0);
    expect(place(DAY, DAY.ended + 1)).toBe(1);
  });
});

describe("gathering", () => {
  const gathered = (times: readonly string[], width = 240) =>
    gather(
      times.map((time) => someMark(time)),
      DAY,
      width,
      10,
    ).map((group) => group.marks.length);

  test("leaves alone what does not touch", () => expect(gathered(["01:00", "03:00"])).toEqual([1, 1]));

  test("takes together what does", () => expect(gathered(["01:00", "01:30", "03:00"])).toEqual([2, 1]));

  test("takes less together where there is more room", () => {
    expect(gathered(["01:00", "01:30", "03:00"], 2400)).toEqual([1, 1, 1]);
  });

  test("does not go by the order in which the marks come", () => {
    expect(gathered(["03:00", "01:30", "01:00"])).toEqual([2, 1]);
  });

  test("keeps what is gathered when a later one comes", () => {
    expect(gathered(["01:00", "01:30", "03:00", "03:10"])).toEqual([2, 2]);
  });

  test("lets no two groups touch, whatever there is", () => {
    const times = Array.from({ length: 288 }, (_, number) => {
      const minutes = number * 5;
      return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
    });
    const groups = gather(
      times.map((time) => someMark(time)),
      DAY,
      326,
      28,
    );
    const distances = groups.slice(1).map((group, number) => (group.at - (groups[number]?.at ?? 0)) * 326);
    expect(Math.min(...distances)).toBeGreaterThan(27);
    expect(groups.flatMap((group) => group.marks)).toHaveLength(288);
    expect((groups[0]?.at ?? 0) * 326).toBeGreaterThanOrEqual(14);
    expect((groups.at(-1)?.at ?? 1) * 326).toBeLessThanOrEqual(326 - 14 + 0.01);
  });

  test("shows of a group what a person must see first", () => {
    const marks = [someMark("01:00", "said"), someMark("01:01", "left_house"), someMark("01:02", "false_wake")];
    expect(gather(marks, DAY, 240, 10)[0]?.sort).toBe("left_house");
  });

  test("of nothing is nothing", () => expect(gathered([])).toEqual([]));
});

test("what nobody knows is worse than what is blocked, and a listener is the worst", () => {
  expect(worst(["blocked", "unknown"])).toBe("unknown");
  expect(worst(["unknown", "listened", "left_house"])).toBe("listened");
});

test("the sorts of a day are those of all satellites, in their order", () => {
  const satellites = [
    someLane("Hall", [someMark("01:00", "left_house"), someMark("02:00")]),
    someLane("Kitchen", [someMark("01:00", "false_wake")]),
  ];
  expect(sortsOf({ satellites })).toEqual(["said", "false_wake", "left_house"]);
});

describe("gaps", () => {
  const gap = (began: string, ended: string | null): GapShown => ({ began, ended, reason: "not_running" });

  test("that reach beyond the day end with it", () => {
    const [span] = spansOf([gap("2026-11-27T12:00Z", "2026-11-28T06:00Z")], DAY, DAY.ended);
    expect(span).toMatchObject({ from: 0, to: 0.25 });
  });

  test("that go on last until now", () => {
    const [span] = spansOf([gap("2026-11-28T06:00Z", null)], DAY, Date.parse("2026-11-28T12:00Z"));
    expect(span).toMatchObject({ from: 0.25, to: 0.5 });
  });

  test("of another day are none of this one", () => {
    expect(spansOf([gap("2026-11-20T06:00Z", "2026-11-21T06:00Z")], DAY, DAY.ended)).toEqual([]);
  });
});

describe("hours", () => {
  const clock = (line: Line, every: number, zone: string) =>
    hours(line, every, zone).map((instant) =>
      new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit" }).format(instant),
    );

  test("are those of the house's clock", () => {
    expect(clock(DAY, 6, "UTC")).toEqual(["00:00", "06:00", "12:00", "18:00"]);
  });

  test("stand where the clock shows them on a day of 25 hours, each once", () => {
    expect(clock(LONG, 1, BERLIN)).toHaveLength(24);
    expect(clock(LONG, 6, BERLIN)).toEqual(["00:00", "06:00", "12:00", "18:00"]);
    expect(hours(LONG, 6, BERLIN)[1]).toBe(LONG.began + 7 * 3_600_000);
  });

  test("leave out what the clock skips on a day of 23 hours", () => {
    expect(clock(SHORT, 1, BERLIN)).not.toContain("02:00");
    expect(hours(SHORT, 3, BERLIN)[1]).toBe(SHORT.began + 2 * 3_600_000);
  });

  test("leave out an hour of which only the second half is there", () => {
    const line = lineOf({ began: "2026-10-03T13:30:00Z", ended: "2026-10-04T13:00:00Z" });
    expect(clock(line, 1, "Australia/Lord_Howe").slice(0, 4)).toEqual(["00:00", "01:00", "03:00", "04:00"]);
  });

  test("are full hours where the zone is off by a part of one", () => {
    const line = lineOf({ began: "2026-11-27T18:15:00Z", ended: "2026-11-28T18:15:00Z" });
    expect(clock(line, 12, "Asia/Kathmandu")).toEqual(["00:00", "12:00"]);
  });
});
