import type { Today } from "../../api/types.js";
import { href } from "../../app/address.js";

/** The list of the utterances of a day, or of those among them for which something holds. */
export function ledgerOfDay({ day }: Pick<Today, "day">, filters: Readonly<Record<string, string>> = {}): string {
  return href("ledger", undefined, { from: day, to: day, ...filters });
}

/** The list of the utterances of which something is kept. */
export function ledgerOfKept(content: "sound" | "words"): string {
  return href("ledger", undefined, { [`${content}_kept`]: "true" });
}
