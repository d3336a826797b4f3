import type { Count, DayCount, MarkSort, Totals } from "../../api/types.js";

/** One number of a day that is worth a look, and the sort whose shape stands for it. */
export interface Notable {
  readonly sort: MarkSort;
  readonly count: number;
}

/** What of a day's numbers a person should see beside how much was said: the worst first, nothing that is zero. */
export function notables(count: Count): readonly Notable[] {
  const all: readonly Notable[] = [
    { sort: "listened", count: count.listened },
    { sort: "left_house", count: count.left_house },
    { sort: "unknown", count: count.unseen },
    { sort: "blocked", count: count.blocked },
  ];
  return all.filter((one) => one.count > 0);
}

/** The parts of a day's bar, each from 0 to 1 of the highest bar there is. */
export interface Bar {
  readonly left: number;
  readonly said: number;
  readonly falseWakes: number;
}

export function barOf(count: Count, highest: number): Bar {
  if (highest === 0) return { left: 0, said: 0, falseWakes: 0 };
  // What nobody saw to its end is drawn as if it had left.
  const left = Math.min(count.left_house + count.unseen, count.said);
  return {
    left: left / highest,
    said: (count.said - left) / highest,
    falseWakes: count.false_wakes / highest,
  };
}

/** How many utterances the day with the most has. */
export function highestOf(totals: Pick<Totals, "days">): number {
  return Math.max(0, ...totals.days.map(({ count }) => count.said + count.false_wakes));
}

/** Which part of a day was not watched, from 0 to 1. */
export function unwatchedPart({ unwatched_ms: unwatched }: Pick<DayCount, "unwatched_ms">): number {
  return Math.min(1, unwatched / 86_400_000);
}

/** Whether nothing is known of a day: none was watched, so "nothing said" would say too much. */
export function knowsNothing(day: DayCount): boolean {
  return day.count.said + day.count.false_wakes === 0 && unwatchedPart(day) > 0.95;
}
