import type { GapShown, Mark, MarkSort, Today } from "../../api/types.js";

/** The sorts of marks, from what concerns a person least to what does most. */
export const SORTS: readonly MarkSort[] = [
  "said",
  "false_wake",
  "outside",
  "blocked",
  "unknown",
  "left_house",
  "listened",
];

/** A day as a line: from where to where, in milliseconds since the epoch. It may have 23 or 25 hours. */
export interface Line {
  readonly began: number;
  readonly ended: number;
}

/** Marks that lie so near each other that they are drawn as one. */
export interface Group {
  /** Where it is drawn, as a part of the line: 0 to 1. */
  readonly at: number;
  /** In the order of time; never empty. */
  readonly marks: readonly Mark[];
  /** What a person must see first of all of them. */
  readonly sort: MarkSort;
}

/** A part of the line, both ends from 0 to 1. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly gap: GapShown;
}

export function lineOf(today: Pick<Today, "began" | "ended">): Line {
  return { began: Date.parse(today.began), ended: Date.parse(today.ended) };
}

/** Where an instant lies on the line, held to its ends. */
export function place({ began, ended }: Line, instant: number): number {
  return Math.min(1, Math.max(0, (instant - began) / (ended - began)));
}

/**
 * Gather the marks that would touch each other on a line of `width` pixels, on which a mark takes `size`. Beginning at
 * the left, so that what is gathered stays so when later ones come.
 */
export function gather(marks: readonly Mark[], line: Line, width: number, size: number): readonly Group[] {
  const half = Math.min(0.5, size / width / 2);
  const groups: { at: number; marks: Mark[] }[] = [];
  for (const mark of [...marks].sort((one, other) => Date.parse(one.at) - Date.parse(other.at))) {
    const at = Math.min(1 - half, Math.max(half, place(line, Date.parse(mark.at))));
    const last = groups.at(-1);
    // A hundredth of a mark is for the arithmetic.
    if (last !== undefined && at - last.at < half * 1.99) last.marks.push(mark);
    else groups.push({ at, marks: [mark] });
  }
  return groups.map((group) => ({ ...group, sort: worst(group.marks.map((mark) => mark.sort)) }));
}

/** What a person must see first of some sorts. */
export function worst(sorts: readonly MarkSort[]): MarkSort {
  return SORTS[Math.max(...sorts.map((sort) => SORTS.indexOf(sort)))] ?? "unknown";
}

/** The sorts that a day has, in their order. */
export function sortsOf(today: Pick<Today, "satellites">): readonly MarkSort[] {
  const all = new Set(today.satellites.flatMap((lane) => lane.marks.map((mark) => mark.sort)));
  return SORTS.filter((sort) => all.has(sort));
}

/** Where the gaps lie on the line. One that goes on lasts until now. */
export function spansOf(gaps: readonly GapShown[], line: Line, now: number): readonly Span[] {
  return gaps
    .map((gap) => ({
      from: place(line, Date.parse(gap.began)),
      to: place(line, gap.ended === null ? now : Date.parse(gap.ended)),
      gap,
    }))
    .filter(({ from, to }) => to > from);
}

/** The instants at which the house's clock shows every so many hours, as the clocks of that day go. */
export function hours({ began, ended }: Line, every: number, timeZone: string): readonly number[] {
  const clock = new Intl.DateTimeFormat("en", { timeZone, hour: "numeric", minute: "numeric", hourCycle: "h23" });
  const shown = new Set<number>();
  const found: number[] = [];
  // Every zone's clock shows a full hour at a quarter of an hour of the world's.
  for (let instant = began; instant < ended; instant += 900_000) {
    const [hour = 0, minute] = clock.formatToParts(instant).flatMap((part) => toNumber(part));
    if (minute === 0 && hour % every === 0 && !shown.has(hour)) {
      shown.add(hour);
      found.push(instant);
    }
  }
  return found;
}

function toNumber({ type, value }: Intl.DateTimeFormatPart): number[] {
  return type === "literal" ? [] : [Number(value)];
}
