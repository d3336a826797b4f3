import type { PreviewTold } from "../../api/types.js";

/** One word as it was said, and whether it leaves. */
export interface Word {
  /** Counted from 0, as the server counts them. */
  readonly index: number;
  readonly text: string;
  /** Why it does not leave, as the redaction names it; "person": somebody tapped it. undefined: it leaves. */
  readonly hidden: string | undefined;
  /** Whether it is hidden because somebody tapped it, so that it can be shown again. */
  readonly own: boolean;
}

/** The words of an offer, each with why it is hidden. */
export function wordsOf({ words_before, hidden, hide }: PreviewTold): readonly Word[] {
  const kinds = new Map<number, string>();
  for (const part of hidden) for (const index of part.words) kinds.set(index, part.kind);
  const tapped = new Set(hide);
  return [...(words_before ?? "").matchAll(/\S+/g)].map(([text], index) => ({
    index,
    text,
    hidden: kinds.get(index) ?? (tapped.has(index) ? "person" : undefined),
    own: tapped.has(index),
  }));
}

/** What a person has hidden after they tapped a word. */
export function tapped({ hide }: PreviewTold, index: number): readonly number[] {
  const next = hide.includes(index) ? hide.filter((one) => one !== index) : [...hide, index];
  return next.toSorted((a, b) => a - b);
}

/** How many words are hidden, by why. */
export function countsOf(words: readonly Word[]): readonly (readonly [kind: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const { hidden } of words) if (hidden !== undefined) counts.set(hidden, (counts.get(hidden) ?? 0) + 1);
  return [...counts];
}
