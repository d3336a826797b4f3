import type { GivenTold } from "../../api/types.js";

/** Days by the person's calendar, both included. */
export interface Range {
  readonly first: string;
  readonly last: string;
}

/** From the first to the last day on which something was given. */
export function dayRange(given: readonly GivenTold[], dayOf: (instant: string) => string): Range {
  const days = given.map((one) => dayOf(one.at)).sort();
  return { first: days[0] ?? "", last: days.at(-1) ?? "" };
}

/** What can still be taken back, of some days or of all. */
export function withdrawable(
  given: readonly GivenTold[],
  range: Range | undefined,
  dayOf: (instant: string) => string,
): readonly GivenTold[] {
  const there = given.filter((one) => one.state === "given");
  if (range === undefined) return there;
  return there.filter((one) => dayOf(one.at) >= range.first && dayOf(one.at) <= range.last);
}
