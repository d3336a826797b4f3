import type { Client } from "../../api/client.js";
import { ApiError } from "../../api/error.js";
import type { ContentKind, Instant, Progress, ReadyExport } from "../../api/types.js";

/** How long a file waits to be fetched; the server takes its address back after a minute. */
export const FETCHED_WITHIN_MS = 65_000;

/** What is exported. */
export interface ExportOrder {
  readonly since?: Instant | undefined;
  readonly until?: Instant | undefined;
  readonly contents: readonly ContentKind[];
}

/** How much of the file is fetched. */
export interface Fetched {
  readonly done: number;
  readonly total: number;
}

/**
 * Have an export made ready, fetch it by `fetch`, and tell how much of it is fetched. Resolves when all of it is.
 * Rejects with "export_unfetched" if nobody began to fetch it, and with "given_up" when it is broken off.
 */
export async function exportWith(
  client: Client,
  order: ExportOrder,
  fetch: (ready: ReadyExport) => void,
  told: (fetched: Fetched) => void,
  signal: AbortSignal,
): Promise<void> {
  const ended = new AbortController();
  signal.addEventListener("abort", () => ended.abort());
  let begun = false;
  const timer = setTimeout(() => begun || ended.abort(), FETCHED_WITHIN_MS);
  try {
    await client.work(
      "earshot/export/prepare",
      order,
      (event): event is Progress => event.type === "progress" && event.total !== null && event.done >= event.total,
      (event) => {
        if (event.type === "ready") fetch(event);
        else {
          begun = true;
          told({ done: event.done, total: event.total ?? 0 });
        }
      },
      ended.signal,
    );
  } catch (error) {
    const unfetched = ended.signal.aborted && !signal.aborted;
    throw unfetched ? new ApiError("export_unfetched", "") : error;
  } finally {
    clearTimeout(timer);
  }
}
