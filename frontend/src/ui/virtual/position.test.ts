import { describe, expect, test } from "vitest";
import { Position } from "./position.js";
import { ScrollScale, TALLEST } from "./scale.js";

const ROWS = 1_000_000;
const ROW = 64;
const VIEW = 600;

describe("the scale of a million rows", () => {
  const scale = new ScrollScale(ROWS * ROW, VIEW);

  test("is no taller than browsers can", () => {
    expect(scale.height).toBe(TALLEST);
  });

  test("reaches both ends", () => {
    expect(scale.toContent(0)).toBe(0);
    expect(scale.toContent(TALLEST - VIEW)).toBe(ROWS * ROW - VIEW);
    expect(scale.toContent(TALLEST * 2)).toBe(ROWS * ROW - VIEW);
  });

  test("goes forth and back to the same place", () => {
    for (const at of [0, 1_000, 1_999_000, 2_500_000, 31_000_000, 62_500_000, ROWS * ROW - VIEW]) {
      expect(scale.toContent(scale.toScroll(at))).toBeCloseTo(at, 3);
    }
  });

  test("never goes back while one scrolls on", () => {
    let before = -1;
    for (let at = 0; at <= TALLEST; at += 10_007) {
      const here = scale.toContent(at);
      expect(here).toBeGreaterThan(before);
      before = here;
    }
  });

  test("is pixel for pixel near both ends", () => {
    expect(scale.toContent(100_000) - scale.toContent(99_999)).toBeCloseTo(1);
    expect(scale.toContent(TALLEST - 50_000) - scale.toContent(TALLEST - 50_001)).toBeCloseTo(1);
  });
});

test("a short list is not scaled at all", () => {
  const scale = new ScrollScale(100 * ROW, VIEW);
  expect(scale.height).toBe(6_400);
  expect(scale.toContent(1_234)).toBe(1_234);
  expect(scale.toContent(6_400 - VIEW)).toBe(6_400 - VIEW);
});

test("an empty list has no rows", () => {
  const empty = new Position(0, ROW, VIEW);
  expect(empty.window(10)).toEqual({ first: 0, end: 0 });
  expect(empty.height).toBe(0);
});

describe("the position in a million rows", () => {
  const middle = () => {
    const position = new Position(ROWS, ROW, VIEW);
    position.moveTo(500_000 * ROW);
    return position;
  };

  test("draws what is seen and a few rows more", () => {
    expect(middle().window(10)).toEqual({ first: 499_990, end: 500_020 });
  });

  test("moves by as much as a finger does, in the middle too", () => {
    const position = middle();
    const seen = position.place(500_000);
    position.scrolled(position.scrollTop + 130);
    expect(position.top).toBe(500_000 * ROW + 130);
    // Where the row stands in the scrolled element is the same, so the browser moves it without us.
    expect(position.place(500_000)).toBeCloseTo(seen, 3);
  });

  test("goes where the scroll bar says", () => {
    const position = middle();
    position.scrolled(TALLEST - VIEW);
    expect(position.window(0).end).toBe(ROWS);
    position.scrolled(0);
    expect(position.window(0).first).toBe(0);
  });

  test("settles without moving what is seen", () => {
    const position = middle();
    for (let turn = 0; turn < 100; turn++) position.scrolled(position.scrollTop + 500);
    const top = position.top;
    const seen = position.place(500_800) - position.scrollTop;
    const before = position.scrollTop;
    position.settle();
    expect(position.scrollTop).not.toBe(before);
    expect(position.top).toBe(top);
    expect(position.place(500_800) - position.scrollTop).toBeCloseTo(seen, 3);
  });

  test("can be scrolled to both ends by small movements", () => {
    const position = new Position(5_000, ROW, VIEW, 20_000);
    let turns = 0;
    while (position.window(0).end < 5_000 && turns < 1_000) {
      turns++;
      position.scrolled(Math.min(position.scrollTop + 1_500, 20_000 - VIEW));
    }
    expect(position.top).toBe(5_000 * ROW - VIEW);
    while (position.top > 0 && turns < 2_000) {
      turns++;
      position.scrolled(Math.max(position.scrollTop - 1_500, 0));
    }
    expect(position.top).toBe(0);
    expect(turns).toBeGreaterThan(300);
  });

  test("stays at the row that is seen when rows are added above it", () => {
    const position = middle();
    position.resize(ROWS + 3, ROW, VIEW, 3);
    expect(position.window(0).first).toBe(500_003);
  });

  test("stays at the row when the letters become larger", () => {
    const position = middle();
    position.resize(ROWS, 80, VIEW);
    expect(position.window(0).first).toBe(500_000);
  });

  test("is never behind the end", () => {
    const position = middle();
    position.resize(10, ROW, VIEW);
    expect(position.top).toBe(10 * ROW - VIEW);
    expect(position.window(5)).toEqual({ first: 0, end: 10 });
  });

  test("reveals a row by the shortest way", () => {
    const position = middle();
    position.reveal(500_002);
    expect(position.top).toBe(500_000 * ROW);
    position.reveal(500_010);
    expect(position.top).toBe(500_011 * ROW - VIEW);
    position.reveal(3);
    expect(position.top).toBe(3 * ROW);
  });
});
