import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { heardAt, utterance } from "../../../test/listed.js";
import type { UtteranceView } from "../../api/types.js";
import { matches, type Restriction } from "./filters.js";
import { type Asker, Listing } from "./listing.js";

/** A ledger that answers as the server does. */
class Ledger implements Asker {
  readonly asked: Restriction[] = [];
  failure: Error | undefined;

  constructor(public all: UtteranceView[]) {}

  async list({ limit = 50, skip = 0, before, ...asked }: Parameters<Asker["list"]>[0]) {
    this.asked.push(asked);
    if (this.failure) throw this.failure;
    const found = this.found(asked).filter((view) => before === undefined || view.at < before);
    const items = found.slice(skip, skip + limit);
    return { items, next: found.length > skip + limit ? (items.at(-1)?.at ?? null) : null };
  }

  async count(asked: Restriction) {
    return this.found(asked).length;
  }

  private found(asked: Restriction) {
    return this.all.filter((view) => matches(asked, view)).sort((one, other) => (one.at < other.at ? 1 : -1));
  }
}

const many = (count: number) => Array.from({ length: count }, (_, number) => utterance(number));
const shown = (listing: Listing, count: number) =>
  Array.from({ length: count }, (_, number) => listing.rows.get(number)?.utterance_id);

async function begun(ledger: Ledger, asked: Restriction = {}) {
  const changed = vi.fn();
  const listing = new Listing(ledger, asked, changed);
  await listing.begin();
  return { listing, changed };
}

test("it begins with the newest, and counts the rest", async () => {
  const { listing, changed } = await begun(new Ledger(many(1_234)));
  expect(listing.total).toBe(1_234);
  expect(shown(listing, 3)).toEqual(["u0", "u1", "u2"]);
  expect(changed).toHaveBeenCalled();
});

test("an empty ledger has none", async () => {
  const { listing } = await begun(new Ledger([]));
  expect(listing.total).toBe(0);
});

test("a failure is told, and it is tried again", async () => {
  const ledger = new Ledger(many(3));
  ledger.failure = new Error("gone");
  const { listing } = await begun(ledger);
  expect([listing.total, listing.error?.code]).toEqual([undefined, "unknown_error"]);
  ledger.failure = undefined;
  listing.retry();
  await vi.waitFor(() => expect(listing.total).toBe(3));
  expect(listing.error).toBeUndefined();
});

