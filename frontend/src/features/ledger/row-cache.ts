/** What the cache needs to know of a row. */
interface Named {
  readonly utterance_id: string;
}

/** Some rows that stand behind one another, and the cursor that what follows them can be asked for by. */
export interface Rows<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** Asks for `limit` rows: those that follow a cursor, or the first ones, without the first `skip` of these. */
export type AskRows<T> = (ask: {
  readonly limit: number;
  readonly skip: number;
  readonly before: string | undefined;
}) => Promise<Rows<T>>;

/** Rows asked for at once. Three screens: one asked for is mostly enough, and it is read in some milliseconds. */
export const TOGETHER = 50;

/** Rows held at most. Some tens of screens, so that going back asks for nothing; about a megabyte. */
export const HELD = 1_000;

/** Questions on their way at most. Two, so that one slow answer does not hold up what is seen now. */
const AT_ONCE = 2;

/**
 * Rows by their position, asked for when they are wanted, each once, and held in a bounded number. What is wanted last
 * is asked for first; what was wanted in passing is never asked for. An answer to a question that positions have moved
 * on from is dropped.
 */
export class RowCache<T extends Named> {
  /** What went wrong last. Nothing is asked for until `retry`. */
  error: unknown;
  private rows = new Map<number, T>();
  /** What was there before everything is asked for anew: shown meanwhile. */
  private stale = new Map<number, T>();
  /** What follows these positions can be asked for by a cursor, without counting from the top. */
  private cursors = new Map<number, string>();
  private asking = new Set<number>();
  private wanted = { first: 0, end: 0 };
  /** Where the rows end, once an answer had fewer than it was asked for. Nothing is asked for behind it. */
  private end = Number.POSITIVE_INFINITY;
  /** Counts how often positions have moved. */
  private moved = 0;

  constructor(
    private readonly ask: AskRows<T>,
    /** Called when there is something else to be seen. */
    private readonly changed: () => void,
    private readonly held = HELD,
  ) {}

  get size(): number {
    return this.rows.size;
  }

  get(position: number): T | undefined {
    return this.rows.get(position) ?? this.stale.get(position);
  }

  /** Say which rows are looked at: from `first` to before `end`. */
  want(first: number, end: number): void {
    this.wanted = { first, end };
    this.pump();
  }

  /** Put rows at a position, as an answer of the server would. */
  put(position: number, { items, next }: Rows<T>): void {
    items.forEach((row, number) => {
      this.rows.set(position + number, row);
      this.stale.delete(position + number);
    });
    if (next !== null) this.cursors.set(position + items.length, next);
    this.drop();
  }

  /** Show another state of a row that is here. Returns its position. */
  replace(row: T): number | undefined {
    const position = this.find(row.utterance_id);
    if (position !== undefined) this.rows.set(position, row);
    return position;
  }

  find(utteranceId: string): number | undefined {
    for (const [position, row] of this.rows) if (row.utterance_id === utteranceId) return position;
    return undefined;
  }

  /** The position that a row belongs at by `isBefore`, if its neighbours are here. */
  placeOf(isBefore: (other: T) => boolean): number | undefined {
    for (const [position, row] of this.rows) {
      const above = this.rows.get(position - 1);
      if (!isBefore(row) && (position === 0 || (above !== undefined && isBefore(above)))) return position;
    }
    return undefined;
  }

  insert(position: number, row: T): void {
    this.shift(position, 1);
    this.rows.set(position, row);
  }

  remove(position: number): void {
    this.rows.delete(position);
    this.stale.delete(position);
    this.shift(position + 1, -1);
  }

  /** Ask for everything anew. What is shown stays until the answer is there. */
  forget(): void {
    this.stale = new Map([...this.stale, ...this.rows]);
    this.rows = new Map();
    this.cursors = new Map();
    this.overtake();
    this.retry();
  }

  retry(): void {
    this.error = undefined;
    this.pump();
  }

  private shift(from: number, by: number): void {
    const moved = (position: number) => (position >= from ? position + by : position);
    const shifted = <V>(map: Map<number, V>) => new Map([...map].map(([position, value]) => [moved(position), value]));
    this.rows = shifted(this.rows);
    this.stale = shifted(this.stale);
    this.cursors = shifted(this.cursors);
    this.overtake();
  }

  private overtake(): void {
    this.moved++;
    this.asking.clear();
    this.end = Number.POSITIVE_INFINITY;
  }

  private pump(): void {
    while (this.error === undefined && this.asking.size < AT_ONCE) {
      const begin = this.firstMissing();
      if (begin === undefined) return;
      void this.load(begin);
    }
  }

  private firstMissing(): number | undefined {
    const { first, end } = this.wanted;
    for (let position = first; position < Math.min(end, this.end); position++) {
      const begin = position - (position % TOGETHER);
      if (!this.rows.has(position) && !this.asking.has(begin)) return begin;
    }
    return undefined;
  }

  private async load(begin: number): Promise<void> {
    this.asking.add(begin);
    const { moved } = this;
    try {
      const answer = await this.ask({ limit: TOGETHER, ...this.wayTo(begin) });
      if (moved !== this.moved) return;
      this.put(begin, answer);
      if (answer.items.length < TOGETHER) this.end = Math.min(this.end, begin + answer.items.length);
    } catch (error) {
      if (moved !== this.moved) return;
      this.error = error;
    } finally {
      if (moved === this.moved) {
        this.asking.delete(begin);
        this.changed();
      }
    }
    this.pump();
  }

  /** The nearest cursor before a position, and how far it is from there. */
  private wayTo(position: number): { skip: number; before: string | undefined } {
    let from = 0;
    for (const known of this.cursors.keys()) if (known <= position && known > from) from = known;
    return { skip: position - from, before: this.cursors.get(from) };
  }

  /** Let go of what is farthest from what is looked at. */
  private drop(): void {
    if (this.rows.size <= this.held) return;
    const middle = (this.wanted.first + this.wanted.end) / 2;
    const far = [...this.rows.keys()].sort((one, other) => Math.abs(other - middle) - Math.abs(one - middle));
    for (const position of far.slice(0, this.rows.size - this.held)) this.rows.delete(position);
    for (const position of this.cursors.keys()) if (!this.rows.has(position - 1)) this.cursors.delete(position);
  }
}
