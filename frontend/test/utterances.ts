import type {
  Accessed,
  BlockView,
  Ear,
  Erased,
  LedgerRecord,
  StoredEntry,
  UtteranceTold,
  UtteranceView,
} from "../src/api/types.js";

/** An utterance to a satellite in the kitchen that nothing happened to yet. */
export function utterance(changed: Partial<UtteranceView> = {}): UtteranceView {
  return {
    utterance_id: "01M8J1YZF317N7S1DSS34SB8GC",
    at: "2026-11-28T12:05:09.000+00:00",
    satellite: { label: "Kitchen satellite", entity_id: "assist_satellite.kitchen", area: "Kitchen" },
    assistant: "Earshot",
    wake_word: "Okay Nabu",
    woken_by: "engine",
    given: null,
    prompted: null,
    user: null,
    user_id: null,
    outside: null,
    outcome: "answered",
    disowned_by: null,
    left_house: false,
    listened: false,
    took_ms: 2400,
    code: null,
    ears: [],
    stages: [],
    blocked: [],
    contents: [],
    acted: null,
    also_heard: [],
    speech_by_token: null,
    ...changed,
  };
}

/** An ear that got a second and a half of sound in the sandbox. */
export function ear(changed: Partial<Ear> = {}): Ear {
  return {
    label: "Recognizer",
    kind: "speech_to_text",
    place: "sandbox",
    evidence: "enforced",
    got: { sound_ms: 1500, sound_bytes: 48_000, words: null },
    keeps: "nothing",
    until: null,
    ...changed,
  };
}

export function block(changed: Partial<BlockView> = {}): BlockView {
  return {
    stage: "conversation",
    content: "words",
    label: "Cloud agent",
    integration: "cloud_agent",
    place: "internet",
    evidence: "declared",
    rule: "local_only",
    answer: null,
    ...changed,
  };
}

/** An ordinary utterance: a satellite, the sandbox, and what is kept of it. */
export const ordinary: UtteranceView = utterance({
  ears: [
    ear({ label: "Kitchen satellite", kind: "microphone", place: "satellite", evidence: "declared", keeps: "unknown" }),
    ear({ label: "pocketsphinx", kind: "speech_to_text" }),
    ear({ label: "Home Assistant", kind: "agent", place: "this_machine", evidence: "declared", got: words(5) }),
    ear({
      label: "Earshot's vault",
      kind: "storage",
      place: "this_machine",
      evidence: "observed",
      got: words(5),
      keeps: "until",
      until: "2026-12-05T12:05:09.000+00:00",
    }),
    ear({ label: "espeak-ng", kind: "text_to_speech", got: words(4) }),
    ear({
      label: "Earshot's vault",
      kind: "storage",
      place: "this_machine",
      evidence: "observed",
      keeps: "until",
      until: "2026-12-01T12:05:09.000+00:00",
    }),
  ],
});

export function words(count: number): Ear["got"] {
  return { sound_ms: null, sound_bytes: null, words: count };
}

/** An entry whose fingerprint is its index, over and over. */
export function entry(index: number, record: LedgerRecord): StoredEntry {
  return { index, record, leaf_hash: index.toString(16).padStart(2, "0").repeat(32) };
}

/** That somebody read the words. */
export function reading(changed: Partial<Accessed> = {}): Accessed {
  return {
    kind: "accessed",
    utterance_id: ordinary.utterance_id,
    at: "2026-11-28T13:00:00.000+00:00",
    contents: ["words", "response"],
    who: "Bea",
    how: "words",
    ...changed,
  };
}

export function erased(changed: Partial<Erased> = {}): Erased {
  return {
    kind: "erased",
    utterance_id: ordinary.utterance_id,
    at: "2026-11-28T14:00:00.000+00:00",
    contents: ["sound", "words", "response"],
    by: "Bea",
    ...changed,
  };
}

/** Sound, words and answer, sealed until December. */
export const kept: UtteranceView["contents"] = (["sound", "words", "response"] as const).map((kind) => ({
  kind,
  size: 26,
  until: "2026-12-05T12:05:09.000+00:00",
  erased_at: null,
}));

/** What the server tells an administrator of an utterance. */
export function told(view: UtteranceView = ordinary, changed: Partial<UtteranceTold> = {}): UtteranceTold {
  return {
    utterance: view,
    entries: [],
    proof: { size: 120, signed_size: 104, witnessed_size: 102 },
    words: null,
    readable: "all",
    may_change: true,
    ...changed,
  };
}
