import type { Reason, Today } from "../../api/types.js";
import type { Values } from "../../i18n/localize.js";

/** How a clause is to be felt: said as it is, calm, careful, or as what it is. */
export type Tone = "plain" | "calm" | "unwatched" | "unknown" | "left" | "listened";

/** One sentence of the day's: its key, what fills it, and its tone. */
export interface Clause {
  readonly key: string;
  readonly values: Values;
  readonly tone: Tone;
}

/** What the sentence is made of. */
export type Told = Pick<Today, "sentence" | "said" | "left_house" | "unknown" | "listened" | "reasons" | "is_today">;

/** The sentences that tell a day, in order. None says more than the server's verdicts do. */
export function clausesOf(today: Told): readonly Clause[] {
  const { house, listened, watched } = today.sentence;
  if (watched === "not_yet") return [clause("today.sentence.not_yet", "plain")];
  if (house === "nothing_seen" && listened === "nobody_seen") {
    return [said(today), clause("today.sentence.nothing_nobody_seen", "unwatched")];
  }
  return [said(today), ...ofHouse(today), ofListeners(today)];
}

/** The tone of the whole: that of its worst clause. */
export function toneOf(clauses: readonly Clause[]): Tone {
  const worst: readonly Tone[] = ["listened", "left", "unknown", "unwatched", "calm"];
  return worst.find((tone) => clauses.some((one) => one.tone === tone)) ?? "plain";
}

function said({ said: count, is_today, sentence }: Told): Clause {
  if (count > 0) return clause("today.sentence.said", "plain", count);
  if (sentence.watched === "in_part") return clause("today.sentence.said_none_seen", "plain");
  return clause(is_today ? "today.sentence.said_none_yet" : "today.sentence.said_none", "plain");
}

function ofHouse(today: Told): readonly Clause[] {
  switch (today.sentence.house) {
    case "left":
      return [left(today), ...unknown(today)];
    case "unknown":
      return today.unknown > 0 ? unknown(today) : [clause("today.sentence.house_unknown", "unknown")];
    case "nothing_seen":
      return [clause("today.sentence.house_nothing_seen", "unwatched")];
    case "nothing_left":
      return [clause("today.sentence.house_nothing_left", "calm")];
  }
}

/** What of what was said left, counted where that is all that is known to have. */
function left({ left_house, unknown: nobodyKnows, reasons }: Told): Clause {
  const count = left_house - nobodyKnows;
  if (count <= 0) return clause("today.sentence.house_left", "left");
  const more = reasons.some((reason) => reason.part === "house" && reason.says === "left" && reason.why !== "ear");
  return clause(more ? "today.sentence.house_left_at_least" : "today.sentence.house_left_count", "left", count);
}

function unknown({ unknown: count }: Told): readonly Clause[] {
  return count > 0 ? [clause("today.sentence.house_unknown_count", "unknown", count)] : [];
}

function ofListeners({ sentence, reasons }: Told): Clause {
  switch (sentence.listened) {
    case "somebody":
      return clause(somebody(reasons), "listened");
    case "unknown":
      return clause("today.sentence.listened_unknown", "unknown");
    case "nobody_seen":
      return clause("today.sentence.listened_nobody_seen", "unwatched");
    case "nobody":
      return clause("today.sentence.listened_nobody", "calm");
  }
}

const SOUND = new Set(["sound"]);
const WORDS = new Set(["words", "found"]);

/** Whether somebody listened, or only read; either, where both were done or nobody can tell. */
function somebody(reasons: readonly Reason[]): string {
  const ways = reasons.filter((reason) => reason.part === "listened" && reason.says === "somebody");
  const all = (set: ReadonlySet<string>) =>
    ways.length > 0 && ways.every((one) => one.why === "accessed" && set.has(one.how ?? ""));
  if (all(SOUND)) return "today.sentence.listened_somebody";
  if (all(WORDS)) return "today.sentence.read_somebody";
  return "today.sentence.listened_or_read_somebody";
}

function clause(key: string, tone: Tone, count?: number): Clause {
  return { key, tone, values: count === undefined ? {} : { count } };
}
