import type { Localize } from "../i18n/localize.js";
import { fieldsOf, type Option } from "./config.js";

let speak: Localize = (key) => key;

/** Let the editors speak a language: they are drawn by Home Assistant, and have no session. */
export function editIn(localize: Localize): void {
  speak = localize;
}

/** The visual editor of a card, drawn by Home Assistant's own form. */
export function formOf(options: readonly Option[]) {
  return {
    schema: fieldsOf(options),
    computeLabel: ({ name }: { name: string }) => speak(`cards.field.${name}`),
    computeHelper: ({ name }: { name: string }) => (name === "words" ? speak("cards.helper.words") : undefined),
  };
}
