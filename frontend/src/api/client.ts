import type { HomeCommands, HomeSubscriptions } from "../ha/commands.js";
import type { Hass } from "../ha/hass.js";
import type { Commands as OwnCommands, Subscriptions as OwnSubscriptions } from "./commands.js";
import { ApiError } from "./error.js";

type Commands = OwnCommands & HomeCommands;
type Subscriptions = OwnSubscriptions & HomeSubscriptions;

export type Command = keyof Commands;
export type Subscription = keyof Subscriptions;
export type Answer<K extends Command> = Commands[K]["answer"];
export type EventOf<K extends Subscription> = Subscriptions[K]["event"];

/** Subscriptions whose events have a type: work, which ends with an event of another type than its progress. */
export type Work = {
  [K in Subscription]: EventOf<K> extends { readonly type: string } ? K : never;
}[Subscription];

/** What a command takes. */
export type Arguments<K extends Command | Subscription> = K extends Command
  ? Commands[K]["arguments"]
  : K extends Subscription
    ? Subscriptions[K]["arguments"]
    : never;

/** What has to be given to a command: nothing, where it needs nothing. */
type Given<K extends Command> =
  Record<never, never> extends Arguments<K> ? [args?: Arguments<K>] : [args: Arguments<K>];

/** Ends a subscription. Never rejects: a connection that is gone has no subscriptions. */
export type Unsubscribe = () => Promise<void>;

/** Asks Earshot, and Home Assistant itself, over Home Assistant's websocket. The only place that names the connection. */
export class Client {
  constructor(private readonly hass: () => Hass) {}

  /** Ask once. Rejects with an ApiError. */
  async ask<K extends Command>(type: K, ...[args]: Given<K>): Promise<Answer<K>> {
    try {
      return await this.hass().connection.sendMessagePromise<Answer<K>>({ type, ...args });
    } catch (error) {
      throw ApiError.from(error);
    }
  }

  /**
   * Follow events. After the connection was lost, Home Assistant's library subscribes again by itself, unless it is
   * work that must not be begun twice (`once`).
   */
  async follow<K extends Subscription>(
    type: K,
    args: Arguments<K>,
    told: (event: EventOf<K>) => void,
    once = false,
  ): Promise<Unsubscribe> {
    try {
      const message = { type, ...args };
      const end = await this.hass().connection.subscribeMessage<EventOf<K>>(told, message, { resubscribe: !once });
      return async () => {
        await Promise.resolve(end()).catch(() => undefined);
      };
    } catch (error) {
      throw ApiError.from(error);
    }
  }

  /** Have something done that takes long: events tell how far it is, until one satisfies `last`. */
  async work<K extends Work, L extends EventOf<K>>(
    type: K,
    args: Arguments<K>,
    last: (event: EventOf<K>) => event is L,
    told: (event: EventOf<K>) => void = () => undefined,
    signal?: AbortSignal,
  ): Promise<L> {
    const done = Promise.withResolvers<L>();
    const end = await this.follow(
      type,
      args,
      (event) => {
        if (event.type === "failed") done.reject(ApiError.from(event));
        else if (last(event)) done.resolve(event);
        else told(event);
      },
      true,
    );
    const giveUp = () => done.reject(ApiError.from({ code: "given_up" }));
    const lost = () => done.reject(ApiError.from({ code: "connection_lost" }));
    signal?.addEventListener("abort", giveUp);
    const { connection } = this.hass();
    connection.addEventListener("disconnected", lost);
    try {
      return await done.promise;
    } finally {
      signal?.removeEventListener("abort", giveUp);
      connection.removeEventListener("disconnected", lost);
      await end();
    }
  }
}
