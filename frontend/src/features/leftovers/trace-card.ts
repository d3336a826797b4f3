import { mdiBroom, mdiInformationOutline } from "@mdi/js";
import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { TraceFound, TracePurged } from "../../api/types.js";
import type { Localize } from "../../i18n/localize.js";
import "../../ui/badge.js";
import { EarshotElement } from "../../ui/element.js";
import "../../ui/icon.js";

/** One place: what it is, how much is there, since and until when, how we know, and clearing it or why not. */
@customElement("earshot-trace-card")
export class EarshotTraceCard extends EarshotElement {
  static override styles = [
    ...EarshotElement.styles,
    css`
      :host {
        display: block;
      }
      .card {
        display: flex;
        flex-direction: column;
        gap: 12px;
        height: 100%;
      }
      h3 {
        font-weight: 500;
      }
      .act {
        margin-top: auto;
      }
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        justify-content: space-between;
        gap: 4px 16px;
      }
      .count {
        font-weight: 500;
      }
      .facts {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 16px;
      }
      .why {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 8px;
      }
      .done {
        font-weight: 500;
      }
    `,
  ];

  @property({ attribute: false }) trace: TraceFound | undefined = undefined;
  /** What the last clearing came to here. */
  @property({ attribute: false }) outcome: TracePurged | undefined = undefined;
  @property({ type: Boolean, attribute: "may-clear" }) mayClear = false;
  @property({ type: Boolean }) busy = false;

  protected override render() {
    const { trace, outcome } = this;
    if (trace === undefined) return nothing;
    const name = placeName(trace.place, this.t);
    return html`<article class="card" aria-label=${name}>
      <header>
        <h3>${name}</h3>
        <span class="count">${this.amount(trace)}</span>
      </header>
      <p class="muted">${placeText(trace.place, this.t)}</p>
      <div class="facts small muted">
        ${this.times(trace)}<earshot-evidence .evidence=${trace.evidence}></earshot-evidence>
      </div>
      ${trace.why_not === null ? nothing : this.why(trace.why_not)}
      ${outcome === undefined ? nothing : html`<p class="done" role="status">${outcomeText(outcome, this.t)}</p>`}
      ${
        this.mayClear && trace.purgeable && trace.count !== 0
          ? html`<div class="act">
              <button ?disabled=${this.busy} @click=${this.clear}>
                <earshot-icon .path=${mdiBroom}></earshot-icon>${this.t("leftovers.clear")}
              </button>
            </div>`
          : nothing
      }
    </article>`;
  }

  private amount({ count, size }: TraceFound): string {
    if (count === null) return this.t("leftovers.count_unknown");
    const amount = this.t("leftovers.count", { count });
    const bytes = size ? this.session?.format.bytes(size) : undefined;
    return bytes === undefined ? amount : `${amount} · ${bytes}`;
  }

  private times({ since, until }: TraceFound) {
    const { format } = this.session ?? {};
    if (format === undefined) return nothing;
    return html`
      ${since === null ? nothing : html`<span>${this.t("leftovers.since", { since: format.moment(since) })}</span>`}
      ${until === null ? nothing : html`<span>${this.t("leftovers.until", { until: format.moment(until) })}</span>`}
    `;
  }

  private why(reason: string) {
    return html`<p class="why">
      <earshot-icon .path=${mdiInformationOutline}></earshot-icon><span>${this.t(`leftovers.why.${reason}`)}</span>
    </p>`;
  }

  private clear(): void {
    this.dispatchEvent(new CustomEvent("clear"));
  }
}

/** What a place is called. One that this page does not know, of a newer Earshot, is called by its key. */
export function placeName(place: string, t: Localize): string {
  const name = t(`leftovers.place.${place}.name`);
  return name.startsWith("leftovers.") ? place : name;
}

function placeText(place: string, t: Localize): string {
  const text = t(`leftovers.place.${place}.text`);
  return text.startsWith("leftovers.") ? "" : text;
}

/** Say what was cleared, what is left, and why. */
export function outcomeText({ count, left, why_not: why }: TracePurged, t: Localize): string {
  const sentences = [t("leftovers.done.cleared", { count })];
  if (left === null) sentences.push(t("leftovers.done.left_unknown"));
  else if (left > 0) sentences.push(t("leftovers.done.left", { count: left }));
  if (why !== null) sentences.push(t(`leftovers.why.${why}`));
  return sentences.join(" ");
}
