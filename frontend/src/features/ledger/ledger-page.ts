import { html } from "lit";
import { customElement } from "lit/decorators.js";
import { EarshotPage } from "../../app/page.js";

/** To be written. */
@customElement("earshot-ledger-page")
export class EarshotLedgerPage extends EarshotPage {
  protected override render() {
    return html`<h2>${this.t("ledger.title")}</h2>`;
  }
}
