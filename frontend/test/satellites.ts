import type { Posture, StagePosture, ToldSettings } from "../src/api/types.js";

export const WHISPER: StagePosture = {
  stage: "speech_to_text",
  label: "Whisper",
  integration: "wyoming",
  place: "home_network",
  evidence: "declared",
};

/** A satellite about which there is nothing to worry. */
export function quiet(changes: Partial<Posture> = {}): Posture {
  const told = { evidence: "declared", why: "device" } as const;
  return {
    satellite: { label: "Kitchen", entity_id: "assist_satellite.kitchen", area: "Kitchen" },
    key: "k1",
    integration: "esphome",
    speaks: { value: "esphome", evidence: "declared", why: "integration" },
    available: true,
    announces: true,
    wake: {
      where: { value: "on_device", ...told },
      words: [{ wake_word_id: "okay_nabu", phrase: "Okay Nabu", active: true }],
      choosable: true,
      most: 2,
    },
    mute: { value: "hardware", ...told },
    muted: { value: false, ...told },
    doors: [],
    encrypted: { value: true, ...told },
    pipelines: [
      { select: "select.kitchen", option: "Earshot", pipeline: "Earshot", assistant: "a1", stages: [WHISPER] },
    ],
    paired: "s1",
    ...changes,
  };
}

export function settings(changes: Partial<ToldSettings["house"]> = {}): ToldSettings {
  const places = { internet: "warn", home_network: "allow", this_machine: "allow" } as const;
  return {
    readable: true,
    house: {
      retention: { sound: 0, words: 604_800, response: 604_800 },
      off_the_record: null,
      rules: { sound: { places, engines: {} }, words: { places, engines: {} } },
      share_with_household: { shared: false, since: null },
      ...changes,
    },
    satellites: [],
  };
}
