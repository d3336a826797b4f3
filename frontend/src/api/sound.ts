import { ApiError } from "./error.js";

const BY_STATUS: Readonly<Record<number, string | undefined>> = {
  403: "not_yours",
  404: "content_gone",
  503: "content_missing",
};

/** Fetch the bytes of a sound. Rejects with an ApiError. */
export async function fetchSound(address: string): Promise<ArrayBuffer> {
  const response = await fetch(address, { cache: "no-store" }).catch(() => undefined);
  if (response === undefined) throw new ApiError("connection_lost", "sound");
  if (!response.ok) throw new ApiError(BY_STATUS[response.status] ?? "unknown_error", String(response.status));
  return response.arrayBuffer();
}
