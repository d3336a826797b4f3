import type { DonationTold, PlaceToConsent, Purpose, StatementText, StatementTold } from "../../api/types.js";

/** The steps of consenting, in their order. One thing is asked in each. */
export const STEPS = ["desk", "statement", "purposes", "satellites", "until", "confirm"] as const;
export type ConsentStep = (typeof STEPS)[number];

/** Days that a consent lasts unless another end is chosen: long enough to be of use, short enough to be remembered. */
export const DEFAULT_DAYS = 90;
export const MAX_DAYS = 365;

/** What a person has answered so far. Nothing is answered for them, but for the end. */
export interface Draft {
  readonly address: string;
  readonly statement: StatementTold | undefined;
  readonly purposes: ReadonlySet<Purpose>;
  /** Keys of satellites. */
  readonly satellites: ReadonlySet<string>;
  /** The last day, by the calendar. */
  readonly until: string;
  readonly ofAge: boolean;
  readonly othersKnow: boolean;
}

export function newDraft(address: string, until: string): Draft {
  return {
    address,
    statement: undefined,
    purposes: new Set(),
    satellites: new Set(),
    until,
    ofAge: false,
    othersKnow: false,
  };
}

/** The day so many days after another one. */
export function daysAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Whether a step is answered, so that the next one can be gone to. */
export function isAnswered(step: ConsentStep, draft: Draft, today: string): boolean {
  switch (step) {
    case "desk":
      return isAddress(draft.address);
    case "statement":
      return draft.statement !== undefined;
    case "purposes":
      return draft.purposes.size > 0;
    case "satellites":
      return draft.satellites.size > 0;
    case "until":
      return draft.until > today && draft.until <= daysAfter(today, MAX_DAYS);
    case "confirm":
      return draft.ofAge && draft.othersKnow;
  }
}

/** Whether all is answered, and the consent can be given. */
export function isWhole(draft: Draft, today: string): boolean {
  return STEPS.every((step) => isAnswered(step, draft, today));
}

/** Whether something may be the address of a desk. What is not said over TLS only goes to this machine itself. */
export function isAddress(address: string): boolean {
  const url = URL.parse(address.trim());
  if (url === null || url.username !== "" || url.password !== "") return false;
  return url.protocol === "https:" || (url.protocol === "http:" && LOOPBACK.test(url.hostname));
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** The same set with one thing more, or less. */
export function toggled<T>(set: ReadonlySet<T>, one: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(one)) next.add(one);
  return next;
}

/** What a desk says of itself in a language, or in the nearest that it speaks. */
export function textIn(
  statement: StatementTold,
  language: string,
): { readonly language: string; readonly text: StatementText } | undefined {
  const spoken = Object.keys(statement.texts);
  const [base = ""] = language.toLowerCase().split("-");
  const found =
    spoken.find((one) => one.toLowerCase() === language.toLowerCase()) ??
    spoken.find((one) => one.toLowerCase().split("-")[0] === base) ??
    spoken.find((one) => one === "en") ??
    spoken[0];
  const text = found === undefined ? undefined : statement.texts[found];
  return found === undefined || text === undefined ? undefined : { language: found, text };
}

/** A hash as somebody can read it out: groups of four. */
export function fingerprint(sha256: string): string {
  return sha256.match(/.{1,4}/g)?.join(" ") ?? sha256;
}

/** Where a consent can be given for, those that can first. */
export function places({ places: all }: DonationTold): readonly PlaceToConsent[] {
  return [...all].sort((a, b) => Number(a.guests_or_children) - Number(b.guests_or_children));
}
