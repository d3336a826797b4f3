import type { ReceiptOfDesk } from "../../api/types.js";
import type { Session } from "../../app/session.js";
import { isolate } from "../../i18n/isolate.js";
import type { Localize } from "../../i18n/localize.js";

/** What a purpose is called; one of a newer desk by its key. */
export function purposeName(purpose: string, t: Localize): string {
  return said(`sharing.purpose.${purpose}`, purpose, t);
}

/** What it means, in a sentence; nothing for one that nobody here knows. */
export function purposeText(purpose: string, t: Localize): string {
  return said(`sharing.purpose_text.${purpose}`, "", t);
}

/** Why something is hidden. */
export function hiddenName(kind: string, t: Localize): string {
  return said(`sharing.hidden.${kind}`, t("sharing.hidden.unknown"), t);
}

/** Why nothing leaves under a consent. */
export function suspensionText(reason: string, t: Localize): string {
  return said(`sharing.suspended_why.${reason}`, reason, t);
}

/** How an offer or a donation stands. */
export function stateName(state: string, t: Localize): string {
  return said(`sharing.state.${state}`, state, t);
}

/** One receipt as a sentence: "A person at Desk listened, Tuesday, 1 December, 6 s." */
export function receiptText(receipt: ReceiptOfDesk, desk: string, { localize: t, format }: Session): string {
  const heard = receipt.heard_ms === null ? "" : format.duration(receipt.heard_ms);
  const values = {
    desk: isolate(desk),
    day: format.day(receipt.at),
    heard,
    known: receipt.heard_ms === null ? "no" : "yes",
  };
  const key = `sharing.receipt.${receiptKind(receipt)}`;
  const sentence = t(key, values);
  return sentence === key ? t("sharing.receipt.other", { ...values, action: receipt.action }) : sentence;
}

/** A listening without any sound in it is that somebody was shown the words. */
function receiptKind({ action, reason, heard_ms: heard }: ReceiptOfDesk): string {
  if (action === "deleted") return `deleted.${reason}`;
  if (action === "published") return "put_in";
  return action === "listened" && heard === 0 ? "shown" : action;
}

function said(key: string, otherwise: string, t: Localize): string {
  const sentence = t(key);
  return sentence === key ? otherwise : sentence;
}
