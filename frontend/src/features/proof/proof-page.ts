import { html } from "lit";
import { customElement } from "lit/decorators.js";
import { EarshotPage } from "../../app/page.js";

/** To be written. */
@customElement("earshot-proof-page")
export class EarshotProofPage extends EarshotPage {
  protected override render() {
    return html`<h2>${this.t("proof.title")}</h2>`;
  }
}
