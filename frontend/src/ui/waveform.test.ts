import { expect, test } from "vitest";
import { barsOf, peaksOf } from "./waveform.js";

test("a part is as loud as its loudest sample, and the loudest of all fills the height", () => {
  const samples = Float32Array.from([0.1, -0.5, 0, 0.25, 0, 0]);
  expect(peaksOf(samples, 3).map((peak) => Math.round(peak * 100))).toEqual([100, 50, 0]);
});

test("silence is flat, and a sound of fewer samples than parts is no trouble", () => {
  expect(peaksOf(new Float32Array(8), 2)).toEqual([0, 0]);
  expect(peaksOf(Float32Array.from([1]), 3)).toHaveLength(3);
  expect(peaksOf(new Float32Array(0), 2)).toEqual([0, 0]);
});

test("there is a bar for each part, and a flat one can be seen", () => {
  expect(barsOf([1, 0], 100, 40)).toBe("M25 0.0V40.0M75 19.0V21.0");
});
