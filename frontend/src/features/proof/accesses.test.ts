import { expect, test } from "vitest";
import type { Accessed, Shared, StoredEntry } from "../../api/types.js";
import { accesses } from "./accesses.js";

function read(index: number, changes: Partial<Accessed> = {}): StoredEntry {
  const record: Accessed = {
    kind: "accessed",
    utterance_id: `u${index}`,
    at: "2026-11-28T20:00:00.000+00:00",
    contents: ["words"],
    who: "Ann",
    how: "words",
    ...changes,
  };
  return { index, record, leaf_hash: "00" };
}

test("one that stands alone names its utterance", () => {
  expect(accesses([read(1)])).toMatchObject([{ who: "Ann", what: "words", count: 1, utterance: "u1" }]);
});

test("an export is one deed, however many utterances are in it", () => {
  const entries = Array.from({ length: 1_000 }, (_, number) => read(1_000 - number, { how: "export" }));
  expect(accesses(entries)).toMatchObject([{ index: 1_000, what: "export", count: 1_000, utterance: null }]);
});

test("deeds of two people, of two sorts and of two times stay apart", () => {
  const later = read(4, { at: "2026-11-28T20:05:00.000+00:00" });
  const rows = accesses([later, read(3), read(2, { who: "Bob" }), read(1, { who: "Bob", how: "sound" })]);
  expect(rows.map(({ who, what, count }) => [who, what, count])).toEqual([
    ["Ann", "words", 1],
    ["Ann", "words", 1],
    ["Bob", "words", 1],
    ["Bob", "sound", 1],
  ]);
});

test("a way of reading that is not known yet is still told", () => {
  expect(accesses([read(1, { how: "telepathy" })])[0]?.what).toBe("accessed");
});

test("what was handed on names whom it went to", () => {
  const got = { sound_ms: null, sound_bytes: null, words: 3 };
  const record: Shared = {
    kind: "shared",
    utterance_id: "u1",
    at: "2026-11-28T20:00:00.000+00:00",
    contents: ["words"],
    ear: {
      label: "A cloud",
      kind: "recipient",
      place: "internet",
      evidence: "declared",
      got,
      keeps: "unknown",
      until: null,
    },
    how: "file",
    by: "Ann",
  };
  expect(accesses([{ index: 1, record, leaf_hash: "00" }])).toMatchObject([
    { what: "shared", who: "Ann", to: "A cloud" },
  ]);
});
