import { describe, expect, test } from "vitest";
import { heardAt, utterance } from "../../../test/listed.js";
import type { Page, UtteranceView } from "../../api/types.js";
import { meantBy, NAMED_AT_MOST } from "./chosen.js";
import type { Restriction } from "./filters.js";
import { Selection } from "./selection.js";

describe("some that are chosen one by one", () => {
  const two = Selection.nothing.toggle(utterance(1)).toggle(utterance(2));

  test("are those, and no others", () => {
    expect(two.size).toBe(2);
    expect([1, 2, 3].map((number) => two.has(utterance(number)))).toEqual([true, true, false]);
  });

  test("are let go of again", () => {
    expect(two.toggle(utterance(1)).chosen).toEqual(["u2"]);
    expect(two.without(["u2", "u9"]).chosen).toEqual(["u1"]);
  });

  test("are meant by their names", async () => {
    expect(await meantBy(two, { place: "internet" }, { list: never })).toEqual({ utterance_ids: ["u1", "u2"] });
  });
});

describe("all that are found", () => {
  const all = Selection.all(heardAt(0), 1_000_000);

  test("are all but those let go of, without their names", () => {
    const most = all.toggle(utterance(5));
    expect(most.size).toBe(999_999);
    expect(most.has(utterance(5))).toBe(false);
    expect(most.has(utterance(700_000))).toBe(true);
    expect(most.toggle(utterance(5)).size).toBe(1_000_000);
  });

  test("are those that were there then, and none that came since", () => {
    const later = utterance(-1);
    expect(all.has(later)).toBe(false);
    expect(all.toggle(later)).toBe(all);
  });

  test("are meant by the time and the satellite, where nothing else restricts", async () => {
    const asked = { since: heardAt(100), satellite: "assist_satellite.hall" };
    expect(await meantBy(all, asked, { list: never })).toEqual({ ...asked, until: heardAt(0) });
  });

  test("are gathered by name where other filters restrict, or some are left out", async () => {
    const pages = [page([1, 2], "next"), page([3], null)];
    const asked: (Restriction & { before?: string | undefined })[] = [];
    const list = async (one: Restriction & { before?: string | undefined }) => {
      asked.push(one);
      return pages.shift() ?? page([], null);
    };
    const told: number[] = [];
    const meant = await meantBy(all.toggle(utterance(2)), { place: "internet" }, { list }, (done) => told.push(done));
    expect(meant).toEqual({ utterance_ids: ["u1", "u3"] });
    expect(told).toEqual([1, 2]);
    expect(asked.map(({ place, until, before }) => [place, until, before])).toEqual([
      ["internet", heardAt(0), undefined],
      ["internet", heardAt(0), "next"],
    ]);
  });

  test("are refused where they are more than can be named", async () => {
    const many = page(
      Array.from({ length: 500 }, (_, number) => number),
      "next",
    );
    const list = async () => many;
    await expect(meantBy(all, { listened: true }, { list })).rejects.toMatchObject({
      code: "too_many_chosen",
      placeholders: { most: String(NAMED_AT_MOST) },
    });
  });

  test("are not gathered any more when it is broken off", async () => {
    const broken = new AbortController();
    const list = async () => {
      broken.abort();
      return page([1], "next");
    };
    const gathering = meantBy(all, { listened: true }, { list }, undefined, broken.signal);
    await expect(gathering).rejects.toMatchObject({ code: "given_up" });
  });
});

function page(numbers: readonly number[], next: string | null): Page {
  return { items: numbers.map((number): UtteranceView => utterance(number)), next };
}

function never(): Promise<Page> {
  throw new Error("nothing was to be asked");
}
