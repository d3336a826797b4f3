import { expect, test } from "vitest";
import { flatten, LANGUAGES, loadLocalize, localizeWith, nearest } from "./localize.js";

test("the folder begins the key", () => {
  expect(flatten({ "../features/today/strings/en.json": { said: { one: "x" } } })).toEqual({ "today.said.one": "x" });
});

test("plurals follow the language", () => {
  const say = localizeWith({ "a.b": "{n, plural, one {# rzecz} few {# rzeczy} other {# rzeczy}}" }, "pl");
  expect([1, 3, 5].map((n) => say("a.b", { n }))).toEqual(["1 rzecz", "3 rzeczy", "5 rzeczy"]);
});

test("what is in a value is text and nothing else", () => {
  const say = localizeWith({ "a.b": "said by {who}" }, "en");
  expect(say("a.b", { who: "<b>{x}</b>" })).toBe("said by <b>{x}</b>");
});

test("a key that nobody knows is shown as it is", () => {
  expect(localizeWith({}, "en")("no.such")).toBe("no.such");
});

test.each([
  ["pt-BR", "pt"],
  ["de", "de"],
  ["EN-gb", "en"],
  ["ja", "en"],
])("%s is spoken as %s", (language, spoken) => {
  expect(nearest(language)).toBe(spoken);
});

test.each(LANGUAGES)("%s can be loaded", async (language) => {
  const say = await loadLocalize(language);
  expect(say("ui.cancel")).not.toBe("ui.cancel");
});
