import type { Connection } from "home-assistant-js-websocket";
import { Client } from "../src/api/client.js";
import type { Me } from "../src/api/types.js";
import type { Session } from "../src/app/session.js";
import type { Hass } from "../src/ha/hass.js";
import { Formats } from "../src/i18n/format.js";
import { loadLocalize } from "../src/i18n/localize.js";

type Message = { type: string } & Record<string, unknown>;

/** The server's side of a test: what it is asked, what it answers, and the events that it sends. */
export class FakeServer {
  readonly asked: Message[] = [];
  readonly followers = new Map<string, (event: unknown) => void>();
  /** Answers by command: a value, an error to be thrown, or what makes one of the message. */
  answers: Record<string, unknown> = {};
  private readonly listeners = new Map<string, Set<() => void>>();

  readonly connection = {
    sendMessagePromise: async (message: Message) => {
      this.asked.push(message);
      const answer = this.answers[message.type];
      const value = typeof answer === "function" ? await answer(message) : answer;
      if (value instanceof Error || value === undefined) throw value ?? { code: "unknown_command", message: "" };
      return value;
    },
    subscribeMessage: async (told: (event: unknown) => void, message: Message) => {
      this.asked.push(message);
      const answer = this.answers[message.type];
      if (answer instanceof Error) throw answer;
      this.followers.set(message.type, told);
      return async () => {
        // Whoever follows anew may have done so already.
        if (this.followers.get(message.type) === told) this.followers.delete(message.type);
      };
    },
    addEventListener: (type: string, listener: () => void) => {
      this.listeners.set(type, (this.listeners.get(type) ?? new Set()).add(listener));
    },
    removeEventListener: (type: string, listener: () => void) => {
      this.listeners.get(type)?.delete(listener);
    },
  };

  /** Send an event to whoever follows that command. */
  send(type: string, event: unknown): void {
    this.followers.get(type)?.(event);
  }

  /** Let the connection be lost. */
  lose(): void {
    for (const listener of this.listeners.get("disconnected") ?? []) listener();
  }
}

const ADMIN: Me = {
  role: "admin",
  name: "Ada",
  user_id: "1",
  may_change: true,
  shows_contents: "all",
  reviews: false,
  has_desk: false,
};

/** A session over a fake server, for elements that are tested without a Home Assistant. */
export async function fakeSession(server: FakeServer, me: Partial<Me> = {}, language = "en"): Promise<Session> {
  const hass: Hass = {
    connection: server.connection as unknown as Connection,
    connected: true,
    language,
    locale: {
      language,
      number_format: "language",
      time_format: "24",
      date_format: "language",
      first_weekday: "monday",
      time_zone: "server",
    },
    config: { time_zone: "Europe/London", version: "2026.10.4" },
    themes: { darkMode: false },
    user: { id: "1", name: "Ada", is_admin: true },
    translationMetadata: { translations: {} },
    states: {},
    hassUrl: (path) => `http://home${path}`,
    callApi: () => Promise.reject({ error: "nobody answers" }),
    fetchWithAuth: () => Promise.reject(new Error("nobody answers")),
  };
  return {
    hass: () => hass,
    client: new Client(() => hass),
    localize: await loadLocalize(language),
    format: new Formats(language, hass.locale, hass.config.time_zone),
    me: { ...ADMIN, ...me },
    connected: true,
    generation: 0,
  };
}
