import { describe, expect, test, vi } from "vitest";
import { type AskRows, RowCache, TOGETHER } from "./row-cache.js";

interface Row {
  readonly utterance_id: string;
  readonly at: number;
}

/** A ledger whose row at position n is "u<n>" and is as old as its position says. */
class Server {
  readonly asked: { skip: number; before: string | undefined }[] = [];
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly count: number,
    private readonly slow = false,
  ) {}

  readonly ask: AskRows<Row> = async ({ limit, skip, before }) => {
    this.asked.push({ skip, before });
    if (this.slow) await new Promise<void>((resolve) => this.waiting.push(resolve));
    const first = Number(before ?? 0) + skip;
    const end = Math.min(first + limit, this.count);
    const items = Array.from({ length: Math.max(0, end - first) }, (_, number) => ({
      utterance_id: `u${first + number}`,
      at: -(first + number),
    }));
    return { items, next: end < this.count ? String(end) : null };
  };

  async answer(): Promise<void> {
    this.waiting.shift()?.();
    await settled();
  }
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

function cacheOf(server: Server, held?: number) {
  const changed = vi.fn();
  return { cache: new RowCache<Row>(server.ask, changed, held), changed };
}

test("rows are asked for once, by whole pages", async () => {
  const server = new Server(1_000_000);
  const { cache, changed } = cacheOf(server);
  cache.want(0, 30);
  cache.want(5, 40);
  await settled();
  cache.want(10, 50);
  expect(server.asked).toEqual([{ skip: 0, before: undefined }]);
  expect(cache.get(49)?.utterance_id).toBe("u49");
  expect(cache.get(50)).toBeUndefined();
  expect(changed).toHaveBeenCalled();
});

test("what follows is asked for by a cursor, and what is far away by counting from the nearest", async () => {
  const server = new Server(1_000_000);
  const { cache } = cacheOf(server);
  cache.want(0, 60);
  await settled();
  expect(server.asked.length).toBe(2);
  cache.want(700_000, 700_010);
  await settled();
  expect(server.asked.at(-1)).toEqual({ skip: 699_900, before: "100" });
  expect(cache.get(700_000)?.utterance_id).toBe("u700000");
});

test("what was wanted in passing is never asked for", async () => {
  const server = new Server(1_000_000, true);
  const { cache } = cacheOf(server);
  for (let first = 0; first < 900_000; first += 5_000) cache.want(first, first + 30);
  expect(server.asked.length).toBe(2);
  await server.answer();
  await server.answer();
  expect(server.asked.length).toBe(3);
  await server.answer();
  expect(cache.get(895_000)?.utterance_id).toBe("u895000");
  expect(server.asked.length).toBe(3);
});

test("a bounded number is held: what is farthest goes first", async () => {
  const server = new Server(1_000_000);
  const { cache } = cacheOf(server, 200);
  for (let first = 0; first < 2_000; first += TOGETHER) {
    cache.want(first, first + TOGETHER);
    await settled();
  }
  expect(cache.size).toBe(200);
  expect(cache.get(0)).toBeUndefined();
  expect(cache.get(1_950)?.utterance_id).toBe("u1950");
});

test("a million rows that are looked at from end to end leave no more than that", async () => {
  const server = new Server(1_000_000);
  const { cache } = cacheOf(server);
  for (let first = 0; first < 1_000_000; first += 25_000) {
    cache.want(first, first + 40);
    await settled();
  }
  expect(cache.size).toBeLessThanOrEqual(1_000);
});

describe("when something changes", () => {
  async function filled(slow = false) {
    const server = new Server(1_000, slow);
    const made = cacheOf(server);
    made.cache.want(0, 30);
    if (slow) await server.answer();
    await settled();
    return { server, ...made };
  }

  test("a new row moves the others on", async () => {
    const { cache } = await filled();
    cache.insert(0, { utterance_id: "new", at: 1 });
    expect(cache.get(0)?.utterance_id).toBe("new");
    expect(cache.get(1)?.utterance_id).toBe("u0");
    expect(cache.get(50)?.utterance_id).toBe("u49");
  });

  test("what is behind moved rows is asked for where it is now", async () => {
    const { cache, server } = await filled();
    cache.remove(10);
    expect(cache.get(10)?.utterance_id).toBe("u11");
    cache.want(30, 60);
    await settled();
    expect(server.asked.at(1)).toEqual({ skip: 0, before: undefined });
  });

  test("an answer that positions have moved on from is dropped, and asked for again", async () => {
    const { cache, server } = await filled(true);
    cache.want(100, 130);
    cache.insert(0, { utterance_id: "new", at: 1 });
    await server.answer();
    expect(cache.get(100)).toBeUndefined();
    cache.want(100, 130);
    await server.answer();
    expect(cache.get(100)).toBeDefined();
  });

  test("a row that changed is replaced in place", async () => {
    const { cache } = await filled();
    expect(cache.replace({ utterance_id: "u7", at: 99 })).toBe(7);
    expect(cache.get(7)?.at).toBe(99);
    expect(cache.replace({ utterance_id: "nobody", at: 0 })).toBeUndefined();
  });

  test("a row that comes late finds its place, if its neighbours are here", async () => {
    const { cache } = await filled();
    expect(cache.placeOf((other) => other.at > -7.5)).toBe(8);
    expect(cache.placeOf((other) => other.at > 5)).toBe(0);
    expect(cache.placeOf((other) => other.at > -500)).toBeUndefined();
  });

  test("what is shown stays while everything is asked for anew", async () => {
    const { cache, server } = await filled(true);
    cache.forget();
    expect(cache.get(3)?.utterance_id).toBe("u3");
    expect(cache.size).toBe(0);
    await server.answer();
    expect(cache.size).toBe(TOGETHER);
  });
});

test("after a failure nothing is asked for until somebody tries again", async () => {
  const ask = vi.fn<AskRows<Row>>().mockRejectedValueOnce(new Error("gone"));
  ask.mockResolvedValue({ items: [{ utterance_id: "u0", at: 0 }], next: null });
  const cache = new RowCache<Row>(ask, () => undefined);
  cache.want(0, 1);
  await settled();
  cache.want(0, 1);
  expect(cache.error).toBeInstanceOf(Error);
  expect(ask).toHaveBeenCalledTimes(1);
  cache.retry();
  await settled();
  expect(cache.get(0)).toBeDefined();
});

test("an answer with fewer rows than wanted is not asked for over and over", async () => {
  const server = new Server(10);
  const { cache } = cacheOf(server);
  cache.want(0, 30);
  await settled();
  await settled();
  expect(server.asked.length).toBeLessThan(3);
});
