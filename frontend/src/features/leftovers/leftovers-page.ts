import { html } from "lit";
import { customElement } from "lit/decorators.js";
import { EarshotPage } from "../../app/page.js";

/** To be written. */
@customElement("earshot-leftovers-page")
export class EarshotLeftoversPage extends EarshotPage {
  protected override render() {
    return html`<h2>${this.t("leftovers.title")}</h2>`;
  }
}
