import { expect, test } from "vitest";
import { FakeServer, fakeSession } from "../../test/session.js";
import type { ApiError } from "./error.js";

async function started(server: FakeServer, signal?: AbortSignal) {
  const { client } = await fakeSession(server);
  const told: unknown[] = [];
  const work = client.work(
    "earshot/ledger/verify",
    {},
    (event) => event.type === "verdict",
    (event) => told.push(event),
    signal,
  );
  await Promise.resolve();
  return { work, told };
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => "no error",
    (error: ApiError) => error.code,
  );
}

test("an error that the server sends is one with a code", async () => {
  const server = new FakeServer();
  const { client } = await fakeSession(server);
  expect(await codeOf(client.ask("earshot/me"))).toBe("unknown_command");
});

test("long work tells how far it is, ends with its last event, and is not followed any more", async () => {
  const server = new FakeServer();
  const { work, told } = await started(server);
  server.send("earshot/ledger/verify", { type: "progress", done: 1 });
  server.send("earshot/ledger/verify", { type: "verdict" });
  expect(await work).toEqual({ type: "verdict" });
  expect(told).toEqual([{ type: "progress", done: 1 }]);
  expect(server.followers.size).toBe(0);
});

test("long work that fails, is broken off, or loses its connection says which", async () => {
  const failing = new FakeServer();
  const first = await started(failing);
  failing.send("earshot/ledger/verify", { type: "failed", code: "ledger_unavailable" });
  expect(await codeOf(first.work)).toBe("ledger_unavailable");

  const stop = new AbortController();
  const second = await started(new FakeServer(), stop.signal);
  stop.abort();
  expect(await codeOf(second.work)).toBe("given_up");

  const losing = new FakeServer();
  const third = await started(losing);
  losing.lose();
  expect(await codeOf(third.work)).toBe("connection_lost");
});
