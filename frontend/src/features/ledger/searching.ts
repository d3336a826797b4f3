import type { Client } from "../../api/client.js";
import type { Instant, UtteranceView } from "../../api/types.js";

/** Where words are looked for. */
export interface SearchRange {
  readonly since: Instant;
  readonly until: Instant;
  readonly satellite?: string | undefined;
}

/** What is looked for. It is held in memory only, and never in an address: it is as telling as what it finds. */
export interface Search {
  readonly needle: string;
  readonly contents: readonly ("words" | "response")[];
  readonly range: SearchRange;
}

/** How far a search is. */
export interface Searched {
  /** Those that hold it, newest first. */
  readonly found: readonly UtteranceView[];
  readonly looked: number;
  /** Whether everything was looked through. */
  readonly whole: boolean;
}

/** Look through a range piece by piece, as far as the server goes at once, until its end or until it is broken off. */
export async function searchThrough(
  client: Client,
  { needle, contents, range }: Search,
  told: (searched: Searched) => void,
  signal: AbortSignal,
): Promise<Searched> {
  let searched: Searched = { found: [], looked: 0, whole: false };
  let before: string | undefined;
  do {
    const { found, looked } = searched;
    const { finding } = await client.work(
      "earshot/utterances/search",
      { needle, contents, before, ...range },
      (event) => event.type === "found",
      (event) => event.type === "progress" && told({ found, looked: looked + event.done, whole: false }),
      signal,
    );
    before = finding.next ?? undefined;
    searched = {
      found: [...found, ...finding.items],
      looked: looked + finding.looked,
      whole: before === undefined,
    };
    told(searched);
  } while (before !== undefined && !signal.aborted);
  return searched;
}
