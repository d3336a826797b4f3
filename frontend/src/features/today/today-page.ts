import { html } from "lit";
import { customElement } from "lit/decorators.js";
import { EarshotPage } from "../../app/page.js";

/** To be written. */
@customElement("earshot-today-page")
export class EarshotTodayPage extends EarshotPage {
  protected override render() {
    return html`<h2>${this.t("today.title")}</h2>`;
  }
}
