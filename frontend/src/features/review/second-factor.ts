import { mdiTwoFactorAuthentication } from "@mdi/js";
import { html, type TemplateResult } from "lit";
import type { Localize } from "../../i18n/localize.js";
import "../../ui/message.js";

/** Tells a listed reviewer what they lack, and where they switch it on. */
export function secondFactorMissing(t: Localize): TemplateResult {
  return html`<earshot-message .icon=${mdiTwoFactorAuthentication} heading=${t("review.second_factor.title")}>
    ${t("review.second_factor.text")}
    <a slot="action" class="button" href="/profile/security">${t("review.second_factor.profile")}</a>
  </earshot-message>`;
}
