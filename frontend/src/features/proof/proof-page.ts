import { css, html } from "lit";
import { customElement, query } from "lit/decorators.js";
import { EarshotPage } from "../../app/page.js";
import "./accesses-card.js";
import "./checkpoint-card.js";
import type { EarshotCheckpointCard } from "./checkpoint-card.js";
import "./compare-card.js";
import "./gaps-card.js";
import "./sandbox-card.js";
import "./verify-card.js";

/** What can be proven, how anybody can check it, and what cannot. */
@customElement("earshot-proof-page")
export class EarshotProofPage extends EarshotPage {
  static override styles = [
    ...EarshotPage.styles,
    css`
      :host {
        display: grid;
        gap: 16px;
      }
      .two {
        display: grid;
        gap: 16px;
        grid-template-columns: repeat(auto-fit, minmax(min(400px, 100%), 1fr));
        align-items: start;
      }
      .limits {
        display: grid;
        gap: 8px;
      }
    `,
  ];

  @query("earshot-checkpoint-card") private readonly checkpoint!: EarshotCheckpointCard | null;

  protected override render() {
    return html`
      <earshot-checkpoint-card></earshot-checkpoint-card>
      <div class="two">
        <earshot-compare-card @compared=${() => void this.checkpoint?.reload()}></earshot-compare-card>
        <earshot-verify-card></earshot-verify-card>
      </div>
      <earshot-accesses-card></earshot-accesses-card>
      <div class="two">
        <earshot-sandbox-card></earshot-sandbox-card>
        <earshot-gaps-card></earshot-gaps-card>
      </div>
      <section class="card limits" aria-labelledby="limits">
        <h2 id="limits">${this.t("proof.limits.title")}</h2>
        <p>${this.t("proof.limits.text")}</p>
      </section>
    `;
  }
}
