import type { Instant } from "../../api/types.js";
import type { Session } from "../../app/session.js";

/** The utterances before and after one, by their identifiers; undefined where there is none. */
export interface Neighbours {
  readonly older: string | undefined;
  readonly newer: string | undefined;
}

/** Find what was said last before an utterance, and first after it. */
export async function neighboursOf({ client }: Session, utterance_id: string, at: Instant): Promise<Neighbours> {
  const [before, { count }] = await Promise.all([
    client.ask("earshot/utterances/list", { until: at, limit: 1 }),
    client.ask("earshot/utterances/count", { since: at }),
  ]);
  // The list begins with the newest, so the one that follows is the last but one of those since then.
  const after =
    count < 2 ? undefined : await client.ask("earshot/utterances/list", { since: at, skip: count - 2, limit: 1 });
  const newer = after?.items[0]?.utterance_id;
  return { older: before.items[0]?.utterance_id, newer: newer === utterance_id ? undefined : newer };
}
