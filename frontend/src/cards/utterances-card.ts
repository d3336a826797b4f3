import { mdiChevronRight } from "@mdi/js";
import { css, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { ApiError } from "../api/error.js";
import { Followed, Loaded } from "../api/loaded.js";
import type { UtteranceView } from "../api/types.js";
import { href } from "../app/address.js";
import "../ui/badge.js";
import "../ui/icon.js";
import { errorText, stateView } from "../ui/state-view.js";
import { EarshotCardBase, type GridOptions } from "./card.js";
import type { CardConfig, Option } from "./config.js";
import { formOf } from "./editing.js";

interface UtterancesConfig extends CardConfig {
  readonly count?: number;
  /** Whether the words can be had here. They come on a tap, for to read them is entered in the ledger. */
  readonly words?: boolean;
}

const COUNT = 5;
const OPTIONS: readonly Option[] = [
  { name: "count", kind: "number", min: 1, max: 20 },
  { name: "words", kind: "boolean" },
];

/** The last things that were said: when, where, how it ended, whether it left the house; and the words, on a tap. */
@customElement("earshot-utterances-card")
export class EarshotUtterancesCard extends EarshotCardBase<UtterancesConfig> {
  static override styles = [
    ...EarshotCardBase.styles,
    css`
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li + li {
        border-top: 1px solid var(--divider-color);
      }
      li > a {
        display: flex;
        align-items: center;
        gap: 12px;
        min-height: 48px;
        padding: 4px 0;
        color: inherit;
        text-decoration: none;
      }
      .what {
        flex: 1;
        min-width: 0;
      }
      .left {
        color: var(--es-outside);
      }
      .words {
        padding-bottom: 8px;
        overflow-wrap: anywhere;
        white-space: pre-wrap;
      }
    `,
  ];

  protected readonly options = OPTIONS;
  @state() private readonly read = new Map<string, string>();

  private readonly page = new Loaded<readonly UtteranceView[], [number]>(
    this,
    async (session, limit) => (await session.client.ask("earshot/utterances/list", { limit })).items,
    () => (this.config === undefined ? undefined : [this.config.count ?? COUNT]),
  );

  constructor() {
    super();
    new Followed(this, "earshot/utterances/subscribe", () => void this.page.reload());
  }

  static getConfigForm() {
    return formOf(OPTIONS);
  }

  static getStubConfig(): Omit<UtterancesConfig, "type"> {
    return { count: COUNT, words: false };
  }

  override getCardSize(): number {
    return 1 + (this.config?.count ?? COUNT);
  }

  getGridOptions(): GridOptions {
    return { columns: 12, rows: "auto", min_columns: 6 };
  }

  protected override body({ words = false }: UtterancesConfig) {
    return stateView(
      this.page.state,
      this.t,
      (items) =>
        items.length === 0 ? html`<p class="muted">${this.t("cards.nothing_said")}</p>` : this.list(items, words),
      () => void this.page.reload(),
    );
  }

  private list(items: readonly UtteranceView[], words: boolean) {
    return html`<ul>
      ${repeat(
        items,
        ({ utterance_id }) => utterance_id,
        (item) => html`<li>${this.facts(item)}${words ? this.words(item) : nothing}</li>`,
      )}
    </ul>`;
  }

  private facts(item: UtteranceView) {
    const { session } = this;
    if (session === undefined) return nothing;
    return html`<a href=${href("utterance", item.utterance_id)}>
      <span class="what">
        <span class="row wrap">
          <strong>${item.satellite?.label ?? this.t("cards.satellite_unknown")}</strong>
          <span class="muted">${session.format.relative(item.at)}</span>
        </span>
        <span class="row wrap small">
          <earshot-outcome .outcome=${item.outcome}></earshot-outcome>
          ${item.left_house ? html`<span class="left">${this.t("words.left_house.yes")}</span>` : nothing}
        </span>
      </span>
      <earshot-icon .path=${mdiChevronRight}></earshot-icon>
    </a>`;
  }

  private words(item: UtteranceView) {
    const { session } = this;
    const shown = this.read.get(item.utterance_id);
    if (shown !== undefined) return html`<p class="words" role="status">${shown}</p>`;
    if (session === undefined || session.me.shows_contents === "none" || !keepsWords(item)) return nothing;
    return html`<button class="plain" @click=${() => void this.show(item.utterance_id)}>
      ${this.t("cards.show_words")}
    </button>`;
  }

  private async show(utterance_id: string): Promise<void> {
    const { session } = this;
    if (session === undefined) return;
    try {
      const { words } = await session.client.ask("earshot/utterances/get", { utterance_id, words: true });
      this.read.set(utterance_id, words?.words ?? this.t("cards.words_gone"));
    } catch (error) {
      this.read.set(utterance_id, errorText(ApiError.from(error), this.t));
    }
    this.requestUpdate();
  }
}

function keepsWords(item: UtteranceView): boolean {
  return item.contents.some(({ kind, erased_at }) => kind === "words" && erased_at === null);
}
