// @vitest-environment node
import { expect, test } from "vitest";
import { barOf, highestOf, knowsNothing, notables, unwatchedPart } from "./counting.js";

const NOTHING = { said: 0, false_wakes: 0, blocked: 0, left_house: 0, unseen: 0, listened: 0 };

test("a bar is as high as its part of the highest", () => {
  expect(barOf({ ...NOTHING, said: 5, left_house: 1, false_wakes: 5 }, 20)).toEqual({
    left: 0.05,
    said: 0.2,
    falseWakes: 0.25,
  });
});

test("a bar is never higher than what was said, also where a false wake left the house", () => {
  const bar = barOf({ ...NOTHING, said: 1, left_house: 3, false_wakes: 2 }, 3);
  expect(bar.left + bar.said + bar.falseWakes).toBeCloseTo(1);
});

test("what nobody saw to its end is drawn as if it had left", () => {
  expect(barOf({ ...NOTHING, said: 4, left_house: 1, unseen: 1 }, 4).left).toBe(0.5);
});

test("a day of 25 hours that was not watched is not more than a day", () => {
  expect(unwatchedPart({ unwatched_ms: 25 * 3_600_000 })).toBe(1);
  expect(unwatchedPart({ unwatched_ms: 6 * 3_600_000 })).toBe(0.25);
});

test("of a day that nobody watched, also of one with 23 hours, nothing is known, unless something was heard", () => {
  const day = { day: "2026-03-29", count: NOTHING, unwatched_ms: 23 * 3_600_000 };
  expect(knowsNothing(day)).toBe(true);
  expect(knowsNothing({ ...day, unwatched_ms: 12 * 3_600_000 })).toBe(false);
  expect(knowsNothing({ ...day, count: { ...NOTHING, said: 1 } })).toBe(false);
});

test("days on which nothing was said have no bars", () => {
  expect(highestOf({ days: [{ day: "2026-11-28", count: NOTHING, unwatched_ms: 0 }] })).toBe(0);
  expect(barOf(NOTHING, 0)).toEqual({ left: 0, said: 0, falseWakes: 0 });
});

test("what is notable is told with the worst first, and nothing that is zero", () => {
  expect(notables({ ...NOTHING, said: 9, false_wakes: 3 })).toEqual([]);
  expect(notables({ said: 9, false_wakes: 3, blocked: 1, left_house: 2, unseen: 5, listened: 4 })).toEqual([
    { sort: "listened", count: 4 },
    { sort: "left_house", count: 2 },
    { sort: "unknown", count: 5 },
    { sort: "blocked", count: 1 },
  ]);
});
