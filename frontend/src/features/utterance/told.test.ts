import { expect, test } from "vitest";
import { entry, erased, kept, ordinary, reading } from "../../../test/utterances.js";
import { erasure, isKept, proven, readings } from "./told.js";

test("an entry is proven by the sizes that are beyond its index", () => {
  const proof = { size: 10, signed_size: 8, witnessed_size: 5 };
  expect([4, 5, 7, 8, 9].map((index) => proven(index, proof))).toEqual([
    "witnessed",
    "signed",
    "signed",
    "unsigned",
    "unsigned",
  ]);
});

test("where nobody witnessed anything, nothing is witnessed", () => {
  expect(proven(0, { size: 1, signed_size: 1, witnessed_size: 0 })).toBe("signed");
});

test("what was erased is not kept, and the last erasure is told", () => {
  const contents = kept.map((one) => ({ ...one, erased_at: one.kind === "sound" ? one.until : null }));
  const view = { ...ordinary, contents };
  expect(isKept(view, "sound")).toBe(false);
  expect(isKept(view, "sound", "words")).toBe(true);
  const entries = [entry(1, erased({ by: "first" })), entry(2, erased({ by: "last", contents: ["sound"] }))];
  expect(erasure(entries, ["sound"])?.by).toBe("last");
  expect(erasure(entries, ["words"])?.by).toBe("first");
  expect(erasure([], ["words"])).toBeUndefined();
});

test("who only searched for something did not read", () => {
  const entries = [entry(1, reading({ how: "search" })), entry(2, reading({ how: "found", who: "Cem" }))];
  expect(readings(entries).map(({ who }) => who)).toEqual(["Cem"]);
});
