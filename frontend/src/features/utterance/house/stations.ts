import type { BlockView, Ear, EarKind, Evidence, Place, Stage, UtteranceView } from "../../../api/types.js";

/** Where a station stands in the drawing: its ear's place, or that it is a person to whom something was given. */
export type Zone = Place | "recipient" | "reviewer";

export type Substance = "sound" | "words";

/** One line of the drawing: what went to a station, and how thick that is. */
export interface Strand {
  readonly substance: Substance;
  /** Pixels. */
  readonly width: number;
}

/** One ear, or one that a rule kept something from. An ear that received several things is one station. */
export interface Station {
  readonly key: string;
  /** Counted from 1 as in the list; undefined: it received nothing. */
  readonly number: number | undefined;
  readonly label: string;
  readonly kind: EarKind;
  readonly place: Place;
  readonly zone: Zone;
  readonly evidence: Evidence;
  /** What it received, one after the other. */
  readonly parts: readonly Ear[];
  readonly blocked: BlockView | undefined;
  readonly strands: readonly Strand[];
}

/** How much of something, all parts together; undefined: none, or nobody measured it. */
export interface Amount {
  readonly soundMs: number | undefined;
  readonly soundBytes: number | undefined;
  readonly words: number | undefined;
}

const THINNEST = 2;
const THICKEST = 9;
/** How much thicker a line is for twice as much: a second and half a minute of sound, or one and fifty words, differ. */
const PER_DOUBLING = { sound: 1.5, words: 1.1 } as const;
/** Neither thin nor thick: nobody measured it. */
const UNMEASURED = 3;
/** 16 kHz with 16 bits: what Assist hands over, where only bytes were counted. */
const BYTES_PER_MS = 32;

const HEARS: Readonly<Record<EarKind, Substance>> = {
  microphone: "sound",
  wake_word: "sound",
  speech_to_text: "sound",
  agent: "words",
  text_to_speech: "words",
  storage: "sound",
  household_member: "sound",
  recipient: "sound",
  reviewer: "sound",
};

const KIND_OF_STAGE: Readonly<Record<Stage, EarKind>> = {
  wake_word: "wake_word",
  speech_to_text: "speech_to_text",
  conversation: "agent",
  text_to_speech: "text_to_speech",
};

/** Make the stations of an utterance, in the order in which they received something; then those that did not. */
export function stationsOf(view: UtteranceView): Station[] {
  const together = new Map<string, Ear[]>();
  for (const ear of view.ears) {
    const key = JSON.stringify([ear.label, ear.kind, ear.place, ear.evidence]);
    together.set(key, [...(together.get(key) ?? []), ear]);
  }
  const ears = [...together.values()].map((parts, index) => station(parts, index + 1));
  return [...ears, ...view.blocked.map(barred)];
}

export function amountOf(parts: readonly Ear[]): Amount {
  return {
    soundMs: sum(parts.map((ear) => ear.got.sound_ms)),
    soundBytes: sum(parts.map((ear) => ear.got.sound_bytes)),
    words: sum(parts.map((ear) => ear.got.words)),
  };
}

/** Whether the place is inside the outline of the house. What nobody knows is not. */
export function inside(zone: Zone): boolean {
  return zone === "satellite" || zone === "sandbox" || zone === "this_machine" || zone === "home_network";
}

function station(parts: readonly Ear[], number: number): Station {
  const [first] = parts as readonly [Ear];
  return {
    key: `ear-${number}`,
    number,
    label: first.label,
    kind: first.kind,
    place: first.place,
    zone: zoneOf(first.place, first.kind),
    evidence: first.evidence,
    parts,
    blocked: undefined,
    strands: strandsOf(amountOf(parts), first.kind),
  };
}

function barred(block: BlockView, index: number): Station {
  return {
    key: `blocked-${index}`,
    number: undefined,
    label: block.label,
    kind: KIND_OF_STAGE[block.stage],
    place: block.place,
    // Rules know of no satellite: what is on one counts as this machine.
    zone: block.place === "satellite" ? "this_machine" : zoneOf(block.place, KIND_OF_STAGE[block.stage]),
    evidence: block.evidence,
    parts: [],
    blocked: block,
    strands: [{ substance: block.content === "sound" ? "sound" : "words", width: UNMEASURED }],
  };
}

function zoneOf(place: Place, kind: EarKind): Zone {
  const away = place === "internet" || place === "unknown";
  return away && (kind === "recipient" || kind === "reviewer") ? kind : place;
}

function strandsOf(got: Amount, kind: EarKind): Strand[] {
  const ms = got.soundMs ?? (got.soundBytes === undefined ? undefined : got.soundBytes / BYTES_PER_MS);
  const strands: Strand[] = [];
  if (ms !== undefined) strands.push({ substance: "sound", width: thickness("sound", ms / 1000) });
  if (got.words !== undefined) strands.push({ substance: "words", width: thickness("words", got.words) });
  return strands.length > 0 ? strands : [{ substance: HEARS[kind], width: UNMEASURED }];
}

function thickness(substance: Substance, amount: number): number {
  const grown = THINNEST + PER_DOUBLING[substance] * Math.log2(1 + Math.max(0, amount));
  return Math.round(Math.min(THICKEST, grown) * 10) / 10;
}

function sum(values: readonly (number | null)[]): number | undefined {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? undefined : known.reduce((total, value) => total + value, 0);
}
