import { loadLocalize } from "../i18n/localize.js";
import { editIn } from "./editing.js";
import "./now-card.js";
import "./today-card.js";
import "./utterances-card.js";

/** What Home Assistant's card picker is told of a card. */
interface PickerEntry {
  readonly type: string;
  readonly name: string;
  readonly description: string;
  /** Whether the picker shows the card itself, with what its `getStubConfig` gives. */
  readonly preview: boolean;
}

declare global {
  interface Window {
    customCards?: PickerEntry[];
  }
}

const CARDS = { today: "earshot-card", now: "earshot-now-card", utterances: "earshot-utterances-card" } as const;

/** Tell the card picker of the cards, in the language that Home Assistant's page is in. */
async function register(): Promise<void> {
  const say = await loadLocalize(document.documentElement.lang || "en");
  editIn(say);
  window.customCards ??= [];
  for (const [name, type] of Object.entries(CARDS)) {
    const entry = { type, name: say(`cards.name.${name}`), description: say(`cards.about.${name}`), preview: true };
    window.customCards.push(entry);
  }
}

void register();
