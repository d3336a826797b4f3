import { html } from "lit";
import { customElement } from "lit/decorators.js";
import { EarshotPage } from "../../app/page.js";

/** To be written. */
@customElement("earshot-satellites-page")
export class EarshotSatellitesPage extends EarshotPage {
  protected override render() {
    return html`<h2>${this.t("satellites.title")}</h2>`;
  }
}
