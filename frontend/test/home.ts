import type { Connection } from "home-assistant-js-websocket";
import type { Me } from "../src/api/types.js";
import { makeSession, type Session } from "../src/app/session.js";
import type { Hass } from "../src/ha/hass.js";
import { loadLocalize } from "../src/i18n/localize.js";
import type { EarshotElement } from "../src/ui/element.js";

type Message = Record<string, unknown> & { type: string };

/** A Home Assistant that answers as a test says. What it has no answer for fails with "unknown_command". */
export class FakeHome {
  /** Everything that was asked over the websocket, in order. */
  readonly asked: Message[] = [];
  /** Everything that was asked over REST, as "METHOD path". */
  readonly rest: string[] = [];
  answers: Record<string, (message: Message) => unknown> = {};
  restAnswers: (method: string, path: string, body?: unknown) => unknown = () => ({});
  private readonly followers = new Map<string, ((event: unknown) => void)[]>();

  readonly hass: Hass = {
    connection: {
      sendMessagePromise: async (message: Message) => this.answer(message),
      subscribeMessage: async (told: (event: unknown) => void, message: Message) => {
        this.asked.push(message);
        this.followers.set(message.type, [...(this.followers.get(message.type) ?? []), told]);
        const first = this.answers[message.type];
        if (first !== undefined) told(await first(message));
        return async () => {
          this.followers.set(
            message.type,
            (this.followers.get(message.type) ?? []).filter((one) => one !== told),
          );
        };
      },
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    } as unknown as Connection,
    connected: true,
    language: "en",
    locale: {
      language: "en",
      number_format: "language",
      time_format: "24",
      date_format: "language",
      first_weekday: "monday",
      time_zone: "server",
    },
    config: { time_zone: "UTC", version: "2026.10.0" },
    themes: { darkMode: false },
    translationMetadata: { translations: {} },
    states: {},
    hassUrl: (path) => path,
    callApi: async <T>(method: string, path: string, body?: unknown) => {
      this.rest.push(`${method} ${path}`);
      return (await this.restAnswers(method, path, body)) as T;
    },
    fetchWithAuth: async () => new Response(),
  };

  /** Send an event to everybody who follows a command. */
  tell(type: string, event: unknown): void {
    for (const told of this.followers.get(type) ?? []) told(event);
  }

  follows(type: string): number {
    return this.followers.get(type)?.length ?? 0;
  }

  async session(role: Me["role"] = "admin"): Promise<Session> {
    const me: Me = {
      role,
      name: "Ann",
      user_id: "ann",
      may_change: role === "admin" || role === "member",
      shows_contents: role === "admin" ? "all" : "own",
      reviews: role === "reviewer",
      has_desk: false,
    };
    return makeSession(() => this.hass, await loadLocalize("en"), me, 0);
  }

  private async answer(message: Message): Promise<never> {
    this.asked.push(message);
    const answer = this.answers[message.type];
    if (answer === undefined) throw { code: "unknown_command", message: message.type };
    return (await answer(message)) as never;
  }
}

// jsdom knows the element, and not what opens it.
HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
  this.open = true;
};
HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
  this.open = false;
  this.dispatchEvent(new Event("close"));
};

/** Put an element on the page, with a session, and wait until it and what is in it have been drawn. */
export async function shown<E extends EarshotElement>(element: E, session: Session): Promise<E> {
  element.session = session;
  document.body.append(element);
  await settled(element);
  return element;
}

/** Wait until nothing is drawn any more; hand the session down to what is inside, as the panel does. */
export async function settled(element: EarshotElement): Promise<void> {
  for (let round = 0; round < 6; round++) {
    await new Promise((resolve) => setTimeout(resolve));
    await element.updateComplete;
    for (const one of inside(element)) one.session ??= element.session;
  }
}

/** What somebody reads, shadow roots included. */
export function textOf(node: Node): string {
  if (node instanceof HTMLStyleElement) return "";
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? "";
  const root = node instanceof Element ? node.shadowRoot : null;
  const own = [...(root === null ? [] : root.childNodes), ...node.childNodes].map(textOf).join(" ");
  return own.replace(/\s+/g, " ").trim();
}

/** All elements of a sort, in shadow roots too. */
export function all<E extends Element>(node: Element, selector: string): E[] {
  const root = node.shadowRoot;
  const here = [...(root?.querySelectorAll<E>(selector) ?? []), ...node.querySelectorAll<E>(selector)];
  const deeper = [...(root?.querySelectorAll("*") ?? []), ...node.querySelectorAll("*")]
    .filter((one) => one.shadowRoot !== null)
    .flatMap((one) => [...all<E>(one, selector)]);
  return [...new Set([...here, ...deeper])];
}

function inside(element: Element): EarshotElement[] {
  return all<EarshotElement>(element, "*").filter((one) => "session" in one);
}
