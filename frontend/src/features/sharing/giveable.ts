import type { DonationTold, Purpose, UtteranceView } from "../../api/types.js";

/** What an utterance can be offered for by hand, or why for nothing. */
export type Giveable =
  | { readonly purposes: readonly Purpose[] }
  | { readonly why: "open" | "suspended" | "no_sound" | "no_satellite" | "no_consent" | "false_wake" };

/** Studying false wakes is of these, and of nothing else. */
const FALSE_WAKES: Purpose = "study_false_wakes";

/**
 * Say what of an utterance may be offered, as far as the page can know. The server has the last word: it knows whether
 * it was off the record, and whether guests or children speak there.
 */
export function giveable({ standing, consents }: DonationTold, utterance: UtteranceView): Giveable {
  if (utterance.outcome === null) return { why: "open" };
  if (standing === "suspended") return { why: "suspended" };
  const satellite = utterance.satellite?.entity_id;
  if (satellite === undefined || satellite === null) return { why: "no_satellite" };
  const kept = utterance.contents.some((one) => one.kind === "sound" && one.erased_at === null);
  if (!kept) return { why: "no_sound" };
  const covering = consents.filter((one) => one.satellite_id === satellite && one.suspended === null);
  if (covering.length === 0) return { why: "no_consent" };
  const woken = utterance.outcome === "false_wake";
  const purposes = [...new Set(covering.map((one) => one.purpose))].filter((one) => (one === FALSE_WAKES) === woken);
  return purposes.length === 0 ? { why: woken ? "false_wake" : "no_consent" } : { purposes };
}
