import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test, vi } from "vitest";
import { FakeServer, fakeSession } from "../../test/session.js";
import type { EarshotCardBase } from "./card.js";
import type { CardConfig } from "./config.js";

interface CardClass {
  getConfigForm(): { schema: readonly { name: string }[]; computeLabel(field: { name: string }): string };
  getStubConfig(): Record<string, unknown>;
}

const SAMPLES = join(import.meta.dirname, "../../../tests/fixtures/websocket");

beforeAll(async () => {
  await import("./cards.js");
  await vi.waitFor(() => expect(window.customCards?.length).toBeGreaterThan(0));
});

function sample(name: string): unknown {
  return JSON.parse(readFileSync(join(SAMPLES, `${name}.json`), "utf8"));
}

async function shown(type: string, config: Record<string, unknown>, server: FakeServer): Promise<ShadowRoot> {
  const card = document.createElement(type) as unknown as EarshotCardBase<CardConfig>;
  card.setConfig({ type: `custom:${type}`, ...config });
  card.hass = (await fakeSession(server)).hass();
  document.body.append(card);
  await vi.waitFor(() => expect(card.session).toBeDefined());
  await card.updateComplete;
  return card.shadowRoot as ShadowRoot;
}

test("the picker knows every card, and each has an editor for what its stub sets", () => {
  for (const { type, name, description } of window.customCards ?? []) {
    const card = customElements.get(type) as unknown as CardClass;
    expect(name).not.toContain("cards.");
    expect(description).not.toContain("cards.");
    const form = card.getConfigForm();
    const fields = form.schema.map((field) => field.name);
    expect(fields).toEqual(expect.arrayContaining(Object.keys(card.getStubConfig())));
    for (const field of form.schema) expect(form.computeLabel(field)).not.toContain("cards.");
  }
});

test("a card of somebody who may see nothing says so", async () => {
  const server = new FakeServer();
  server.answers = { "earshot/me": () => Promise.reject({ code: "unauthorized", message: "" }) };
  const card = document.createElement("earshot-card") as unknown as EarshotCardBase<CardConfig>;
  card.setConfig({ type: "custom:earshot-card" });
  card.hass = (await fakeSession(server)).hass();
  document.body.append(card);
  await vi.waitFor(() => expect(card.shadowRoot?.textContent).not.toBe(""));
  await vi.waitFor(() => expect(card.shadowRoot?.querySelector("earshot-message")).not.toBeNull());
});

test("a card says who is listening", async () => {
  const server = new FakeServer();
  server.answers = { "earshot/me": sample("me") };
  const root = await shown("earshot-now-card", { title: "Microphones" }, server);
  expect(root.querySelector("h2")?.textContent).toBe("Microphones");
  await vi.waitFor(() => expect(server.followers.has("earshot/now/subscribe")).toBe(true));
  server.send("earshot/now/subscribe", { type: "now", satellites: [], others: [] });
  await vi.waitFor(() => expect(root.querySelector("earshot-now-strip")?.shadowRoot?.textContent?.trim()).toBeTruthy());
});

test("the day is told in one sentence, which leads to the panel", async () => {
  const server = new FakeServer();
  server.answers = { "earshot/me": sample("me") };
  const root = await shown("earshot-card", {}, server);
  await vi.waitFor(() => expect(server.followers.has("earshot/today/subscribe")).toBe(true));
  const [event] = sample("today.subscribe.events") as unknown[];
  server.send("earshot/today/subscribe", event);
  await vi.waitFor(() => expect(root.querySelector("earshot-day-sentence")?.shadowRoot?.textContent).toMatch(/said/));
  expect(root.querySelector("a")?.getAttribute("href")).toBe("/earshot/today");
});

test("the last utterances are listed, and their words only on a tap", async () => {
  const server = new FakeServer();
  const page = sample("utterances.list") as { items: Record<string, unknown>[] };
  const [first] = page.items;
  const hostile = "<img src=x onerror=alert(1)>\u202e\u0000";
  const item = {
    ...first,
    satellite: { label: hostile, entity_id: null, area: null },
    contents: [{ kind: "words", size: 1, until: null, erased_at: null }],
  };
  server.answers = {
    "earshot/me": sample("me"),
    "earshot/utterances/list": { items: [item], next: null },
    "earshot/utterances/get": { words: { words: hostile, response: null } },
  };
  const root = await shown("earshot-utterances-card", { words: true }, server);
  await vi.waitFor(() => expect(root.querySelector("li")).not.toBeNull());
  expect(root.querySelector("strong")?.textContent).toBe(hostile);
  expect(server.asked.map(({ type }) => type)).not.toContain("earshot/utterances/get");
  root.querySelector("button")?.click();
  await vi.waitFor(() => expect(root.querySelector(".words")?.textContent).toBe(hostile));
  expect(root.querySelector("img")).toBeNull();
});
