import { mdiChevronRight, mdiTextBoxOutline, mdiWaveform } from "@mdi/js";
import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { ApiError } from "../../api/error.js";
import type { OfferTold } from "../../api/types.js";
import { EarshotElement } from "../../ui/element.js";
import "../../ui/icon.js";
import { errorText } from "../../ui/state-view.js";
import { toast } from "../../ui/toast.js";
import { offerHref } from "./hrefs.js";
import { purposeName, stateName } from "./naming.js";

/** Clips that may leave. Each leads to its preview, or is let never leave. Sends "changed". */
@customElement("earshot-offer-list")
export class EarshotOfferList extends EarshotElement {
  static override styles = [
    ...EarshotElement.styles,
    css`
      .card {
        display: grid;
        gap: 12px;
      }
      ul {
        display: grid;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 16px;
        padding: 8px 0;
      }
      li + li {
        border-top: 1px solid var(--divider-color);
      }
      .offer {
        display: grid;
        flex: 1 1 16em;
        grid-template-columns: auto minmax(0, 1fr) auto;
        align-items: center;
        gap: 2px 12px;
        min-height: 48px;
        color: var(--primary-text-color);
        text-decoration: none;
      }
      a.offer:hover .what {
        text-decoration: underline;
      }
      .contents {
        display: flex;
        gap: 4px;
        min-width: 2.8em;
      }
      .sound {
        color: var(--es-sound);
      }
      .words {
        color: var(--es-words);
      }
      .go {
        color: var(--es-quiet);
      }
      .go:dir(rtl) {
        transform: scaleX(-1);
      }
      .failed {
        color: var(--es-danger);
      }
    `,
  ];

  @property({ attribute: false }) offers: readonly OfferTold[] = [];

  protected override render() {
    if (this.session === undefined) return nothing;
    return html`<section class="card" aria-labelledby="offers">
      <h2 id="offers">${this.t("sharing.offers.title")}</h2>
      ${
        this.offers.length === 0
          ? html`<p class="muted">${this.t("sharing.offers.none")}</p>`
          : html`<ul>
              ${this.offers.map((one) => this.offer(one))}
            </ul>`
      }
    </section>`;
  }

  private offer(offer: OfferTold) {
    const { format, me } = this.session ?? {};
    const inside = html`
      <span class="contents" aria-hidden="true">
        ${offer.contents.includes("sound") ? html`<earshot-icon class="sound" .path=${mdiWaveform}></earshot-icon>` : nothing}
        ${offer.contents.includes("words") ? html`<earshot-icon class="words" .path=${mdiTextBoxOutline}></earshot-icon>` : nothing}
      </span>
      <span>
        <span class="what" dir="auto">${this.t("sharing.offers.what", { satellite: offer.satellite_label, at: format?.moment(offer.said) })}</span><br />
        <span class="muted small">${purposeName(offer.purpose, this.t)} · ${this.when(offer)}</span>
        ${offer.failure === null ? nothing : html`<br /><span class="failed small">${errorText(ApiError.from({ code: offer.failure }), this.t)}</span>`}
      </span>
    `;
    const readable = offer.may_read && offer.state !== "preparing";
    return html`<li>
      ${
        readable
          ? html`<a class="offer" href=${offerHref(offer.offer_id)}>${inside}<earshot-icon class="go" .path=${mdiChevronRight}></earshot-icon></a>`
          : html`<div class="offer">${inside}</div>`
      }
      ${
        me?.role === "read_only" || !NOT_LEFT.has(offer.state)
          ? nothing
          : html`<button aria-label=${this.t("sharing.offers.never_of", { satellite: offer.satellite_label, at: format?.moment(offer.said) })} @click=${() => this.never(offer)}>
              ${this.t("sharing.offers.never")}
            </button>`
      }
    </li>`;
  }

  private when({ state, until }: OfferTold): string {
    if (state !== "waiting") return stateName(state, this.t);
    if (until === null) return this.t("sharing.offers.asks");
    return this.t("sharing.offers.leaves", { at: this.session?.format.moment(until) });
  }

  private async never({ offer_id }: OfferTold): Promise<void> {
    try {
      await this.session?.client.ask("earshot/offers/never", { offer_id });
      toast(this, { text: this.t("sharing.offers.never_done") });
      this.dispatchEvent(new CustomEvent("changed"));
    } catch (error) {
      toast(this, { text: errorText(ApiError.from(error), this.t), seconds: 10 });
    }
  }
}

/** What can still be kept here. */
const NOT_LEFT: ReadonlySet<string> = new Set(["preparing", "waiting", "approved"]);
