import { css, html, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import type { Gap, StoredEntry } from "../../api/types.js";
import { EarshotElement } from "../../ui/element.js";
import { stateView } from "../../ui/state-view.js";
import { Entries } from "./entries.js";

/** When Earshot did not watch, or could not write. */
@customElement("earshot-gaps-card")
export class EarshotGapsCard extends EarshotElement {
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
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        padding: 10px 0;
        border-top: 1px solid var(--divider-color);
      }
    `,
  ];

  private readonly entries = new Entries(this, ["gap"]);

  protected override render() {
    return html`<section class="card" aria-labelledby="gaps">
      <h2 id="gaps">${this.t("proof.gap.title")}</h2>
      <p class="muted">${this.t("proof.gap.what")}</p>
      ${stateView(
        this.entries.state,
        this.t,
        (entries) => this.list(entries),
        () => void this.entries.reload(),
      )}
    </section>`;
  }

  private list(entries: readonly StoredEntry[]) {
    const gaps = entries.map(({ record }) => record).filter((record): record is Gap => record.kind === "gap");
    if (gaps.length === 0) return html`<p>${this.t("proof.gap.none")}</p>`;
    return html`
      <ul>
        ${gaps.map((gap) => this.gap(gap))}
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

  private gap({ began, ended, reason }: Gap) {
    const { format } = this.session ?? {};
    const known = this.t(`proof.gap.reason.${reason}`);
    const values = {
      from: format?.moment(began) ?? "",
      to: format?.moment(ended) ?? "",
      length: format?.duration(Date.parse(ended) - Date.parse(began)) ?? "",
    };
    return html`<li>
      ${this.t("proof.gap.line", values)}
      <div class="muted small">${known.startsWith("proof.") ? reason : known}</div>
    </li>`;
  }
}
