import { css, html, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import { EarshotPage } from "../../app/page.js";
import "./desk-admin.js";
import "./review-room.js";
import { notListed } from "./review-room.js";

/** The review desk: where reviewers listen, and below it, for administrators, how the desk is doing. */
@customElement("earshot-review-page")
export class EarshotReviewPage extends EarshotPage {
  static override styles = [
    ...EarshotPage.styles,
    css`
      :host {
        display: grid;
        gap: 32px;
      }
    `,
  ];

  protected override render() {
    const { me } = this.session ?? {};
    if (me === undefined) return nothing;
    return html`
      ${me.reviews ? html`<earshot-review-room></earshot-review-room>` : notListed(this.t)}
      ${me.role === "admin" ? html`<earshot-desk-admin></earshot-desk-admin>` : nothing}
    `;
  }
}
