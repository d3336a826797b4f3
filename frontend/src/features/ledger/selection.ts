/**
 * Which utterances are chosen: some by name, or all that were there at a moment but some. All is meant by what it
 * finds and not by names, so that a hundred thousand can be chosen.
 */
export class Selection {
  private constructor(
    /** Undefined: only those that are named. Otherwise all that were heard before this instant, but those named. */
    readonly until: string | undefined,
    private readonly names: ReadonlySet<string>,
    private readonly total: number,
  ) {}

  static readonly nothing = new Selection(undefined, new Set(), 0);

  /** All of `total` utterances that were heard before an instant. */
  static all(until: string, total: number): Selection {
    return new Selection(until, new Set(), total);
  }

  /** These, by name. */
  static of(names: Iterable<string>): Selection {
    return new Selection(undefined, new Set(names), 0);
  }

  get size(): number {
    return this.until === undefined ? this.names.size : Math.max(0, this.total - this.names.size);
  }

  /** Those chosen one by one. Undefined: all but some are chosen. */
  get chosen(): readonly string[] | undefined {
    return this.until === undefined ? [...this.names] : undefined;
  }

  /** Those left out of all. */
  get left(): ReadonlySet<string> {
    return this.until === undefined ? new Set() : this.names;
  }

  has(utterance: { readonly utterance_id: string; readonly at: string }): boolean {
    const named = this.names.has(utterance.utterance_id);
    if (this.until === undefined) return named;
    return !named && Date.parse(utterance.at) < Date.parse(this.until);
  }

  /** Choose one, or let go of it. One that came after all were chosen cannot be added to them. */
  toggle(utterance: { readonly utterance_id: string; readonly at: string }): Selection {
    const { utterance_id: name } = utterance;
    if (this.until !== undefined && Date.parse(utterance.at) >= Date.parse(this.until)) return this;
    return new Selection(this.until, toggled(this.names, name), this.total);
  }

  /** Let go of utterances that are no more. */
  without(gone: readonly string[]): Selection {
    if (this.until !== undefined) return new Selection(this.until, this.names, this.total - gone.length);
    return new Selection(undefined, new Set([...this.names].filter((name) => !gone.includes(name))), 0);
  }
}

function toggled(names: ReadonlySet<string>, name: string): ReadonlySet<string> {
  const others = new Set(names);
  if (!others.delete(name)) others.add(name);
  return others;
}
