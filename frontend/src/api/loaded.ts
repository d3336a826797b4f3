import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Session } from "../app/session.js";
import type { Arguments, EventOf, Subscription, Unsubscribe } from "./client.js";
import { ApiError } from "./error.js";

/** How something stands that comes from the server. What was there stays to be seen while it is asked for again. */
export type State<T> =
  | { readonly kind: "loading" }
  | { readonly kind: "ready"; readonly value: T }
  | { readonly kind: "failed"; readonly error: ApiError };

interface Host extends ReactiveControllerHost {
  /** Undefined until the element is connected. */
  readonly session: Session | undefined;
}

/**
 * Keeps one answer of the server for an element: asks when the element appears, when `arguments` gives something else
 * than before, and again when the connection comes back. An answer that was overtaken by a later question is dropped.
 */
export class Loaded<T, A extends readonly unknown[] = []> implements ReactiveController {
  state: State<T> = { kind: "loading" };
  private asked: string | undefined;
  private generation = 0;
  private question = 0;

  constructor(
    private readonly host: Host,
    private readonly ask: (session: Session, ...args: A) => Promise<T>,
    private readonly args: () => A | undefined = () => [] as unknown as A,
  ) {
    host.addController(this);
  }

  /** What came last; undefined while nothing did. */
  get value(): T | undefined {
    return this.state.kind === "ready" ? this.state.value : undefined;
  }

  hostUpdate(): void {
    const args = this.args();
    const { session } = this.host;
    if (session === undefined || args === undefined) return;
    const key = JSON.stringify(args);
    if (key === this.asked && session.generation === this.generation) return;
    // What was asked about something else is not to be taken for it; what was there before an outage stays meanwhile.
    const blank = key !== this.asked;
    this.asked = key;
    this.generation = session.generation;
    void this.load(args, blank);
  }

  /** Ask again, for example because of an event. What is shown stays until the answer is there. */
  async reload(): Promise<void> {
    const args = this.args();
    if (args !== undefined) await this.load(args, this.state.kind !== "ready");
  }

  private async load(args: A, blank: boolean): Promise<void> {
    const { session } = this.host;
    if (session === undefined) return;
    const question = ++this.question;
    if (blank) this.show({ kind: "loading" });
    let state: State<T>;
    try {
      state = { kind: "ready", value: await this.ask(session, ...args) };
    } catch (error) {
      state = { kind: "failed", error: ApiError.from(error) };
    }
    if (question === this.question) this.show(state);
  }

  private show(state: State<T>): void {
    this.state = state;
    this.host.requestUpdate();
  }
}

/** Follows events for as long as the element is there. */
export class Followed<K extends Subscription> implements ReactiveController {
  error: ApiError | undefined;
  private end: Promise<Unsubscribe | undefined> | undefined;

  constructor(
    private readonly host: Host,
    private readonly type: K,
    private readonly told: (event: EventOf<K>) => void,
    private readonly args: () => Arguments<K> = () => ({}) as Arguments<K>,
  ) {
    host.addController(this);
  }

  hostUpdate(): void {
    const { session } = this.host;
    if (session === undefined || this.end !== undefined) return;
    this.end = session.client.follow(this.type, this.args(), this.told).catch((error: unknown) => {
      this.error = ApiError.from(error);
      this.host.requestUpdate();
      return undefined;
    });
  }

  hostDisconnected(): void {
    void this.end?.then((end) => end?.());
    this.end = undefined;
  }
}
