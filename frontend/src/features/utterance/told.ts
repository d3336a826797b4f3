import type {
  Accessed,
  ContentKind,
  ContentView,
  Erased,
  ProofSizes,
  StoredEntry,
  UtteranceView,
} from "../../api/types.js";

/** How far an entry is proven: somebody outside holds it, it is signed, or neither yet. */
export type Proven = "witnessed" | "signed" | "unsigned";

export function proven(index: number, proof: ProofSizes): Proven {
  if (index < proof.witnessed_size) return "witnessed";
  return index < proof.signed_size ? "signed" : "unsigned";
}

/** Whether something of it can still be read or heard, as far as the ledger knows. */
export function isKept({ contents }: UtteranceView, ...kinds: ContentKind[]): boolean {
  return contents.some((content) => kinds.includes(content.kind) && content.erased_at === null);
}

export function contentOf({ contents }: UtteranceView, kind: ContentKind): ContentView | undefined {
  return contents.find((content) => content.kind === kind);
}

/** Who read or heard it, in order. Whoever only looked for something in it is not among them. */
export function readings(entries: readonly StoredEntry[]): Accessed[] {
  return entries
    .map(({ record }) => record)
    .filter((one): one is Accessed => one.kind === "accessed" && one.how !== "search");
}

/** The last time that contents of these kinds were erased; undefined if they never were. */
export function erasure(entries: readonly StoredEntry[], kinds: readonly ContentKind[]): Erased | undefined {
  return entries
    .map(({ record }) => record)
    .filter((one): one is Erased => one.kind === "erased" && one.contents.some((kind) => kinds.includes(kind)))
    .at(-1);
}