describe("while one watches", () => {
  test("a new one comes in at the top where that is looked at", async () => {
    const { listing } = await begun(new Ledger(many(100)));
    expect(listing.told(utterance(-1), true)).toBe(0);
    expect(shown(listing, 2)).toEqual(["u-1", "u0"]);
    expect(listing.total).toBe(101);
  });

  test("new ones wait where somebody reads farther down, and nothing moves", async () => {
    const { listing } = await begun(new Ledger(many(100)));
    for (const number of [-1, -2, -3]) expect(listing.told(utterance(number), false)).toBeUndefined();
    listing.told(utterance(-2, { listened: true }), false);
    expect(listing.waiting.map((view) => view.utterance_id)).toEqual(["u-3", "u-2", "u-1"]);
    expect([listing.total, shown(listing, 1)]).toEqual([100, ["u0"]]);
    expect(await listing.letWaitingIn()).toBe(3);
    expect(shown(listing, 4)).toEqual(["u-3", "u-2", "u-1", "u0"]);
    expect([listing.total, listing.waiting.length]).toEqual([103, 0]);
  });

  test("what is asked for afterwards is counted from the newest that is shown", async () => {
    const ledger = new Ledger(many(200));
    const { listing } = await begun(ledger);
    ledger.all.push(utterance(-1), utterance(-2));
    listing.told(utterance(-1), false);
    listing.rows.want(100, 120);
    await vi.waitFor(() => expect(listing.rows.get(100)?.utterance_id).toBe("u100"));
    expect(ledger.asked.at(-1)?.until).toBe("2026-11-28T12:00:00.001Z");
  });

  test("one that filters leave out does not appear", async () => {
    const { listing } = await begun(new Ledger(many(10)), { outcome: "answered" });
    expect(listing.told(utterance(-1, { outcome: "failed" }), true)).toBeUndefined();
    expect(listing.total).toBe(10);
  });

  test("one that is there changes where it stands, also when filters would leave it out now", async () => {
    const { listing } = await begun(new Ledger(many(10)), { outcome: "answered" });
    expect(listing.told(utterance(4, { outcome: "false_wake" }), true)).toBeUndefined();
    expect(listing.rows.get(4)?.outcome).toBe("false_wake");
    expect(listing.total).toBe(10);
  });

  test("one that is entered late finds its place", async () => {
    const { listing } = await begun(new Ledger([utterance(0), utterance(2), utterance(3)]));
    expect(listing.told(utterance(1), true)).toBe(1);
    expect(shown(listing, 4)).toEqual(["u0", "u1", "u2", "u3"]);
  });

  test("one that changes where nobody looks is left alone", async () => {
    const { listing } = await begun(new Ledger(many(1_000)));
    expect(listing.told(utterance(700, { listened: true }), true)).toBeUndefined();
    expect(listing.total).toBe(1_000);
  });

  test("those that are gone go, and it is said how many were above", async () => {
    const { listing } = await begun(new Ledger(many(40)));
    expect(listing.gone(["u3", "u20"], 10)).toBe(1);
    expect([listing.total, shown(listing, 4)[3]]).toEqual([38, "u4"]);
  });

  test("one that is gone while it waits does not come in", async () => {
    const { listing } = await begun(new Ledger(many(3)));
    listing.told(utterance(-1), false);
    listing.gone(["u-1"], 0);
    expect(await listing.letWaitingIn()).toBe(0);
    expect(shown(listing, 1)).toEqual(["u0"]);
  });
});

test("somebody who comes back is where they were, and what came meanwhile waits", async () => {
  const ledger = new Ledger([utterance(-1), ...many(300)]);
  const listing = new Listing(ledger, {}, () => undefined);
  await listing.resume("2026-11-28T12:00:00.001Z");
  expect([listing.total, listing.waiting.length]).toEqual([300, 1]);
  listing.rows.want(200, 210);
  await vi.waitFor(() => expect(listing.rows.get(200)?.utterance_id).toBe("u200"));
});

describe("when much changed", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test("it is asked for anew once, and what came meanwhile waits", async () => {
    const ledger = new Ledger(many(100));
    const { listing } = await begun(ledger);
    ledger.all = [utterance(-1), ...many(100).filter((view) => view.utterance_id !== "u5")];
    const before = ledger.asked.length;
    for (let turn = 0; turn < 20; turn++) listing.refreshSoon();
    listing.rows.want(0, 20);
    await vi.runAllTimersAsync();
    expect(ledger.asked.length).toBe(before + 2);
    expect([listing.total, shown(listing, 6)[5], listing.waiting.length]).toEqual([99, "u6", 1]);
  });

  test("nothing is asked for after nobody looks any more", async () => {
    const ledger = new Ledger(many(100));
    const { listing } = await begun(ledger);
    const before = ledger.asked.length;
    listing.refreshSoon();
    listing.end();
    await vi.runAllTimersAsync();
    expect(ledger.asked.length).toBe(before);
  });
});

test("all that wait are asked for anew where they are too many to hold", async () => {
  const ledger = new Ledger(many(10));
  const { listing } = await begun(ledger);
  const newer = Array.from({ length: 150 }, (_, number) => utterance(-1 - number));
  ledger.all.push(...newer);
  for (const view of newer) listing.told(view, false);
  expect(listing.waiting.length).toBe(100);
  expect(await listing.letWaitingIn()).toBeUndefined();
  expect([listing.total, listing.rows.get(0)?.at]).toEqual([160, heardAt(-150)]);
});
