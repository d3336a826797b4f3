import type { GapShown, Reason, Today } from "../../api/types.js";
import type { Formats } from "../../i18n/format.js";
import { isolate } from "../../i18n/isolate.js";
import type { Localize, Values } from "../../i18n/localize.js";
import { lineOf } from "./lanes.js";

/** One reason in words. */
export interface Explained {
  readonly key: string;
  readonly values: Values;
  readonly reason: Reason;
}

/** The parts of the sentence that have reasons; what was watched is told by the gaps. */
export const PARTS = ["house", "listened"] as const;

/** The ways of opening something that have a sentence of their own. */
const OPENED = new Set(["words", "sound", "export", "found"]);

export function explain(reason: Reason): Explained {
  const { why, who, how } = reason;
  return {
    key: keyOf(reason),
    values: { who: isolate(who), how: isolate(how ?? ""), known: who === "" ? "no" : "yes", why },
    reason,
  };
}

function keyOf({ why, how }: Reason): string {
  if (why === "accessed") return `today.why.accessed_${OPENED.has(how ?? "") ? how : "other"}`;
  return `today.why.${why}`;
}

const GAPS = new Set([
  "not_running",
  "ledger_unavailable",
  "vault_failed",
  "entries_missing",
  "before_earshot",
  "too_many_gaps",
]);

/** The sentence for why a time was not watched. */
export function gapKey(reason: string): string {
  return `today.gap.${GAPS.has(reason) ? reason : "other"}`;
}

/** One gap of a day in words: from when to when, held to the day, and why. */
export function gapText(gap: GapShown, today: Pick<Today, "began" | "ended">, t: Localize, format: Formats): string {
  const { began, ended } = lineOf(today);
  const from = Date.parse(gap.began);
  const to = gap.ended === null ? undefined : Date.parse(gap.ended);
  const values = {
    from: format.time(new Date(from)),
    to: to === undefined ? "" : format.time(new Date(to)),
    reason: t(gapKey(gap.reason)),
  };
  if (to === undefined) return t("today.strip.gap_open", values);
  if (from <= began) return t(to >= ended ? "today.strip.gap_whole" : "today.strip.gap_until", values);
  return t(to >= ended ? "today.strip.gap_from" : "today.strip.gap", values);
}

/** How much of a day was watched; undefined where its gaps tell. */
export function watchedKey({ sentence: { watched } }: Pick<Today, "sentence">): string | undefined {
  return watched === "in_part" ? undefined : `today.reasons.watched_${watched}`;
}

/** When each utterance of the day was heard, by its identifier. */
export function instants(today: Pick<Today, "satellites">): ReadonlyMap<string, string> {
  return new Map(today.satellites.flatMap((lane) => lane.marks.map((mark) => [mark.utterance_id, mark.at] as const)));
}
