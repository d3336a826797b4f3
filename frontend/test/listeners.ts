import type { OtherNow, SatelliteNow, StreamsTo } from "../src/api/types.js";

/** A satellite from which nothing comes, and what a test wants to be otherwise. */
export function someSatellite(otherwise: Partial<SatelliteNow> = {}): SatelliteNow {
  return {
    entity_id: "assist_satellite.kitchen",
    label: "Kitchen",
    area: null,
    state: "idle",
    listening_for: null,
    since: null,
    streams_to: null,
    wake: "streamed",
    wake_evidence: "observed",
    muted: null,
    off_the_record: false,
    off_the_record_until: null,
    captured: false,
    ...otherwise,
  };
}

export function someOther(otherwise: Partial<OtherNow> = {}): OtherNow {
  return {
    id: "one",
    kind: "run",
    entity_id: null,
    label: null,
    user: null,
    state: "listening",
    listening_for: "command",
    since: null,
    streams_to: null,
    ...otherwise,
  };
}

export function someStream(otherwise: Partial<StreamsTo> = {}): StreamsTo {
  return { label: "openWakeWord", ear: "wake_word", place: "sandbox", evidence: "enforced", ...otherwise };
}
