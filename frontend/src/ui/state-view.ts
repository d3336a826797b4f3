import { mdiAlertCircleOutline, mdiLockOutline } from "@mdi/js";
import { html, nothing, type TemplateResult } from "lit";
import type { ApiError } from "../api/error.js";
import type { State } from "../api/loaded.js";
import type { Localize } from "../i18n/localize.js";
import "./icon.js";
import "./message.js";

/**
 * Draw something that comes from the server, or in its place that it is being asked for, that it failed, or that this
 * person may not see it. `again` asks once more.
 */
export function stateView<T>(
  state: State<T>,
  t: Localize,
  view: (value: T) => TemplateResult | typeof nothing,
  again?: () => void,
): TemplateResult | typeof nothing {
  switch (state.kind) {
    case "loading":
      return html`<earshot-waiting></earshot-waiting>`;
    case "ready":
      return view(state.value);
    case "failed":
      return failure(state.error, t, again);
  }
}

/** Tell what went wrong, and offer to try again where that may help. */
export function failure(error: ApiError, t: Localize, again?: () => void): TemplateResult {
  if (error.denied) {
    return html`<earshot-message .icon=${mdiLockOutline} heading=${t("ui.denied.title")}>
      ${t("ui.denied.text")}
    </earshot-message>`;
  }
  return html`<earshot-message role="alert" .icon=${mdiAlertCircleOutline} heading=${t("ui.failed.title")}>
    ${errorText(error, t)}
    ${again ? html`<button slot="action" @click=${again}>${t("ui.failed.again")}</button>` : nothing}
  </earshot-message>`;
}

/** Say what went wrong in the person's language; a code that has no sentence is shown, so that it can be looked up. */
export function errorText(error: ApiError, t: Localize): string {
  const key = `errors.${error.code}`;
  try {
    const sentence = t(key, error.placeholders);
    if (sentence !== key) return sentence;
  } catch {
    // The server did not tell what fills the sentence.
  }
  return t("ui.failed.code", { code: error.code });
}
