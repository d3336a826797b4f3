import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Session } from "../app/session.js";
import type { Arguments, EventOf, Subscription, Unsubscribe } from "./client.js";
import { ApiError } from "./error.js";
import type { State } from "./loaded.js";
import type { Unavailable } from "./types.js";

interface Host extends ReactiveControllerHost {
  readonly session: Session | undefined;
}

/** What a subscription tells, but for that it can tell nothing. */
type Told<K extends Subscription> = Exclude<EventOf<K>, Unavailable>;

/**
 * Keeps what a subscription tells for an element. It is followed anew when `args` gives something else, and not at all
 * while it gives nothing; what was there stays to be seen until the other is. `interrupted` says that what is shown may not be true any more.
 */
export class Watching<K extends Subscription, T> implements ReactiveController {
  state: State<T> = { kind: "loading" };
  interrupted: ApiError | undefined;
  private followed: string | undefined;
  /** In which generation of the connection it failed to begin. */
  private failedIn: number | undefined;
  private turn = 0;
  private end: Promise<Unsubscribe | undefined> | undefined;

  constructor(
    private readonly host: Host,
    private readonly type: K,
    /** Returns what is there after an event; undefined where there is nothing to show yet. */
    private readonly apply: (before: T | undefined, event: Told<K>) => T | undefined,
    private readonly args: () => Arguments<K> | undefined = () => ({}) as Arguments<K>,
  ) {
    host.addController(this);
  }

  /** What was told last; undefined while nothing was. */
  get value(): T | undefined {
    return this.state.kind === "ready" ? this.state.value : undefined;
  }

  hostConnected(): void {
    this.host.requestUpdate();
  }

  hostUpdate(): void {
    const { session } = this.host;
    const args = this.args();
    if (args === undefined && this.followed !== undefined) this.stop();
    if (session === undefined || args === undefined) return;
    const key = JSON.stringify(args);
    // The library itself goes on when the connection is back, but for what failed to begin.
    const retry = this.failedIn !== undefined && this.failedIn !== session.generation;
    if (key !== this.followed || retry) this.begin(session, args, key);
  }

  hostDisconnected(): void {
    this.stop();
  }

  /** Try once more. */
  again(): void {
    this.stop();
    this.host.requestUpdate();
  }

  private begin({ client, generation }: Session, args: Arguments<K>, key: string): void {
    this.stop();
    this.followed = key;
    const { turn } = this;
    const told = (event: EventOf<K>) => {
      if (this.turn === turn) this.take(event);
    };
    this.end = client.follow(this.type, args, told).catch((error: unknown) => {
      if (this.turn === turn) this.fail(ApiError.from(error), generation);
      return undefined;
    });
  }

  private take(event: EventOf<K>): void {
    if (isUnavailable(event)) {
      const error = new ApiError(event.code, event.type);
      if (this.state.kind === "ready") this.interrupted = error;
      else this.state = { kind: "failed", error };
    } else {
      this.interrupted = undefined;
      const value = this.apply(this.value, event as Told<K>);
      if (value !== undefined) this.state = { kind: "ready", value };
    }
    this.host.requestUpdate();
  }

  private fail(error: ApiError, generation: number): void {
    this.failedIn = generation;
    this.state = { kind: "failed", error };
    this.host.requestUpdate();
  }

  private stop(): void {
    this.turn++;
    this.followed = undefined;
    this.failedIn = undefined;
    void this.end?.then((end) => end?.());
    this.end = undefined;
  }
}

function isUnavailable(event: unknown): event is Unavailable {
  return typeof event === "object" && event !== null && "type" in event && event.type === "unavailable";
}
