import type { Decision, Mark, MarkSort, Reason, SatelliteLine, Today } from "../src/api/types.js";

/** A day of which nothing is known to be wrong, and what a test wants to be otherwise. */
export function someDay(otherwise: Partial<Today> = {}): Today {
  return {
    day: "2026-11-28",
    began: "2026-11-28T00:00:00.000+00:00",
    ended: "2026-11-29T00:00:00.000+00:00",
    is_today: true,
    said: 0,
    false_wakes: 0,
    blocked: 0,
    left_house: 0,
    unknown: 0,
    listened: 0,
    outside: 0,
    open: 0,
    sentence: { said: 0, house: "nothing_left", listened: "nobody", watched: "so_far" },
    reasons: [],
    places: [],
    satellites: [],
    gaps: [],
    streamed: [],
    announced: [],
    contacted: [],
    kept: null,
    decisions: [],
    leftovers_known: true,
    ...otherwise,
  };
}

/** A mark at a time of that day: "14:05". */
export function someMark(time: string, sort: MarkSort = "said"): Mark {
  return {
    utterance_id: `U${time}`,
    at: `2026-11-28T${time}:00.000+00:00`,
    sort,
    sorts: [sort],
    open: false,
  };
}

export function someLane(label: string, marks: readonly Mark[], otherwise: Partial<SatelliteLine> = {}): SatelliteLine {
  return {
    name: "assist_satellite.one",
    entity_id: "assist_satellite.one",
    label,
    area: null,
    count: marks.length,
    marks,
    more: 0,
    ...otherwise,
  };
}

export function someReason(otherwise: Partial<Reason>): Reason {
  return {
    part: "house",
    says: "left",
    why: "ear",
    who: "Somebody",
    ear: null,
    place: null,
    evidence: null,
    how: null,
    count: 1,
    at_least: false,
    utterance_ids: [],
    last_at: null,
    ...otherwise,
  };
}

export function someDecision(otherwise: Partial<Decision>): Decision {
  return {
    kind: "repair",
    id: "one",
    severity: "warning",
    translation_key: null,
    placeholders: {},
    who: null,
    place: null,
    evidence: null,
    count: null,
    since: null,
    until: null,
    ...otherwise,
  };
}
