import type { NowEvent, NowShown, OtherNow, SatelliteNow, StreamsTo, Unavailable } from "../../api/types.js";
import { isolate } from "../../i18n/isolate.js";
import type { Values } from "../../i18n/localize.js";
import { leavesHouse } from "../../words/words.js";

/** Everything that listens in this moment, or could. */
export type Now = Pick<NowShown, "satellites" | "others">;

/** How something is to be felt: nothing is heard, something is, it leaves, or nobody knows. */
export type Tone = "quiet" | "heard" | "left" | "unknown" | "captured";

/** One line: what it does, in words, and how that is to be felt. */
export interface Line {
  readonly key: string;
  readonly values: Values;
  readonly tone: Tone;
}

/** What listens after an event. */
export function afterEvent(before: Now | undefined, event: Exclude<NowEvent, Unavailable>): Now | undefined {
  if (event.type === "now") return event;
  if (before === undefined) return undefined;
  const changed = new Map(event.satellites.map((one) => [one.entity_id, one]));
  const kept = before.satellites.filter((one) => !changed.has(one.entity_id) && !event.gone.includes(one.entity_id));
  const satellites = [...kept, ...event.satellites].sort((one, other) => one.label.localeCompare(other.label));
  return { satellites, others: event.others ?? before.others };
}

/** What a satellite does. */
export function lineOf(satellite: SatelliteNow): Line {
  const { state, streams_to: to, captured } = satellite;
  if (state === "unavailable") return line("now.satellite.unavailable", "unknown");
  const tone = captured ? "captured" : toneOf(to, state === "listening");
  return line(`now.satellite.${doing(satellite)}`, tone);
}

function doing({ state, listening_for: purpose, wake, muted }: SatelliteNow): string {
  if (state === "listening") return purpose === "command" ? "listening_command" : "listening_wake_word";
  if (state !== "idle") return state;
  if (muted) return "muted";
  return wake === "on_device" ? "idle_on_device" : "idle";
}

/** What else listens: a browser, an app, somebody who captures a microphone. */
export function lineOfOther(other: OtherNow): Line {
  const values = { label: isolate(other.label ?? ""), known: other.label ? "yes" : "no" };
  if (other.kind === "capture") return { key: "now.other.capture", values, tone: "captured" };
  const tone = toneOf(other.streams_to, other.state === "listening");
  if (other.kind === "stt_api") return { key: "now.other.stt_api", values, tone };
  return { key: `now.other.run_${runs(other)}`, values, tone };
}

function runs({ state, listening_for: purpose }: OtherNow): string {
  if (state === "responding" || state === "processing") return state;
  return purpose === "wake_word" ? "listening_wake_word" : "listening_command";
}

function toneOf(to: StreamsTo | null, heard: boolean): Tone {
  if (to?.place === "unknown") return "unknown";
  if (to && leavesHouse(to.place)) return "left";
  return heard || to ? "heard" : "quiet";
}

/** The whole in one sentence; no better than the worst of its lines. */
export function summaryOf({ satellites, others }: Now): Line {
  const tones = [...satellites.map((one) => lineOf(one).tone), ...others.map((one) => lineOfOther(one).tone)];
  const count = (tone: Tone) => tones.filter((one) => one === tone).length;
  if (count("captured") > 0) return line("now.summary.captured", "captured");
  if (count("left") > 0) return { ...line("now.summary.left", "left"), values: { count: count("left") } };
  if (count("unknown") > 0) return { ...line("now.summary.unknown", "unknown"), values: { count: count("unknown") } };
  if (count("heard") > 0) return { ...line("now.summary.heard", "heard"), values: { count: count("heard") } };
  return line(satellites.length === 0 ? "now.summary.no_satellites" : "now.summary.quiet", "quiet");
}

function line(key: string, tone: Tone): Line {
  return { key, values: {}, tone };
}
