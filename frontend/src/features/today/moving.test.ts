// @vitest-environment node
import { expect, test } from "vitest";
import { moved } from "./moving.js";

const ROW = ["one", "two", "three"] as const;
const from = (target: string, key: string, rightToLeft = false) =>
  moved({ key, target }, ROW as readonly string[], rightToLeft);

test("arrows lead to the neighbours, as they are seen", () => {
  expect(from("two", "ArrowRight")).toBe("three");
  expect(from("two", "ArrowLeft")).toBe("one");
  expect(from("two", "ArrowRight", true)).toBe("one");
  expect(from("two", "ArrowLeft", true)).toBe("three");
});

test("the ends are the ends", () => {
  expect(from("one", "ArrowLeft")).toBeUndefined();
  expect(from("three", "ArrowRight")).toBeUndefined();
  expect(from("three", "Home")).toBe("one");
  expect(from("one", "End")).toBe("three");
});

test("other keys and other things lead nowhere", () => {
  expect(from("two", "Enter")).toBeUndefined();
  expect(from("four", "ArrowRight")).toBeUndefined();
});
