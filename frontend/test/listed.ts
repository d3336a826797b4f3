import type { Ear, Place, UtteranceView } from "../src/api/types.js";

const BEGIN = Date.parse("2026-11-28T12:00:00.000Z");

/** When utterance `number` of a test was heard: each a minute before the one with the next smaller number. */
export function heardAt(number: number): string {
  return new Date(BEGIN - number * 60_000).toISOString();
}

export function ear(label: string, place: Place): Ear {
  return {
    label,
    kind: "speech_to_text",
    place,
    evidence: "observed",
    got: { sound_ms: 1_200, sound_bytes: 38_400, words: null },
    keeps: "nothing",
    until: null,
  };
}

/** An utterance of a test; a smaller number is newer. */
export function utterance(number: number, others: Partial<UtteranceView> = {}): UtteranceView {
  const whole = {
    utterance_id: `u${number}`,
    at: heardAt(number),
    satellite: { label: "Kitchen", entity_id: "assist_satellite.kitchen", area: "Kitchen" },
    assistant: "Earshot",
    wake_word: "okay nabu",
    woken_by: "engine",
    given: null,
    prompted: null,
    user: null,
    user_id: null,
    outside: null,
    outcome: "answered",
    left_house: false,
    listened: false,
    took_ms: 2_300,
    code: null,
    ears: [ear("Kitchen", "satellite"), ear("Earshot", "sandbox")],
    stages: [],
    blocked: [],
    contents: [],
    acted: null,
    disowned_by: null,
    also_heard: [],
    speech_by_token: null,
  } as const;
  return { ...whole, ...others };
}
