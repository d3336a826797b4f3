import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Bound } from "../../api/types.js";
import { EarshotElement } from "../../ui/element.js";

/** What a reviewer is bound to: what donors were told of them, and what is written down of what they do. */
@customElement("earshot-bound")
export class EarshotBound extends EarshotElement {
  static override styles = [
    ...EarshotElement.styles,
    css`
      summary {
        min-height: 40px;
        padding-block: 8px;
        cursor: pointer;
        color: var(--es-link);
        font-weight: 500;
      }
      ul {
        display: grid;
        gap: 8px;
        margin: 0 0 16px;
        padding-inline-start: 20px;
      }
      p {
        margin-bottom: 8px;
      }
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 4px 16px;
        margin: 0;
      }
      dd {
        margin: 0;
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) bound: Bound | undefined = undefined;
  @property({ type: Boolean }) open = false;

  protected override render() {
    const { bound } = this;
    if (bound === undefined) return nothing;
    const { name, people, place, retention_days: days, contact } = bound;
    return html`<details ?open=${this.open}>
      <summary>${this.t("review.bound.title")}</summary>
      <ul>
        <li>${this.t("review.bound.logged")}</li>
        <li>${this.t("review.bound.alone")}</li>
        <li>${this.t("review.bound.secret")}</li>
        <li>${this.t("review.bound.nothing_kept")}</li>
        <li>${this.t("review.bound.stop")}</li>
      </ul>
      <p class="muted small">${this.t("review.bound.told")}</p>
      <dl class="small">
        <dt class="muted">${this.t("review.bound.desk")}</dt>
        <dd>${name}</dd>
        <dt class="muted">${this.t("review.bound.people")}</dt>
        <dd>${people}</dd>
        <dt class="muted">${this.t("review.bound.place")}</dt>
        <dd>${place}</dd>
        <dt class="muted">${this.t("review.bound.kept")}</dt>
        <dd>${this.t("review.bound.days", { days })}</dd>
        <dt class="muted">${this.t("review.bound.contact")}</dt>
        <dd>${contact}</dd>
      </dl>
    </details>`;
  }
}
