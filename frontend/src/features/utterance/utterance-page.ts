import {
  mdiChevronLeft,
  mdiChevronRight,
  mdiFormatListBulleted,
  mdiHelpCircleOutline,
  mdiShieldCheckOutline,
} from "@mdi/js";
import { css, html, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { Followed, Loaded } from "../../api/loaded.js";
import type { Forgotten, UtteranceEvent, UtteranceTold, WordsRead } from "../../api/types.js";
import { href } from "../../app/address.js";
import { EarshotPage } from "../../app/page.js";
import "../../ui/icon.js";
import "../../ui/message.js";
import { stateView } from "../../ui/state-view.js";
import "../sharing/giving.js";
import "./actions.js";
import "./company.js";
import "./deeds.js";
import "./entries.js";
import "./heading.js";
import "./house/house.js";
import { type Neighbours, neighboursOf } from "./neighbours.js";
import "./player.js";
import type { EarshotUtterancePlayer } from "./player.js";
import "./stages.js";
import "./words.js";
import type { EarshotUtteranceWords } from "./words.js";

/** One utterance: who was within earshot of it, and all that is known of it. */
@customElement("earshot-utterance-page")
export class EarshotUtterancePage extends EarshotPage {
  static override styles = [
    ...EarshotPage.styles,
    css`
      :host,
      .left,
      aside {
        display: grid;
        gap: 16px;
        grid-template-columns: minmax(0, 1fr);
        align-content: start;
        min-width: 0;
      }
      nav {
        display: flex;
        justify-content: space-between;
        flex-wrap: wrap;
      }
      nav span {
        display: flex;
        gap: 16px;
      }
      nav a {
        display: inline-flex;
        align-items: center;
        gap: 4px;
        min-height: 40px;
        color: var(--es-link);
        text-decoration: none;
      }
      .columns {
        display: grid;
        gap: 16px;
        grid-template-columns: minmax(0, 1fr);
      }
      .drawing > p {
        margin: 4px 0 12px;
      }
      @media (min-width: 1000px) {
        .columns {
          grid-template-columns: minmax(0, 1fr) 320px;
        }
        .drawing {
          grid-column: 1 / -1;
        }
        .left {
          grid-column: 1;
          grid-row: 2;
        }
      }
      @media (max-width: 600px) {
        .drawing {
          padding: 16px 8px;
        }
        .drawing > h2,
        .drawing > p {
          padding-inline: 8px;
        }
      }
    `,
  ];

  @state() private pointed = 0;
  @state() private words: WordsRead | undefined;
  @state() private redacted: { readonly id: string; readonly forgotten: Forgotten } | undefined;
  @query("earshot-utterance-words") private readonly wordsCard!: EarshotUtteranceWords | null;
  @query("earshot-utterance-player") private readonly player!: EarshotUtterancePlayer | null;

  private readonly loaded = new Loaded<UtteranceTold, [string]>(
    this,
    ({ client }, utterance_id) => client.ask("earshot/utterances/get", { utterance_id }),
    () => (this.subject === undefined ? undefined : [this.subject]),
  );
  private readonly neighbours = new Loaded<Neighbours, [string, string]>(this, neighboursOf, () => {
    const shown = this.loaded.value?.utterance;
    return shown === undefined ? undefined : [shown.utterance_id, shown.at];
  });
  constructor() {
    super();
    // One that is still open ends while it is looked at, and somebody else may read or erase it.
    new Followed(this, "earshot/utterances/subscribe", (event) => {
      if (this.concerns(event)) void this.loaded.reload();
    });
  }

  private concerns(event: UtteranceEvent): boolean {
    if (event.type === "changed") return event.utterance.utterance_id === this.subject;
    return event.type === "stale" || event.utterance_ids.includes(this.subject ?? "");
  }

  private get subject(): string | undefined {
    return this.address?.subject;
  }

  protected override willUpdate(): void {
    if (this.shown !== undefined && this.shown !== this.subject) this.forget();
    this.shown = this.subject;
  }

  private shown: string | undefined;

  protected override render() {
    const { subject, session } = this;
    if (session === undefined) return nothing;
    return html`${this.navigation()}
      ${
        subject === undefined
          ? this.unknown("utterance.none_chosen.title", "utterance.none_chosen.text")
          : this.redacted?.id === subject
            ? this.gone(this.redacted.forgotten)
            : this.known()
      }`;
  }

  private navigation() {
    const { older, newer } = this.neighbours.value ?? {};
    const [back, forth] = this.isRtl ? [mdiChevronRight, mdiChevronLeft] : [mdiChevronLeft, mdiChevronRight];
    return html`<nav aria-label=${this.t("utterance.nav.title")}>
      <a href=${href("ledger")}>
        <earshot-icon .path=${mdiFormatListBulleted}></earshot-icon>${this.t("utterance.nav.ledger")}
      </a>
      <span>
        ${older === undefined ? nothing : html`<a href=${href("utterance", older)}><earshot-icon .path=${back}></earshot-icon>${this.t("utterance.nav.older")}</a>`}
        ${newer === undefined ? nothing : html`<a href=${href("utterance", newer)}>${this.t("utterance.nav.newer")}<earshot-icon .path=${forth}></earshot-icon></a>`}
      </span>
    </nav>`;
  }

  private get isRtl(): boolean {
    return getComputedStyle(this).direction === "rtl";
  }

  private known() {
    const { state } = this.loaded;
    if (state.kind === "failed" && state.error.code === "not_found") {
      return this.unknown("utterance.unknown.title", "utterance.unknown.text");
    }
    return stateView(
      state,
      this.t,
      (told) => this.told(told),
      () => void this.loaded.reload(),
    );
  }

  private told(told: UtteranceTold) {
    const { utterance, entries } = told;
    return html`
      <earshot-utterance-heading .told=${told}></earshot-utterance-heading>
      <div class="columns">
        <section class="card drawing" aria-labelledby="house">
          <h2 id="house">${this.t("utterance.house.title")}</h2>
          <p class="muted small">${this.t("utterance.house.intro")}</p>
          <earshot-house .utterance=${utterance} .pointed=${this.pointed}></earshot-house>
        </section>
        <aside>
          <section class="card">
            <earshot-utterance-words .told=${told} @read=${this.read}></earshot-utterance-words>
          </section>
          <section class="card">
            <earshot-utterance-player .told=${told} @read=${this.again}></earshot-utterance-player>
          </section>
          <section class="card"><earshot-utterance-deeds .utterance=${utterance}></earshot-utterance-deeds></section>
          <earshot-giving .utterance=${utterance}></earshot-giving>
          <section class="card">
            <earshot-utterance-actions
              .told=${told}
              .words=${this.words}
              @changed=${this.changed}
              @redacted=${(event: CustomEvent<Forgotten>) => this.wasRedacted(utterance.utterance_id, event.detail)}
            ></earshot-utterance-actions>
          </section>
        </aside>
        <div class="left">
          <section class="card" aria-labelledby="company">
            <h2 id="company">${this.t("utterance.company.title")}</h2>
            <earshot-company
              .utterance=${utterance}
              .entries=${entries}
              @pointed=${(event: CustomEvent<number>) => {
                this.pointed = event.detail;
              }}
            ></earshot-company>
          </section>
          <section class="card"><earshot-utterance-stages .utterance=${utterance}></earshot-utterance-stages></section>
          <section class="card"><earshot-utterance-entries .told=${told}></earshot-utterance-entries></section>
        </div>
      </div>
      <p class="small muted">${utterance.utterance_id}</p>
    `;
  }

  private unknown(title: string, text: string) {
    return html`<earshot-message .icon=${mdiHelpCircleOutline} heading=${this.t(title)}>
      ${this.t(text)}
      <a slot="action" class="button" href=${href("ledger")}>${this.t("utterance.nav.ledger")}</a>
    </earshot-message>`;
  }

  private gone({ entries, in_flight }: Forgotten) {
    if (in_flight > 0) return this.unknown("utterance.redact.in_flight_title", "utterance.redact.in_flight");
    return html`<earshot-message role="status" .icon=${mdiShieldCheckOutline} heading=${this.t("utterance.redact.done")}>
      ${this.t("utterance.redact.left", { count: entries })}
      <a slot="action" class="button" href=${href("ledger")}>${this.t("utterance.nav.ledger")}</a>
    </earshot-message>`;
  }

  private wasRedacted(id: string, forgotten: Forgotten): void {
    this.forget();
    this.redacted = { id, forgotten };
  }

  private readonly read = (): void => {
    this.words = this.wordsCard?.shown;
    this.again();
  };

  private readonly again = (): void => {
    void this.loaded.reload();
  };

  /** Something may be erased: what is shown of it goes, too. */
  private readonly changed = async (): Promise<void> => {
    await this.loaded.reload();
    this.forget();
  };

  private forget(): void {
    this.words = undefined;
    this.redacted = undefined;
    this.wordsCard?.hide();
    this.player?.hide();
  }
}
