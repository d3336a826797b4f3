import { ApiError } from "../../api/error.js";
import type { Page, UtteranceView } from "../../api/types.js";
import { matches, type Restriction } from "./filters.js";
import { RowCache, TOGETHER } from "./row-cache.js";

/** New utterances held back while somebody reads farther down. More than so many are asked for when they are wanted. */
const HELD_BACK = 100;

/** How long changes are gathered before everything is asked for anew. */
const GATHER_MS = 500;

/** What a list asks. */
export interface Asker {
  list(asked: Restriction & { limit?: number; skip?: number; before?: string | undefined }): Promise<Page>;
  count(asked: Restriction): Promise<number>;
}

/**
 * The utterances that some filters find, by their position from the newest on, kept true while they come and go.
 *
 * Positions are counted from the newest one that is shown (`newest`), so they hold while others come in: these wait
 * (`waiting`) until they are let in.
 */
export class Listing {
  /** How many there are. Undefined while that is asked for the first time. */
  total: number | undefined;
  error: ApiError | undefined;
  /** New ones that are not shown yet, newest first. */
  waiting: readonly UtteranceView[] = [];
  readonly rows: RowCache<UtteranceView>;
  /** Everything that was heard before this instant is shown. Undefined: it is not known yet what there is. */
  private newest: string | undefined;
  private gathering: ReturnType<typeof setTimeout> | undefined;
  /** Counts questions about the whole, so that an answer that was overtaken is dropped. */
  private question = 0;

  constructor(
    readonly asker: Asker,
    readonly asked: Restriction,
    private readonly changed: () => void,
  ) {
    this.rows = new RowCache((ask) => asker.list({ ...this.restriction, ...ask }), changed);
  }

  /** What is asked for: the filters, and not what is newer than the newest one that is shown. */
  get restriction(): Restriction {
    const { asked, newest } = this;
    return newest === undefined ? asked : { ...asked, until: earlier(asked.until, newest) };
  }

  /** Go back to where somebody was: rows are counted from the same one as then, and what came since waits. */
  async resume(newest: string): Promise<void> {
    this.newest = newest;
    await this.refresh();
  }

  /** Ask for everything from the newest on. What is shown stays until the answer is there. */
  async begin(): Promise<void> {
    const question = this.anew();
    try {
      const page = await this.asker.list({ ...this.asked, limit: TOGETHER });
      if (question !== this.question) return;
      const [first] = page.items;
      this.newest = first === undefined ? undefined : after(first.at);
      this.waiting = [];
      this.rows.forget();
      this.rows.put(0, page);
      this.total = page.next === null ? page.items.length : Math.max(this.total ?? 0, page.items.length);
      this.changed();
      if (page.next !== null) await this.count(question);
    } catch (error) {
      this.failed(question, error);
    }
  }

  /** Ask again for what is shown, where it is shown, and for what came meanwhile. */
  async refresh(): Promise<void> {
    if (this.newest === undefined) return this.begin();
    const question = this.anew();
    try {
      const newer = await this.asker.list({
        ...this.asked,
        since: later(this.asked.since, this.newest),
        limit: HELD_BACK,
      });
      if (question !== this.question) return;
      this.waiting = newer.items;
      this.rows.forget();
      this.changed();
      await this.count(question);
    } catch (error) {
      this.failed(question, error);
    }
  }

  /**
   * Something was told of an utterance. It is shown at once where it stands, or if the newest ones are looked at.
   * Returns its position if it came in among those that are shown.
   */
  told(view: UtteranceView, atStart: boolean): number | undefined {
    if (this.rows.replace(view) !== undefined) {
      this.changed();
      return undefined;
    }
    if (this.total === undefined || !matches(this.asked, view)) return undefined;
    if (this.newest !== undefined && Date.parse(view.at) < Date.parse(this.newest)) return this.late(view);
    if (!atStart) {
      const others = this.waiting.filter((one) => one.utterance_id !== view.utterance_id);
      this.waiting = [...others, view].sort(newestFirst).slice(0, HELD_BACK);
      this.changed();
      return undefined;
    }
    const place = this.letIn(view);
    this.changed();
    return place;
  }

  /** Let those in that waited. Resolves to how many came in; undefined if everything was asked for anew. */
  async letWaitingIn(): Promise<number | undefined> {
    const { waiting } = this;
    if (waiting.length >= HELD_BACK) {
      await this.begin();
      return undefined;
    }
    this.waiting = [];
    for (const view of [...waiting].reverse()) this.letIn(view);
    this.changed();
    return waiting.length;
  }

  /** Utterances are no more. Returns how many of the rows before a position went. */
  gone(utteranceIds: readonly string[], before: number): number {
    this.waiting = this.waiting.filter((one) => !utteranceIds.includes(one.utterance_id));
    let above = 0;
    let unknown = false;
    for (const name of utteranceIds) {
      const position = this.rows.find(name);
      if (position === undefined) unknown = true;
      else {
        this.rows.remove(position);
        this.total = Math.max(0, (this.total ?? 0) - 1);
        if (position < before) above++;
      }
    }
    if (unknown) this.refreshSoon();
    this.changed();
    return above;
  }

  /** So much changed that it is asked for anew, once it is quiet. */
  refreshSoon(): void {
    clearTimeout(this.gathering);
    this.gathering = setTimeout(() => void this.refresh(), GATHER_MS);
  }

  retry(): void {
    this.error = undefined;
    if (this.total === undefined) void this.begin();
    else this.rows.retry();
  }

  /** Nobody looks any more. */
  end(): void {
    clearTimeout(this.gathering);
    this.question++;
  }

  private anew(): number {
    this.error = undefined;
    return ++this.question;
  }

  private async count(question: number): Promise<void> {
    const total = await this.asker.count(this.restriction);
    if (question !== this.question) return;
    this.total = total;
    this.changed();
  }

  private failed(question: number, error: unknown): void {
    if (question !== this.question) return;
    this.error = ApiError.from(error);
    this.changed();
  }

  private letIn(view: UtteranceView): number {
    const place = this.rows.placeOf((other) => newestFirst(other, view) < 0) ?? 0;
    this.rows.insert(place, view);
    this.total = (this.total ?? 0) + 1;
    this.newest = later(this.newest, after(view.at));
    return place;
  }

  /** One that is older than others that are shown, and is entered only now. Where nobody looks it is left to a refresh. */
  private late(view: UtteranceView): number | undefined {
    const place = this.rows.placeOf((other) => newestFirst(other, view) < 0);
    if (place === undefined) return undefined;
    this.rows.insert(place, view);
    this.total = (this.total ?? 0) + 1;
    this.changed();
    return place;
  }
}

function newestFirst(one: UtteranceView, other: UtteranceView): number {
  return Date.parse(other.at) - Date.parse(one.at);
}

/** The first instant that is later than another: the ledger counts in milliseconds. */
function after(instant: string): string {
  return new Date(Date.parse(instant) + 1).toISOString();
}

function later(one: string | undefined, other: string): string {
  return one !== undefined && Date.parse(one) > Date.parse(other) ? one : other;
}

function earlier(one: string | undefined, other: string): string {
  return one !== undefined && Date.parse(one) < Date.parse(other) ? one : other;
}
