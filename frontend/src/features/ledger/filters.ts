import type { Arguments } from "../../api/client.js";
import type { ContentKind, Outcome, Place, UtteranceView } from "../../api/types.js";
import { addDays, dayStart, isDay } from "../../i18n/days.js";
import type { Formats } from "../../i18n/format.js";
import { PLACES } from "../../words/words.js";

export const OUTCOMES: readonly Outcome[] = [
  "answered",
  "not_understood",
  "false_wake",
  "failed",
  "cancelled",
  "blocked",
  "unseen",
];

/** Times that move on with the clock, by how many days they reach back; today is one of them. */
export const TIMES = { today: 0, week: 6, month: 29 } as const;
export type Time = keyof typeof TIMES;

/** Filters that are yes, no, or left alone. */
export const FLAGS = ["left_house", "listened", "sound_kept", "words_kept"] as const;
export type Flag = (typeof FLAGS)[number];

/** Which utterances are shown, as a person chose it. What is undefined does not restrict; the others all must hold. */
export interface Filters {
  readonly heard_by?: string | undefined;
  readonly place?: Place | undefined;
  readonly outcome?: Outcome | undefined;
  readonly satellite?: string | undefined;
  readonly when?: Time | undefined;
  /** The first and the last day, where no `when` is chosen. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly left_house?: boolean | undefined;
  readonly listened?: boolean | undefined;
  readonly sound_kept?: boolean | undefined;
  readonly words_kept?: boolean | undefined;
}

/** What the server is asked with. */
export type Restriction = Arguments<"earshot/utterances/count">;

/** Read filters from an address. What makes no sense restricts nothing. Words that are searched for never stand there. */
export function parseFilters(query: URLSearchParams): Filters {
  const text = (name: string) => query.get(name) || undefined;
  const when = oneOf(Object.keys(TIMES) as Time[], query.get("when"));
  const [from, to] = when === undefined ? [day(query.get("from")), day(query.get("to"))] : [];
  const filters: Filters = {
    heard_by: text("heard_by"),
    place: oneOf(PLACES, query.get("place")),
    outcome: oneOf(OUTCOMES, query.get("outcome")),
    satellite: text("satellite"),
    when,
    from,
    to,
    ...Object.fromEntries(FLAGS.map((flag) => [flag, yesNo(query.get(flag))])),
  };
  return compact(filters);
}

/** Write filters into an address: what `parseFilters` reads the same filters from. */
export function toQuery(filters: Filters): Record<string, string | undefined> {
  const written = Object.entries(filters).map(([name, value]) => [name, inAddress(value)] as const);
  return Object.fromEntries(written);
}

/** The first and the last day that filters name, by the person's clock. */
export function daysOf(
  filters: Filters,
  format: Formats,
  now: Date,
): { from?: string | undefined; to?: string | undefined } {
  const { when, from, to } = filters;
  const today = format.isoDay(now);
  return when === undefined ? compact({ from, to }) : { from: addDays(today, -TIMES[when]), to: today };
}

/** Say to the server what is meant. Days are those of the person's clock. */
export function toRestriction(filters: Filters, format: Formats, now: Date): Restriction {
  const { when, from, to, ...others } = filters;
  const today = format.isoDay(now);
  const first = when === undefined ? from : addDays(today, -TIMES[when]);
  return compact({
    ...others,
    since: first === undefined ? undefined : dayStart(first, format.timeZone).toISOString(),
    until: to === undefined ? undefined : dayStart(addDays(to, 1), format.timeZone).toISOString(),
  });
}

/** Whether an utterance is one of those that the server would send. */
export function matches(asked: Restriction, view: UtteranceView): boolean {
  const at = Date.parse(view.at);
  const { satellite } = view;
  return (
    holds(asked.satellite, satellite?.entity_id ?? satellite?.label) &&
    holds(asked.outcome, view.outcome) &&
    // Of one that goes on, neither is known.
    (asked.left_house === undefined || (view.outcome !== null && view.left_house === asked.left_house)) &&
    holds(asked.listened, view.listened) &&
    holds(asked.sound_kept, keeps(view, "sound")) &&
    holds(asked.words_kept, keeps(view, "words")) &&
    (asked.since === undefined || at >= Date.parse(asked.since)) &&
    (asked.until === undefined || at < Date.parse(asked.until)) &&
    (asked.place === undefined || view.ears.some((ear) => ear.place === asked.place)) &&
    (asked.heard_by === undefined || view.ears.some((ear) => ear.label === asked.heard_by))
  );
}

/** Whether a content is still in the vault, as far as the ledger knows. */
export function keeps(view: UtteranceView, kind: ContentKind): boolean {
  return view.contents.some((content) => content.kind === kind && content.erased_at === null);
}

export function isEmpty(filters: Filters): boolean {
  return Object.keys(compact(filters)).length === 0;
}

function holds<T>(asked: T | undefined, is: T | null | undefined): boolean {
  return asked === undefined || asked === is;
}

function oneOf<T extends string>(known: readonly T[], text: string | null): T | undefined {
  return known.find((one) => one === text);
}

function day(text: string | null): string | undefined {
  return text !== null && isDay(text) ? text : undefined;
}

function yesNo(text: string | null): boolean | undefined {
  return text === "true" ? true : text === "false" ? false : undefined;
}

function inAddress(value: string | boolean | undefined): string | undefined {
  return typeof value === "boolean" ? String(value) : value;
}

function compact<T extends object>(values: T): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}
