import type { ClipToReview } from "../../api/types.js";

/** What a reviewer has said of a clip so far. */
export interface Draft {
  readonly words: string;
  readonly wakeWord: "right" | "wrong" | undefined;
  readonly quality: "good" | "noisy" | "unusable" | undefined;
}

/** What ends a clip at once, whatever else was said of it. */
export type Alarm = "accident" | "personal_data" | "danger";

/** What is said of a clip before anybody has heard it: the words as the donor's recogniser understood them. */
export function begun(clip: ClipToReview): Draft {
  return { words: clip.words ?? "", wakeWord: undefined, quality: undefined };
}

/** Whether the words of a clip are asked for. */
export function asksWords({ purpose }: ClipToReview): boolean {
  return purpose === "improve_speech_recognition";
}

/** Whether it is asked if the wake word is in it. */
export function asksWakeWord(clip: ClipToReview): boolean {
  return !asksWords(clip);
}

/** What of a clip is not said yet; undefined: it can be handed in. What cannot be used need not be described. */
export function missing(
  clip: ClipToReview,
  draft: Draft,
  heard: boolean,
): "heard" | "words" | "wake_word" | "quality" | undefined {
  if (clip.sound_ms > 0 && !heard) return "heard";
  if (draft.quality === "unusable") return undefined;
  if (asksWords(clip) && draft.words.trim() === "") return "words";
  if (asksWakeWord(clip) && draft.wakeWord === undefined) return "wake_word";
  return draft.quality === undefined ? "quality" : undefined;
}

/** What goes to the desk. A clip that an alarm ends is not described: what was typed of it is not kept anywhere. */
export function handedIn(clip: ClipToReview, draft: Draft, alarm?: Alarm) {
  const words = draft.words.replace(/\s+/g, " ").trim();
  const described = alarm === undefined || alarm === "danger";
  return {
    ticket: clip.ticket,
    words: described && asksWords(clip) && words !== "" ? words : null,
    wake_word: described && asksWakeWord(clip) ? (draft.wakeWord ?? null) : null,
    quality: draft.quality ?? (alarm === undefined ? "good" : "unusable"),
    accident: alarm === "accident",
    personal_data: alarm === "personal_data",
    danger: alarm === "danger",
  } as const;
}
