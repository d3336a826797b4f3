import { expect, test } from "vitest";
import { ConfigError, checkConfig, fieldsOf, type Option } from "./config.js";

const OPTIONS: readonly Option[] = [
  { name: "words", kind: "boolean" },
  { name: "count", kind: "number", min: 1, max: 20 },
];

test("what may be set is taken, and what Home Assistant adds is left alone", () => {
  const config = { type: "custom:x", title: "A", words: true, count: 20, grid_options: { rows: 2 } };
  expect(checkConfig(config, OPTIONS)).toBe(config);
});

test.each([
  [null],
  ["text"],
  [{ title: 5 }],
  [{ words: "yes" }],
  [{ count: 0 }],
  [{ count: 21 }],
  [{ count: 1.5 }],
  [{ wrods: true }],
])("%j is refused", (config) => {
  expect(() => checkConfig(config, OPTIONS)).toThrow(ConfigError);
});

test("every option has a field", () => {
  expect(fieldsOf(OPTIONS).map(({ name }) => name)).toEqual(["title", "words", "count"]);
});
