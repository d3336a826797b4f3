import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { utterance } from "../../../test/listed.js";
import { FakeServer, fakeSession } from "../../../test/session.js";
import type { Client } from "../../api/client.js";
import { exportWith, FETCHED_WITHIN_MS } from "./exporting.js";
import { type Searched, searchThrough } from "./searching.js";

let server: FakeServer;
let client: Client;

beforeEach(async () => {
  server = new FakeServer();
  client = (await fakeSession(server)).client;
});

const turn = () => new Promise((resolve) => setTimeout(resolve));

describe("a search", () => {
  const range = { since: "2026-11-01T00:00:00.000Z", until: "2026-11-28T00:00:00.000Z" };
  const search = { needle: "lamp", contents: ["words"], range } as const;
  const send = (event: object) => server.send("earshot/utterances/search", event);
  const finding = (numbers: readonly number[], looked: number, next: string | null) =>
    send({ type: "found", finding: { items: numbers.map((number) => utterance(number)), looked, next } });

  test("goes on piece by piece to the end of its range", async () => {
    const told: Searched[] = [];
    const whole = searchThrough(client, search, (searched) => told.push(searched), new AbortController().signal);
    await turn();
    send({ type: "progress", done: 100, total: 1_000 });
    finding([1, 2], 1_000, "there");
    await turn();
    send({ type: "progress", done: 50, total: 1_000 });
    finding([3], 70, null);
    const { found, looked, whole: done } = await whole;
    expect([found.map((view) => view.utterance_id), looked, done]).toEqual([["u1", "u2", "u3"], 1_070, true]);
    expect(told.map((one) => one.looked)).toEqual([100, 1_000, 1_050, 1_070]);
    expect(server.asked.map(({ before, ...asked }) => [before, asked.needle, asked.since])).toEqual([
      [undefined, "lamp", range.since],
      ["there", "lamp", range.since],
    ]);
  });

  test("can be broken off, and leaves what was found by then", async () => {
    const broken = new AbortController();
    let last: Searched | undefined;
    const whole = searchThrough(client, search, (searched) => (last = searched), broken.signal);
    await turn();
    finding([1], 1_000, "there");
    await turn();
    broken.abort();
    await expect(whole).rejects.toMatchObject({ code: "given_up" });
    expect(last?.found.length).toBe(1);
    // The server is told as well: it looks no further.
    expect(server.followers.size).toBe(0);
  });
});

describe("an export", () => {
  const ready = { type: "ready", path: "/api/earshot/export/x", filename: "earshot.jsonl", first: 0, end: 9 };
  const send = (event: object) => server.send("earshot/export/prepare", event);

  afterEach(() => void vi.useRealTimers());

  test("is fetched by its address, and tells how much is there", async () => {
    const fetch = vi.fn();
    const told = vi.fn();
    const done = exportWith(client, { contents: ["words"] }, fetch, told, new AbortController().signal);
    await turn();
    send(ready);
    send({ type: "progress", done: 4, total: 9 });
    send({ type: "progress", done: 9, total: 9 });
    await done;
    expect(fetch).toHaveBeenCalledExactlyOnceWith(ready);
    expect(told).toHaveBeenCalledExactlyOnceWith({ done: 4, total: 9 });
    expect(server.asked).toEqual([{ type: "earshot/export/prepare", contents: ["words"] }]);
  });

  test("that nobody fetches is given up, and said to be", async () => {
    vi.useFakeTimers();
    const done = exportWith(client, { contents: [] }, vi.fn(), vi.fn(), new AbortController().signal);
    const failed = expect(done).rejects.toMatchObject({ code: "export_unfetched" });
    await vi.advanceTimersByTimeAsync(0);
    send(ready);
    await vi.advanceTimersByTimeAsync(FETCHED_WITHIN_MS + 1);
    await failed;
  });

  test("that is being fetched is not given up, however long it takes", async () => {
    vi.useFakeTimers();
    const done = exportWith(client, { contents: [] }, vi.fn(), vi.fn(), new AbortController().signal);
    await vi.advanceTimersByTimeAsync(0);
    send({ type: "progress", done: 1, total: 9 });
    await vi.advanceTimersByTimeAsync(FETCHED_WITHIN_MS * 3);
    send({ type: "progress", done: 9, total: 9 });
    await expect(done).resolves.toBeUndefined();
  });

  test("can be broken off", async () => {
    const broken = new AbortController();
    const done = exportWith(client, { contents: [] }, vi.fn(), vi.fn(), broken.signal);
    await turn();
    broken.abort();
    await expect(done).rejects.toMatchObject({ code: "given_up" });
  });
});
