import type { Client } from "../../api/client.js";
import { ApiError } from "../../api/error.js";
import type { Forgotten, Instant } from "../../api/types.js";
import type { Meant } from "./chosen.js";

/** How long an erasure can be taken back. As long as one reads what was done, twice over. */
export const UNDO_SECONDS = 10;

/** What happens on the way. */
export interface Told {
  /** It waits, and is taken back with `undo` until its time is over. */
  readonly waiting: (undo: () => void, until: Instant) => void;
  readonly progress: (done: number, total: number | null) => void;
}

/**
 * Have contents erased, after a time in which that can be taken back. Resolves to what was forgotten; undefined if it
 * was taken back. It goes on at the server whatever becomes of the page. Rejects with an ApiError.
 */
export async function eraseLater(client: Client, meant: Meant, told: Told): Promise<Forgotten | undefined> {
  const last = await client.work(
    "earshot/utterances/erase",
    { ...meant, after: UNDO_SECONDS },
    (event) => event.type === "forgotten" || event.type === "kept",
    (event) => {
      if (event.type === "progress") told.progress(event.done, event.total);
      else if (event.type === "waiting") told.waiting(() => void keep(client, event.ticket), event.until);
    },
  );
  return last.type === "forgotten" ? last.forgotten : undefined;
}

/** Take facts away, at once and for good. */
export async function redact(client: Client, meant: Meant, told: Told["progress"]): Promise<Forgotten> {
  const last = await client.work(
    "earshot/utterances/redact",
    meant,
    (event) => event.type === "forgotten",
    (event) => event.type === "progress" && told(event.done, event.total),
  );
  return last.forgotten;
}

/** Too late is no error of the person's: what was erased is told right after. */
async function keep(client: Client, ticket: string): Promise<void> {
  try {
    await client.ask("earshot/utterances/keep", { ticket });
  } catch (error) {
    if (ApiError.from(error).denied) throw error;
  }
}
