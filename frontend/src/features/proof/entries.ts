import type { ReactiveController, ReactiveControllerHost } from "lit";
import { ApiError } from "../../api/error.js";
import type { State } from "../../api/loaded.js";
import type { StoredEntry } from "../../api/types.js";
import type { Session } from "../../app/session.js";
import type { Kind } from "./accesses.js";

/** Entries that are fetched at a time: more than a screen, and read within a blink. */
const PAGE = 100;

/** Entries of some kinds, newest first, fetched page by page as somebody asks for more. */
export class Entries implements ReactiveController {
  state: State<readonly StoredEntry[]> = { kind: "loading" };
  /** Whether there are older ones. */
  more = false;
  busy = false;
  private next: string | undefined;
  private generation: number | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & { readonly session: Session | undefined },
    private readonly kinds: readonly Kind[],
  ) {
    host.addController(this);
  }

  hostUpdate(): void {
    const generation = this.host.session?.generation;
    if (generation === undefined || generation === this.generation) return;
    this.generation = generation;
    void this.reload();
  }

  /** Begin anew with the newest. */
  async reload(): Promise<void> {
    this.next = undefined;
    await this.fetch([]);
  }

  /** Fetch the page that follows. */
  async older(): Promise<void> {
    if (this.state.kind === "ready" && this.more && !this.busy) await this.fetch(this.state.value);
  }

  private async fetch(before: readonly StoredEntry[]): Promise<void> {
    const { session } = this.host;
    if (session === undefined) return;
    this.busy = true;
    this.host.requestUpdate();
    try {
      const { items, next } = await session.client.ask("earshot/ledger/events", {
        kinds: this.kinds,
        before: this.next,
        limit: PAGE,
      });
      this.next = next ?? undefined;
      this.more = next !== null;
      this.state = { kind: "ready", value: [...before, ...items] };
    } catch (error) {
      this.state = { kind: "failed", error: ApiError.from(error) };
    }
    this.busy = false;
    this.host.requestUpdate();
  }
}
