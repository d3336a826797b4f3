// @vitest-environment node
import { expect, test } from "vitest";
import { barOf, highestOf, notables } from "./counting.js";

const NOTHING = { said: 0, false_wakes: 0, blocked: 0, left_house: 0, listened: 0 };

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

test("days on which nothing was said have no bars", () => {
  expect(highestOf({ days: [{ day: "2026-11-28", count: NOTHING }] })).toBe(0);
  expect(barOf(NOTHING, 0)).toEqual({ left: 0, said: 0, falseWakes: 0 });
});

test("what is notable is told with the worst first, and nothing that is zero", () => {
  expect(notables({ ...NOTHING, said: 9, false_wakes: 3 })).toEqual([]);
  expect(notables({ said: 9, false_wakes: 3, blocked: 1, left_house: 2, listened: 4 })).toEqual([
    { sort: "listened", count: 4 },
    { sort: "left_house", count: 2 },
    { sort: "blocked", count: 1 },
  ]);
});
