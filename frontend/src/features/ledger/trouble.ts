import type { ApiError } from "../../api/error.js";
import type { Localize } from "../../i18n/localize.js";
import { errorText } from "../../ui/state-view.js";

/** Say what went wrong: what only this page can run into, and whatever the server answers. */
export function troubleText(error: ApiError, t: Localize): string {
  switch (error.code) {
    case "export_unfetched":
      return t("ledger.trouble.export_unfetched");
    case "too_many_chosen":
      return t("ledger.trouble.too_many_chosen", error.placeholders);
    default:
      return errorText(error, t);
  }
}
