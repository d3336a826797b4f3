import type {
  ConsentTold,
  DonationTold,
  GivenTold,
  OfferTold,
  PlaceToConsent,
  PreviewTold,
  ReceiptOfDesk,
  StatementText,
  StatementTold,
} from "../src/api/types.js";

const TEXT: StatementText = {
  listen: "People listen to the clips.",
  who: "Two members of the club.",
  where: "At the club's rooms.",
  how_long: "For 30 days.",
  what_for: "To teach a wake word.",
  withdraw: "Tap withdraw.",
  danger: "We ring you.",
};

export function statement(changes: Partial<StatementTold> = {}): StatementTold {
  return {
    address: "https://desk.example",
    name: "Club desk",
    contact: "desk@example.org",
    people: "Two members",
    place: "Leeds, United Kingdom",
    retention_days: 30,
    purposes: ["improve_wake_words", "improve_speech_recognition"],
    texts: { en: TEXT },
    version: 1,
    issued: "2026-11-01T00:00:00.000+00:00",
    sha256: "ab".repeat(32),
    key_sha256: "cd".repeat(32),
    ...changes,
  };
}

export function place(changes: Partial<PlaceToConsent> = {}): PlaceToConsent {
  return { satellite: "kitchen", label: "Kitchen", area: "Kitchen", guests_or_children: false, ...changes };
}

export function consent(changes: Partial<ConsentTold> = {}): ConsentTold {
  return {
    consent_id: "c1",
    purpose: "improve_wake_words",
    satellite: "kitchen",
    satellite_id: "assist_satellite.kitchen",
    satellite_label: "Kitchen",
    desk: "Club desk",
    address: "https://desk.example",
    given: "2026-11-20T10:00:00.000+00:00",
    until: "2027-02-18T10:00:00.000+00:00",
    by: "Ann",
    suspended: null,
    ...changes,
  };
}

export function donation(changes: Partial<DonationTold> = {}): DonationTold {
  return {
    standing: "off",
    statement: null,
    consents: [],
    choices: {
      mode: "ask",
      wait: 86_400,
      sampling: 20,
      daily_cap: 10,
      strength: 80,
      proxy: null,
      folder: null,
    },
    places: [place(), place({ satellite: "nursery", label: "Nursery", guests_or_children: true })],
    waiting: 0,
    failing_since: null,
    failure: null,
    readable: true,
    ...changes,
  };
}

export function offer(changes: Partial<OfferTold> = {}): OfferTold {
  return {
    offer_id: "o1",
    utterance_id: "u1",
    said: "2026-11-28T09:00:00.000+00:00",
    satellite_label: "Kitchen",
    state: "waiting",
    purpose: "improve_wake_words",
    desk: "Club desk",
    contents: ["sound", "words"],
    sound_ms: 2_400,
    size: 31_000,
    sha256: "ef".repeat(32),
    until: null,
    drop_at: "2026-12-12T09:00:00.000+00:00",
    by_hand: false,
    times_unknown: false,
    strength: 80,
    failure: null,
    may_read: true,
    ...changes,
  };
}

export function preview(changes: Partial<PreviewTold> = {}): PreviewTold {
  return {
    offer: offer(),
    words_before: "call Anna at ten",
    words: "call [name] at ten",
    hidden: [{ kind: "name", begin: 5, end: 9, words: [1] }],
    hide: [],
    masked: "mcadams 0.80",
    trimmed_ms: 700,
    beeps: 1,
    week: "2026-W48",
    language: "en",
    wake_word: "okay nabu",
    ...changes,
  };
}

export function receipt(changes: Partial<ReceiptOfDesk> = {}): ReceiptOfDesk {
  return {
    receipt_id: "r1",
    action: "listened",
    at: "2026-12-01T12:00:00.000+00:00",
    reviewer: "2",
    heard_ms: 6_000,
    reason: null,
    published: [],
    words: null,
    unopened: false,
    ...changes,
  };
}

export function given(changes: Partial<GivenTold> = {}): GivenTold {
  return {
    donation_id: "d1",
    utterance_id: "u1",
    at: "2026-11-29T09:00:00.000+00:00",
    desk: "Club desk",
    address: "https://desk.example",
    purpose: "improve_wake_words",
    contents: ["sound", "words"],
    state: "given",
    size: 65_536,
    sha256: "ef".repeat(32),
    by: "Ann",
    until: "2026-12-29T09:00:00.000+00:00",
    receipts: [],
    missing: 0,
    withdraw_asked: null,
    published: [],
    failure: null,
    may_withdraw: true,
    ...changes,
  };
}
