import { mdiTextShort, mdiWaveform } from "@mdi/js";
import type { ApiError } from "../../api/error.js";
import type { Ear } from "../../api/types.js";
import type { Session } from "../../app/session.js";
import type { Localize } from "../../i18n/localize.js";
import { errorText } from "../../ui/state-view.js";
import { type Amount, amountOf, type Substance } from "./house/stations.js";

export const SUBSTANCE_ICONS = { sound: mdiWaveform, words: mdiTextShort } as const;

/** How much of something: "2.1 s", "5 words". Where nobody measured it, that. */
export function gotText(amount: Amount, substance: Substance, { localize, format }: Session): string {
  if (substance === "words" && amount.words !== undefined)
    return localize("utterance.got.words", { count: amount.words });
  if (substance === "sound" && amount.soundMs !== undefined) return format.duration(amount.soundMs);
  if (substance === "sound" && amount.soundBytes !== undefined) return format.bytes(amount.soundBytes);
  return localize("utterance.got.unmeasured");
}

/**
 * All that an ear got, in a sentence: "Got 2.1 s of sound (67 kB) and 5 words." Empty for what somebody did with what
 * they had got before, as when a reviewer writes down what they heard.
 */
export function receivedText({ kind, got }: Ear, station: readonly Ear[], session: Session): string {
  const { soundMs, soundBytes, words } = amountOf([{ got } as Ear]);
  const { localize, format } = session;
  if (kind === "reviewer" && soundMs === 0) return localize("utterance.company.shown");
  const nothing = soundMs === undefined && soundBytes === undefined && words === undefined;
  if (nothing && station.length > 1 && (kind === "reviewer" || kind === "recipient")) return "";
  const said: string[] = [];
  if (soundMs !== undefined && soundBytes !== undefined) {
    const values = { length: format.duration(soundMs), size: format.bytes(soundBytes) };
    said.push(localize("utterance.got.sound_sized", values));
  } else if (soundMs !== undefined || soundBytes !== undefined) {
    said.push(localize("utterance.got.sound", { amount: gotText({ soundMs, soundBytes, words }, "sound", session) }));
  }
  if (words !== undefined) said.push(localize("utterance.got.words", { count: words }));
  if (said.length === 0) return localize("utterance.company.unmeasured");
  return localize("utterance.company.got", { amount: format.list(said) });
}

/** Whether and until when an ear keeps what it got; of several parts, the one that is kept longest. */
export function keepsText(
  parts: readonly Ear[],
  { localize, format }: Session,
  until = "utterance.keeps.until",
): string {
  if (parts.some((ear) => ear.keeps === "unknown")) return localize("utterance.keeps.unknown");
  const times = parts.map((ear) => (ear.keeps === "until" ? ear.until : null)).filter((one) => one !== null);
  const last = times.sort().at(-1);
  if (last !== undefined) return localize(until, { until: format.moment(last) });
  return localize(parts.some((ear) => ear.keeps === "until") ? "utterance.keeps.forever" : "utterance.keeps.nothing");
}

const ERASED_BY: Readonly<Record<string, string | undefined>> = {
  retention: "utterance.erased.retention",
  off_the_record: "utterance.erased.off_the_record",
  not_entered: "utterance.erased.not_entered",
  key_gone: "utterance.erased.key_gone",
  lost: "utterance.erased.lost",
};

/** Who or what had it erased, and when. */
export function erasedText(by: string, at: string, { localize, format }: Session): string {
  const values = { who: by || localize("utterance.somebody"), at: format.moment(at) };
  return localize(ERASED_BY[by] ?? "utterance.erased.person", values);
}

const SEALED: Readonly<Record<string, string | undefined>> = {
  not_yours: "utterance.sealed.not_yours",
  content_gone: "utterance.sealed.content_gone",
  content_withheld: "utterance.sealed.content_withheld",
  content_damaged: "utterance.sealed.content_damaged",
  content_missing: "utterance.sealed.content_missing",
  ledger_unavailable: "utterance.sealed.ledger_unavailable",
};

/** Why something that was kept could not be opened. */
export function sealedText(error: ApiError, localize: Localize): string {
  const key = SEALED[error.code];
  return key === undefined ? errorText(error, localize) : localize(key);
}
