import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";

/** A picture of one path, drawn in the colour of the text. Nobody hears it: what it means is said beside it. */
@customElement("earshot-icon")
export class EarshotIcon extends LitElement {
  static override styles = css`
    :host {
      display: inline-flex;
      flex: none;
      width: 1.25em;
      height: 1.25em;
    }
    svg {
      width: 100%;
      height: 100%;
      fill: currentColor;
    }
  `;

  @property() path = "";

  protected override render() {
    return html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${this.path}></path></svg>`;
  }
}
