import { expect, test } from "vitest";
import type { ClipToReview } from "../../api/types.js";
import { begun, type Draft, handedIn, missing } from "./label.js";

const CLIP: ClipToReview = {
  ticket: "t1",
  until: "2999-01-01T00:00:00.000+00:00",
  purpose: "improve_speech_recognition",
  language: "en",
  words: "turn on the light",
  wake_word: null,
  sound_ms: 1200,
  masked: null,
  redactions: {},
};
const WAKE: ClipToReview = { ...CLIP, purpose: "improve_wake_words", words: null, wake_word: "Hey Jarvis" };
const GOOD: Draft = { words: " turn  on\nthe light ", wakeWord: "right", quality: "good" };

test("a clip is heard before it is described, and everything that is asked is said", () => {
  expect(missing(CLIP, GOOD, false)).toBe("heard");
  expect(missing({ ...CLIP, sound_ms: 0 }, GOOD, false)).toBeUndefined();
  expect(missing(CLIP, { ...GOOD, words: " " }, true)).toBe("words");
  expect(missing(CLIP, begun(CLIP), true)).toBe("quality");
  expect(missing(WAKE, { ...GOOD, wakeWord: undefined }, true)).toBe("wake_word");
  expect(missing(WAKE, { ...GOOD, words: "" }, true)).toBeUndefined();
});

test("what cannot be used need not be described, but heard", () => {
  const unusable: Draft = { words: "", wakeWord: undefined, quality: "unusable" };
  expect(missing(CLIP, unusable, true)).toBeUndefined();
  expect(missing(CLIP, unusable, false)).toBe("heard");
});

test("only what was asked is handed in, as one line", () => {
  expect(handedIn(CLIP, GOOD)).toMatchObject({
    ticket: "t1",
    words: "turn on the light",
    wake_word: null,
    danger: false,
  });
  expect(handedIn(WAKE, GOOD)).toMatchObject({ words: null, wake_word: "right", quality: "good" });
});

test("of an accident and of personal data nothing that was typed goes on, and of danger what was", () => {
  expect(handedIn(CLIP, GOOD, "accident")).toMatchObject({ words: null, accident: true, personal_data: false });
  expect(handedIn(CLIP, GOOD, "personal_data")).toMatchObject({ words: null, personal_data: true, accident: false });
  expect(handedIn(CLIP, begun(CLIP), "danger")).toMatchObject({
    words: "turn on the light",
    danger: true,
    quality: "unusable",
  });
});
