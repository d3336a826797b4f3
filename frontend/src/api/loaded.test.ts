import type { ReactiveController } from "lit";
import { expect, test } from "vitest";
import { FakeServer, fakeSession } from "../../test/session.js";
import type { Session } from "../app/session.js";
import { Followed, Loaded } from "./loaded.js";

/** An element without a document. */
class Host {
  session: Session | undefined;
  readonly controllers: ReactiveController[] = [];
  updates = 0;
  readonly updateComplete = Promise.resolve(true);

  addController(controller: ReactiveController): void {
    this.controllers.push(controller);
  }

  removeController(): void {}

  requestUpdate(): void {
    this.updates++;
  }

  async update(): Promise<void> {
    for (const controller of this.controllers) controller.hostUpdate?.();
    await new Promise((resolve) => setTimeout(resolve));
  }

  leave(): void {
    for (const controller of this.controllers) controller.hostDisconnected?.();
  }
}

async function withServer() {
  const server = new FakeServer();
  const host = new Host();
  host.session = await fakeSession(server);
  return { server, host };
}

test("it asks once, and again for other arguments and when the connection is back", async () => {
  const { server, host } = await withServer();
  let id = "a";
  const loaded = new Loaded(
    host,
    (session, utterance_id: string) => session.client.ask("earshot/utterances/receipt", { utterance_id }),
    () => [id] as [string],
  );
  server.answers = {
    "earshot/utterances/receipt": ({ utterance_id }: { utterance_id: string }) => utterance_id.toUpperCase(),
  };
  await host.update();
  await host.update();
  expect([loaded.value, server.asked.length]).toEqual(["A", 1]);
  id = "b";
  await host.update();
  expect([loaded.value, server.asked.length]).toEqual(["B", 2]);
  host.session = { ...(host.session as Session), generation: 1 };
  await host.update();
  expect(server.asked.length).toBe(3);
});

test("what was asked about something else is not shown for it, and what was there before an outage is", async () => {
  const { server, host } = await withServer();
  let id = "a";
  const loaded = new Loaded(
    host,
    (session, utterance_id: string) => session.client.ask("earshot/utterances/receipt", { utterance_id }),
    () => [id] as [string],
  );
  server.answers = { "earshot/utterances/receipt": "A" };
  await host.update();
  server.answers = { "earshot/utterances/receipt": () => new Promise(() => undefined) };
  host.session = { ...(host.session as Session), generation: 1 };
  await host.update();
  expect(loaded.value).toBe("A");
  id = "b";
  await host.update();
  expect(loaded.state).toEqual({ kind: "loading" });
});

test("an answer that was overtaken is dropped", async () => {
  const { server, host } = await withServer();
  const answers: ((value: string) => void)[] = [];
  server.answers = { "earshot/me": () => new Promise((resolve) => answers.push(resolve)) };
  const loaded = new Loaded(host, (session) => session.client.ask("earshot/me"));
  await host.update();
  void loaded.reload();
  answers[1]?.("new");
  await host.update();
  answers[0]?.("old");
  await host.update();
  expect(loaded.value).toBe("new");
});

test("it says that it failed", async () => {
  const { host } = await withServer();
  const loaded = new Loaded(host, (session) => session.client.ask("earshot/me"));
  await host.update();
  expect(loaded.state).toMatchObject({ kind: "failed", error: { code: "unknown_command" } });
});

test("events are followed as long as the element is there", async () => {
  const { server, host } = await withServer();
  const told: unknown[] = [];
  new Followed(host, "earshot/settings/subscribe", (event) => told.push(event));
  await host.update();
  server.send("earshot/settings/subscribe", 1);
  host.leave();
  await host.update();
  expect(told).toEqual([1]);
});
