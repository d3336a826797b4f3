import { css, html, type PropertyValues } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { EarshotElement } from "./element.js";

/**
 * A dialog over the page. The browser's own keeps the focus in, and gives it back. Buttons go into slot "actions".
 * Sends "closed" when it is closed, by Escape too.
 */
@customElement("earshot-dialog")
export class EarshotDialog extends EarshotElement {
  static override styles = [
    ...EarshotElement.styles,
    css`
      dialog {
        width: min(560px, calc(100vw - 32px));
        max-height: calc(100dvh - 32px);
        padding: 24px;
        border: none;
        border-radius: 24px;
        background: var(--card-background-color);
        color: var(--primary-text-color);
        overflow: auto;
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 50%);
      }
      h2 {
        margin-bottom: 16px;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: 8px;
        margin-top: 24px;
      }
    `,
  ];

  @property() heading = "";
  @property({ type: Boolean, reflect: true }) open = false;
  @query("dialog") private readonly dialog!: HTMLDialogElement | null;

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has("open") || this.dialog === null) return;
    if (this.open && !this.dialog.open) this.dialog.showModal();
    if (!this.open && this.dialog.open) this.dialog.close();
  }

  protected override render() {
    return html`<dialog aria-labelledby="heading" @close=${this.closed}>
      <h2 id="heading">${this.heading}</h2>
      <slot></slot>
      <div class="actions"><slot name="actions"></slot></div>
    </dialog>`;
  }

  private closed(): void {
    this.open = false;
    this.dispatchEvent(new CustomEvent("closed"));
  }
}
