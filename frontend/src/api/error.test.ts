import { expect, test } from "vitest";
import { ApiError } from "./error.js";

test("Home Assistant's answers keep their code and their placeholders", () => {
  const error = ApiError.from({ code: "content_gone", message: "gone", translation_placeholders: { count: 3 } });
  expect([error.code, error.message, error.placeholders]).toEqual(["content_gone", "gone", { count: "3" }]);
  expect(error.denied).toBe(false);
});

test("what the person has no right to is told apart", () => {
  expect(ApiError.from({ code: "unauthorized", message: "" }).denied).toBe(true);
  expect(ApiError.from({ code: "not_yours" }).denied).toBe(true);
});

test("the library's number for a lost connection has a name", () => {
  expect(ApiError.from(3).code).toBe("connection_lost");
  expect(ApiError.from(new TypeError("x")).code).toBe("unknown_error");
});

test("an error that is understood already stays as it is", () => {
  const error = new ApiError("a", "b");
  expect(ApiError.from(error)).toBe(error);
});
