// @vitest-environment node
import { describe, expect, test } from "vitest";
import { someDay, someReason } from "../../../test/days.js";
import type { Sentence, Today } from "../../api/types.js";
import { loadLocalize } from "../../i18n/localize.js";
import { clausesOf, toneOf } from "./sentence.js";

const t = await loadLocalize("en");

const CALM: Sentence = { said: 0, house: "nothing_left", listened: "nobody", watched: "so_far" };

function says(sentence: Partial<Sentence>, otherwise: Partial<Today> = {}): string {
  const day = someDay({ ...otherwise, sentence: { ...CALM, ...sentence } });
  return clausesOf(day)
    .map(({ key, values }) => t(key, values))
    .join(" ");
}

const tone = (sentence: Partial<Sentence>, otherwise: Partial<Today> = {}) =>
  toneOf(clausesOf(someDay({ ...otherwise, sentence: { ...CALM, ...sentence } })));

describe("how much was said", () => {
  test("is counted", () => {
    expect(says({}, { said: 12 })).toBe("12 things said. Nothing left your house. Nobody listened.");
    expect(says({}, { said: 1 })).toMatch(/^1 thing said\./);
    expect(says({}, { said: 1234 })).toMatch(/^1,234 things said\./);
  });

  test("is nothing yet on a day that goes on", () => {
    expect(says({})).toBe("Nothing said yet today. Nothing left your house. Nobody listened.");
  });

  test("is nothing on a day that is over", () => {
    expect(says({ watched: "whole" }, { is_today: false })).toMatch(/^Nothing was said\./);
  });

  test("is nothing that was heard of where there is a gap", () => {
    expect(says({ watched: "in_part", house: "nothing_seen", listened: "nobody_seen" })).toBe(
      "Nothing said that Earshot heard of. As far as Earshot watched, nothing left your house and nobody listened.",
    );
  });

  test("is not told of a day that has not begun", () => {
    expect(says({ watched: "not_yet", house: "nothing_seen", listened: "nobody_seen" })).toBe(
      "This day has not begun.",
    );
  });
});

describe("the house", () => {
  test.each([
    [{ house: "nothing_left" }, {}, "Nothing left your house."],
    [{ house: "nothing_seen" }, {}, "As far as Earshot watched, nothing left your house."],
    [{ house: "unknown" }, {}, "Something may have left your house."],
    [{ house: "unknown" }, { left_house: 1, unknown: 1 }, "1 thing went nobody knows where."],
    [{ house: "unknown" }, { left_house: 3, unknown: 3 }, "3 things went nobody knows where."],
    [{ house: "left" }, {}, "Something left your house."],
    [{ house: "left" }, { left_house: 1 }, "1 thing left your house."],
    [{ house: "left" }, { left_house: 2 }, "2 things left your house."],
    [{ house: "left" }, { left_house: 3, unknown: 1 }, "2 things left your house. 1 thing went nobody knows where."],
    [{ house: "left" }, { left_house: 3, unknown: 3 }, "Something left your house. 3 things went nobody knows where."],
    [
      { house: "left" },
      { left_house: 2, reasons: [someReason({ why: "streamed" })] },
      "At least 2 things left your house.",
    ],
    [{ house: "left" }, { left_house: 2, reasons: [someReason({ why: "ear" })] }, "2 things left your house."],
  ] as const)("%o, %o", (sentence, otherwise, expected) => {
    expect(says(sentence, otherwise)).toBe(`Nothing said yet today. ${expected} Nobody listened.`);
  });
});

describe("the listeners", () => {
  const opened = (...hows: readonly string[]) =>
    hows.map((how) => someReason({ part: "listened", says: "somebody", why: "accessed", how }));

  test.each([
    [{ listened: "nobody" }, [], "Nobody listened."],
    [{ listened: "nobody_seen" }, [], "As far as Earshot watched, nobody listened."],
    [{ listened: "unknown" }, [], "Perhaps somebody listened."],
    [{ listened: "somebody" }, [], "Somebody listened or read."],
    [{ listened: "somebody" }, opened("sound"), "Somebody listened."],
    [{ listened: "somebody" }, opened("words", "found"), "Somebody read what was said."],
    [{ listened: "somebody" }, opened("words", "sound"), "Somebody listened or read."],
    [{ listened: "somebody" }, opened("export"), "Somebody listened or read."],
    [
      { listened: "somebody" },
      [someReason({ part: "listened", says: "somebody", why: "reviewed", how: "sound" })],
      "Somebody listened or read.",
    ],
  ] as const)("%o, %#", (sentence, reasons, expected) => {
    expect(says(sentence, { reasons })).toBe(`Nothing said yet today. Nothing left your house. ${expected}`);
  });
});

describe("the tone", () => {
  test("is calm only where everything is known and good", () => {
    expect(tone({})).toBe("calm");
    expect(tone({ house: "nothing_seen" })).toBe("unwatched");
    expect(tone({ house: "nothing_seen", listened: "nobody_seen", watched: "in_part" })).toBe("unwatched");
    expect(tone({ listened: "nobody_seen" })).toBe("unwatched");
    expect(tone({ house: "unknown" })).toBe("unknown");
    expect(tone({ listened: "unknown" })).toBe("unknown");
    expect(tone({ house: "left" })).toBe("left");
    expect(tone({ house: "left", listened: "somebody" })).toBe("listened");
    expect(tone({ watched: "not_yet" })).toBe("plain");
  });
});
