import type { Hass } from "../ha/hass.js";
import { ApiError } from "./error.js";

type Arguments = Record<string, unknown>;

/** Ends a subscription. Never rejects: a connection that is gone has no subscriptions. */
export type Unsubscribe = () => Promise<void>;

/** Asks Earshot over Home Assistant's websocket. The only place that names the connection. */
export class Client {
  constructor(private readonly hass: () => Hass) {}

  /** Ask once. Rejects with an ApiError. */
  async ask<T>(type: string, args: Arguments = {}): Promise<T> {
    try {
      return await this.hass().connection.sendMessagePromise<T>({ type, ...args });
    } catch (error) {
      throw ApiError.from(error);
    }
  }

  /**
   * Follow events. After the connection was lost, Home Assistant's library subscribes again by itself, unless it is
   * work that must not be begun twice (`once`).
   */
  async follow<T>(type: string, args: Arguments, told: (event: T) => void, once = false): Promise<Unsubscribe> {
    try {
      const end = await this.hass().connection.subscribeMessage<T>(told, { type, ...args }, { resubscribe: !once });
      return async () => {
        await Promise.resolve(end()).catch(() => undefined);
      };
    } catch (error) {
      throw ApiError.from(error);
    }
  }

  /** Have something done that takes long: events tell how far it is, until one satisfies `last`. */
  async work<T extends { type: string }>(
    type: string,
    args: Arguments,
    last: (event: T) => boolean,
    told: (event: T) => void = () => undefined,
    signal?: AbortSignal,
  ): Promise<T> {
    const done = Promise.withResolvers<T>();
    const end = await this.follow<T>(
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
