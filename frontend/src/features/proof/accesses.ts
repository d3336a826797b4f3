import type { Accessed, Donated, Instant, LedgerRecord, Reviewed, Shared, StoredEntry } from "../../api/types.js";

/** Somebody did something with what was kept, once or many times in a row. */
export interface Access {
  /** The entry that it begins with, the newest: it tells rows apart. */
  readonly index: number;
  readonly at: Instant;
  readonly who: string;
  /** Names its sentence: `proof.access.<what>`. */
  readonly what: string;
  /** Whom it went to. Empty: nobody else. */
  readonly to: string;
  /** Of how many utterances; an utterance is counted as often as it was opened. */
  readonly count: number;
  /** The utterance, where there is one. */
  readonly utterance: string | null;
}

/** How far apart two entries may be and still be one deed: an export or a search enters each utterance for itself. */
const ONE_DEED_MS = 60_000;

export type Kind = "accessed" | "donated" | "gap" | "reviewed" | "shared";

export const ACCESS_KINDS: readonly Kind[] = ["accessed", "shared", "donated", "reviewed"];

/** Put entries of the same deed into one row. The entries come newest first, and so do the rows. */
export function accesses(entries: readonly StoredEntry[]): readonly Access[] {
  const rows: Access[] = [];
  for (const { index, record } of entries) {
    const row = told(index, record);
    const last = rows.at(-1);
    if (row === undefined) continue;
    if (last !== undefined && isOne(last, row)) {
      rows[rows.length - 1] = { ...last, count: last.count + 1, utterance: null };
    } else rows.push(row);
  }
  return rows;
}

function isOne(last: Access, next: Access): boolean {
  const near = Date.parse(last.at) - Date.parse(next.at) <= ONE_DEED_MS;
  return near && last.who === next.who && last.what === next.what && last.to === next.to;
}

function told(index: number, record: LedgerRecord): Access | undefined {
  switch (record.kind) {
    case "accessed":
      return row(index, record, record.who, HOW[record.how] ?? "accessed", "");
    case "shared":
      return row(index, record, record.by, "shared", record.ear.label);
    case "donated":
      return row(index, record, record.by, "donated", record.ear.label);
    case "reviewed":
      return row(index, record, record.ear.label, "reviewed", "");
    default:
      return undefined;
  }
}

const HOW: Readonly<Record<string, string | undefined>> = {
  words: "words",
  sound: "sound",
  export: "export",
  search: "search",
  found: "found",
};

function row(
  index: number,
  { at, utterance_id: utterance }: Accessed | Donated | Reviewed | Shared,
  who: string,
  what: string,
  to: string,
): Access {
  return { index, at, who, what, to, count: 1, utterance };
}
