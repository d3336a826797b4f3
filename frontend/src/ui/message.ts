import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { base } from "./base.css.js";
import { EarshotElement } from "./element.js";
import "./icon.js";

/**
 * A page or a part of one that has nothing to show, and says why: empty, failed, not allowed. It needs no session: it
 * also says why there is none.
 */
@customElement("earshot-message")
export class EarshotMessage extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        justify-items: center;
        gap: 12px;
        padding: 40px 16px;
        text-align: center;
      }
      earshot-icon {
        width: 40px;
        height: 40px;
        color: var(--es-muted);
      }
      p {
        max-width: 42em;
      }
    `,
  ];

  @property() icon = "";
  @property() heading = "";

  protected override render() {
    return html`
      ${this.icon ? html`<earshot-icon .path=${this.icon}></earshot-icon>` : nothing}
      <h2>${this.heading}</h2>
      <p class="muted"><slot></slot></p>
      <slot name="action"></slot>
    `;
  }
}

/** Something is on its way. It shows after a fifth of a second only: what comes at once needs no flicker. */
@customElement("earshot-waiting")
export class EarshotWaiting extends EarshotElement {
  static override styles = [
    ...EarshotElement.styles,
    css`
      :host {
        display: grid;
        gap: 12px;
        padding: 16px 0;
        animation: appear 0s 0.2s both;
      }
      div {
        height: 20px;
        border-radius: 10px;
        background: color-mix(in srgb, var(--primary-text-color) 8%, transparent);
        animation: breathe 1.6s ease-in-out infinite;
      }
      div:nth-of-type(2) {
        width: 70%;
      }
      @keyframes appear {
        from {
          visibility: hidden;
        }
      }
      @keyframes breathe {
        50% {
          opacity: 0.4;
        }
      }
    `,
  ];

  protected override render() {
    return html`<span class="visually-hidden" role="status">${this.t("ui.loading")}</span><div></div><div></div><div></div>`;
  }
}
