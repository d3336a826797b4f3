import { href } from "../../app/address.js";

/** Where one offer is previewed. */
export function offerHref(offerId: string): string {
  return `${href("sharing", "offer")}/${encodeURIComponent(offerId)}`;
}
