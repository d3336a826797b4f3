import { expect, test } from "vitest";
import { ERROR_CODES } from "../src/api/errors.js";
import sentences from "../src/errors/strings/en.json";

test("every code that the server may answer with has a sentence", () => {
  expect(ERROR_CODES.length).toBeGreaterThan(20);
  expect(ERROR_CODES.filter((code) => !(code in sentences))).toEqual([]);
});
