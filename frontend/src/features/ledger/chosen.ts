import type { Arguments } from "../../api/client.js";
import { ApiError } from "../../api/error.js";
import type { Restriction } from "./filters.js";
import type { Asker } from "./listing.js";
import type { Selection } from "./selection.js";

/** Names sent to the server at once at most: some 1.5 MB, which it takes as one message. */
export const NAMED_AT_MOST = 50_000;

/** Rows asked for at once while names are gathered: as many as the server sends. */
const PAGE = 500;

/** Which utterances are meant, as the server understands it. */
export type Meant = Pick<Arguments<"earshot/utterances/erase">, "utterance_ids" | "since" | "until" | "satellite">;

/**
 * Say which utterances are chosen. All of a time or of a satellite are meant as such; of all that other filters find,
 * the names are gathered first: `told` is told how many there are by now. Rejects with "too_many_chosen".
 */
export async function meantBy(
  selection: Selection,
  asked: Restriction,
  asker: Pick<Asker, "list">,
  told: (gathered: number) => void = () => undefined,
  signal?: AbortSignal,
): Promise<Meant> {
  const { chosen, until, left } = selection;
  if (chosen !== undefined || until === undefined) return { utterance_ids: chosen ?? [] };
  const { since, satellite, ...others } = { ...asked, until: undefined };
  const plain = Object.values(others).every((value) => value === undefined) && left.size === 0;
  if (plain) return { since, satellite, until };
  const names: string[] = [];
  let before: string | undefined;
  do {
    const page = await asker.list({ ...asked, until, limit: PAGE, before });
    if (signal?.aborted) throw new ApiError("given_up", "");
    names.push(...page.items.map((view) => view.utterance_id).filter((name) => !left.has(name)));
    if (names.length > NAMED_AT_MOST) throw new ApiError("too_many_chosen", "", { most: String(NAMED_AT_MOST) });
    told(names.length);
    before = page.next ?? undefined;
  } while (before !== undefined);
  return { utterance_ids: names };
}
