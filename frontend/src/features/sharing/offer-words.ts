import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { PreviewTold } from "../../api/types.js";
import { EarshotElement } from "../../ui/element.js";
import { tapped, type Word, wordsOf } from "./hiding.js";
import { hiddenName } from "./naming.js";

/** The words as they would leave and as they were said. A tap hides a word, too. Sends "hide" with all that are. */
@customElement("earshot-offer-words")
export class EarshotOfferWords extends EarshotElement {
  static override styles = [
    ...EarshotElement.styles,
    css`
      :host {
        display: grid;
        gap: 16px;
      }
      h4 {
        margin: 0 0 6px;
        font-size: 0.875rem;
        font-weight: 400;
        color: var(--es-muted);
      }
      blockquote {
        margin: 0;
        padding-inline-start: 12px;
        border-inline-start: 4px solid var(--es-words);
        font-size: 1.15rem;
        line-height: 1.45;
        overflow-wrap: anywhere;
      }
      .words {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
      }
      .words button,
      .words > span {
        min-height: 40px;
        padding: 0 8px;
        border: 1px solid transparent;
        border-radius: 8px;
        color: var(--primary-text-color);
        font-size: 1.05rem;
        font-weight: 400;
      }
      .words > span {
        display: inline-flex;
        align-items: center;
        gap: 6px;
      }
      .words .hidden {
        background: #2b2f33;
        color: #fff;
      }
      .words .hidden small {
        font-size: 0.8rem;
        color: #d5d9dd;
      }
    `,
  ];

  @property({ attribute: false }) preview: PreviewTold | undefined = undefined;
  @property({ type: Boolean }) open = false;
  @property({ type: Boolean }) busy = false;

  protected override render() {
    const { preview } = this;
    if (preview === undefined) return nothing;
    if (preview.words_before === null) return html`<p class="muted">${this.t("sharing.words.none")}</p>`;
    return html`
      <div>
        <h4>${this.t("sharing.words.leave")}</h4>
        ${preview.words === null ? html`<p>${this.t("sharing.words.none_leave")}</p>` : html`<blockquote dir="auto" lang=${preview.language}>${preview.words}</blockquote>`}
      </div>
      <div>
        <h4>${this.t(this.open ? "sharing.words.tap" : "sharing.words.said")}</h4>
        <div class="words" dir="auto" lang=${preview.language}>${wordsOf(preview).map((word) => this.word(word, preview))}</div>
      </div>
    `;
  }

  private word(word: Word, preview: PreviewTold) {
    const why = word.hidden === undefined ? nothing : html`<small>${hiddenName(word.hidden, this.t)}</small>`;
    const look = word.hidden === undefined ? "" : "hidden";
    if (!this.open || (word.hidden !== undefined && !word.own))
      return html`<span class=${look}>${word.text} ${why}</span>`;
    return html`<button
      class=${look}
      aria-pressed=${word.hidden !== undefined}
      ?disabled=${this.busy}
      @click=${() => this.tap(preview, word)}
    >${word.text} ${why}</button>`;
  }

  private tap(preview: PreviewTold, { index }: Word): void {
    this.dispatchEvent(new CustomEvent("hide", { detail: tapped(preview, index) }));
  }
}
