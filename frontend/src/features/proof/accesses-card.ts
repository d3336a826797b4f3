import {
  mdiEarHearing,
  mdiExport,
  mdiEyeOutline,
  mdiHandHeartOutline,
  mdiMagnify,
  mdiPlayCircleOutline,
  mdiShareVariantOutline,
} from "@mdi/js";
import { css, html, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import { href } from "../../app/address.js";
import { EarshotElement } from "../../ui/element.js";
import "../../ui/icon.js";
import { stateView } from "../../ui/state-view.js";
import { ACCESS_KINDS, type Access, accesses } from "./accesses.js";
import { Entries } from "./entries.js";

const ICONS: Readonly<Record<string, string | undefined>> = {
  sound: mdiPlayCircleOutline,
  export: mdiExport,
  search: mdiMagnify,
  found: mdiMagnify,
  shared: mdiShareVariantOutline,
  donated: mdiHandHeartOutline,
  reviewed: mdiEarHearing,
};

/** Who read, heard, exported or handed on what was kept: each is an entry of the ledger. */
@customElement("earshot-accesses-card")
export class EarshotAccessesCard extends EarshotElement {
  static override styles = [
    ...EarshotElement.styles,
    css`
      :host {
        display: block;
      }
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
        display: grid;
        grid-template-columns: auto 1fr auto;
        gap: 4px 12px;
        padding: 10px 0;
        border-top: 1px solid var(--divider-color);
      }
      li > earshot-icon {
        color: var(--es-muted);
      }
      li span {
        overflow-wrap: anywhere;
      }
      time {
        color: var(--es-muted);
        white-space: nowrap;
      }
    `,
  ];

  private readonly entries = new Entries(this, ACCESS_KINDS);

  protected override render() {
    return html`<section class="card" aria-labelledby="accesses">
      <h2 id="accesses">${this.t("proof.access.title")}</h2>
      <p class="muted">${this.t("proof.access.what")}</p>
      ${stateView(
        this.entries.state,
        this.t,
        (entries) => this.list(accesses(entries)),
        () => void this.entries.reload(),
      )}
    </section>`;
  }

  private list(rows: readonly Access[]) {
    if (rows.length === 0) return html`<p>${this.t("proof.access.nobody")}</p>`;
    return html`
      <ul>
        ${rows.map((row) => this.row(row))}
      </ul>
      ${
        this.entries.more
          ? html`<div>
              <button ?disabled=${this.entries.busy} @click=${() => this.entries.older()}>
                ${this.t("proof.older")}
              </button>
            </div>`
          : nothing
      }
    `;
  }

  private row({ what, who, to, count, at, utterance }: Access) {
    const name = who === "" ? this.t("proof.access.somebody") : who;
    return html`<li>
      <earshot-icon .path=${ICONS[what] ?? mdiEyeOutline}></earshot-icon>
      <span>
        ${this.t(`proof.access.${what}`, { who: name, to, count })}
        ${utterance === null ? nothing : html`<a href=${href("utterance", utterance)}>${this.t("proof.access.show")}</a>`}
      </span>
      <time datetime=${at}>${this.session?.format.moment(at)}</time>
    </li>`;
  }
}
