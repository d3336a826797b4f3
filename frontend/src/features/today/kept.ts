import { mdiDeleteClockOutline, mdiMessageTextOutline, mdiReplyOutline, mdiVolumeHigh } from "@mdi/js";
import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { KeptNow } from "../../api/types.js";
import { EarshotElement } from "../../ui/element.js";
import "../../ui/icon.js";
import { Ticking } from "../../ui/ticking.js";
import { ledgerOfKept } from "./ledger-links.js";

/** What is kept in this moment, of whatever day, and until when. */
@customElement("earshot-kept")
export class EarshotKept extends EarshotElement {
  static override styles = [
    ...EarshotElement.styles,
    css`
      :host {
        display: grid;
        align-content: start;
        gap: 12px;
      }
      ul {
        display: grid;
        gap: 0;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        align-items: center;
        gap: 12px;
        min-height: 40px;
      }
      a {
        display: inline-flex;
        align-items: center;
        min-height: 40px;
      }
      earshot-icon {
        color: var(--es-quiet);
      }
    `,
  ];

  /** Null: the vault does not answer. */
  @property({ attribute: false }) kept: KeptNow | null = null;

  constructor() {
    super();
    new Ticking(this);
  }

  protected override render() {
    const { kept } = this;
    if (kept === null) return html`<p class="unknown">${this.t("today.kept.unknown")}</p>`;
    if (kept.sounds + kept.words + kept.responses === 0)
      return html`<p class="muted">${this.t("today.kept.nothing")}</p>`;
    return html`
      <ul>
        <li>
          <earshot-icon .path=${mdiVolumeHigh}></earshot-icon>
          ${this.link(kept.sounds, this.t("today.kept.sounds", { count: kept.sounds }), ledgerOfKept("sound"))}
        </li>
        <li>
          <earshot-icon .path=${mdiMessageTextOutline}></earshot-icon>
          ${this.link(kept.words, this.t("today.kept.words", { count: kept.words }), ledgerOfKept("words"))}
        </li>
        <li>
          <earshot-icon .path=${mdiReplyOutline}></earshot-icon>
          ${this.t("today.kept.responses", { count: kept.responses })}
        </li>
        <li>
          <earshot-icon .path=${mdiDeleteClockOutline}></earshot-icon>
          <span>${this.erasure(kept)}</span>
        </li>
      </ul>
      <p class="muted small">${this.t("today.kept.bytes", { bytes: this.session?.format.bytes(kept.bytes) })}</p>
      ${kept.without_end > 0 ? html`<p>${this.t("today.kept.without_end", { count: kept.without_end })}</p>` : nothing}
    `;
  }

  private link(count: number, text: string, address: string) {
    return count === 0 ? html`${text}` : html`<a href=${address}>${text}</a>`;
  }

  private erasure({ next_erasure: next, last_erasure: last }: KeptNow): string {
    const format = this.session?.format;
    if (next === null || last === null || format === undefined) return this.t("today.kept.no_end");
    return this.t(next === last ? "today.kept.erased_at_once" : "today.kept.erased", {
      next: format.relative(next),
      at: format.moment(next),
      last: format.moment(last),
    });
  }
}
