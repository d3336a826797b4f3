import type { Decision, Me } from "../../api/types.js";
import { href } from "../../app/address.js";

/** Something that needs a person, as it is shown. */
export interface Item {
  readonly decision: Decision;
  /** Where it is decided. Undefined: not by this person, or not on any page. */
  readonly address: string | undefined;
  /** The sentence for it. Undefined: Home Assistant has the text. */
  readonly key: string | undefined;
}

/** Home Assistant's own page of repairs, which only administrators have. */
export const REPAIRS = "/config/repairs";

/** Say of each where it is decided; all leftovers are one. */
export function itemsOf(decisions: readonly Decision[], me: Pick<Me, "role">): readonly Item[] {
  const [leftover, ...more] = decisions.filter((one) => one.kind === "leftover");
  const others = decisions.filter((one) => one.kind !== "leftover");
  const all = leftover === undefined ? others : [...others, { ...leftover, count: more.length + 1, since: null }];
  return all.map((decision) => ({ decision, ...shown(decision, me.role === "admin") }));
}

function shown(decision: Decision, admin: boolean): Pick<Item, "address" | "key"> {
  switch (decision.kind) {
    case "outage":
      return {
        key: `today.decisions.outage.${decision.id === "vault_failed" ? "vault" : "ledger"}`,
        address: forAdmin(),
      };
    case "repair":
      return { key: undefined, address: forAdmin() };
    case "question":
      return {
        key: "today.decisions.question",
        address: decision.id.startsWith("typed_") ? undefined : href("utterance", decision.id),
      };
    case "leftover":
      return { key: "today.decisions.leftover", address: admin ? href("leftovers") : undefined };
    case "not_witnessed":
      return { key: "today.decisions.not_witnessed", address: href("proof") };
    case "offers":
      return { key: "today.decisions.offers", address: href("sharing") };
    case "consent_ending":
      return { key: "today.decisions.consent_ending", address: href("sharing") };
    case "donation_suspended":
      return { key: "today.decisions.donation_suspended", address: href("sharing") };
    default:
      return { key: "today.decisions.other", address: undefined };
  }
  function forAdmin(): string | undefined {
    return admin ? REPAIRS : undefined;
  }
}

/** Whether something is so urgent that it belongs at the top. */
export function urgent(decisions: readonly Decision[]): boolean {
  return decisions.some((one) => one.severity === "critical" || one.severity === "error");
}
