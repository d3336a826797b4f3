import { expect, test } from "vitest";
import { preview } from "../../../test/sharing.js";
import { countsOf, tapped, wordsOf } from "./hiding.js";

test("each word says whether it leaves, and why not", () => {
  const shown = preview({
    words_before: "call  Anna at ten",
    hidden: [
      { kind: "name", begin: 6, end: 10, words: [1] },
      { kind: "person", begin: 11, end: 13, words: [2] },
    ],
    hide: [2],
  });
  expect(wordsOf(shown)).toEqual([
    { index: 0, text: "call", hidden: undefined, own: false },
    { index: 1, text: "Anna", hidden: "name", own: false },
    { index: 2, text: "at", hidden: "person", own: true },
    { index: 3, text: "ten", hidden: undefined, own: false },
  ]);
});

test("an offer without words has none", () => {
  expect(wordsOf(preview({ words_before: null, words: null }))).toEqual([]);
});

test("a tap hides a word, and another shows it again", () => {
  expect(tapped(preview({ hide: [3] }), 1)).toEqual([1, 3]);
  expect(tapped(preview({ hide: [1, 3] }), 1)).toEqual([3]);
});

test("hidden words are counted by why", () => {
  const shown = preview({
    words_before: "Anna Berg left",
    hidden: [{ kind: "name", begin: 0, end: 9, words: [0, 1] }],
  });
  expect(countsOf(wordsOf(shown))).toEqual([["name", 2]]);
});
