import type { TraceFound, TracePurged } from "../../api/types.js";

/** The places by what a person can do about them. */
export interface Sorted {
  /** Something is there, and it can be cleared. */
  readonly held: readonly TraceFound[];
  /** Something is there, and it cannot be cleared from here. */
  readonly kept: readonly TraceFound[];
  /** Nobody can say what is there. */
  readonly unsure: readonly TraceFound[];
  readonly empty: readonly TraceFound[];
}

/** Sort places into what can be cleared, what cannot, what nobody knows, and what is empty; the fullest first. */
export function sorted(traces: readonly TraceFound[]): Sorted {
  const most = (one: TraceFound, other: TraceFound) => (other.count ?? 0) - (one.count ?? 0);
  const full = traces.filter(({ count }) => count !== null && count > 0).sort(most);
  return {
    held: full.filter((trace) => trace.purgeable),
    kept: full.filter((trace) => !trace.purgeable),
    // A place that nobody can look into may hold something: it is not among the empty ones.
    unsure: traces.filter(({ count }) => count === null),
    empty: traces.filter(({ count }) => count === 0),
  };
}

/** How much there is in all places that can be looked into. */
export function sum(traces: readonly TraceFound[]): {
  readonly count: number;
  readonly places: number;
  readonly size: number;
} {
  const full = traces.filter(({ count }) => count !== null && count > 0);
  return {
    count: full.reduce((all, { count }) => all + (count ?? 0), 0),
    places: full.length,
    size: full.reduce((all, { size }) => all + (size ?? 0), 0),
  };
}

/** What a clearing came to, by place; places at which there was nothing to do are left out. */
export function outcomes(purged: readonly TracePurged[]): ReadonlyMap<string, TracePurged> {
  return new Map(purged.filter(({ count, left }) => count > 0 || left !== 0).map((one) => [one.place, one]));
}
