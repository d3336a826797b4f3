import { html } from "lit";
import { customElement } from "lit/decorators.js";
import { EarshotPage } from "../../app/page.js";

/** To be written. */
@customElement("earshot-utterance-page")
export class EarshotUtterancePage extends EarshotPage {
  protected override render() {
    return html`<h2>${this.t("utterance.title")}</h2>`;
  }
}
