import { css, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { EarshotElement } from "./element.js";

/** A word about what was just done, with at most one thing to do about it. */
export interface Toast {
  readonly text: string;
  /** "Undo", and what it does. */
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
  /** How long it can be read and acted on; five seconds unless it says otherwise. */
  readonly seconds?: number;
}

/** Show a toast, from any element of the panel or of a card. */
export function toast(from: HTMLElement, shown: Toast): void {
  from.dispatchEvent(new CustomEvent<Toast>("earshot-toast", { detail: shown, bubbles: true, composed: true }));
}

/** Return what shows toasts from where an element is now, also when it is gone by then. */
export function toaster(from: HTMLElement): (shown: Toast) => void {
  let outlet = from;
  while (outlet.localName !== "earshot-panel") {
    const root = outlet.getRootNode();
    if (!(root instanceof ShadowRoot)) break;
    outlet = root.host as HTMLElement;
  }
  return (shown) => toast(outlet, shown);
}

/** Where toasts appear. There is one, at the outermost element. */
@customElement("earshot-toasts")
export class EarshotToasts extends EarshotElement {
  static override styles = [
    ...EarshotElement.styles,
    css`
      :host {
        position: fixed;
        z-index: 10;
        inset-inline: 16px;
        bottom: calc(16px + env(safe-area-inset-bottom));
        display: grid;
        justify-items: center;
        pointer-events: none;
      }
      div {
        display: flex;
        align-items: center;
        gap: 16px;
        min-height: 48px;
        padding: 4px 16px;
        border-radius: 12px;
        background: #2b2f33;
        color: #fff;
        pointer-events: auto;
      }
      button {
        border: none;
        color: #9fd0ff;
      }
    `,
  ];

  @state() private shown: Toast | undefined;
  private timer = 0;

  show(shown: Toast): void {
    window.clearTimeout(this.timer);
    this.shown = shown;
    this.timer = window.setTimeout(
      () => {
        this.shown = undefined;
      },
      (shown.seconds ?? 5) * 1000,
    );
  }

  protected override render() {
    const { shown } = this;
    return html`<section role="status" aria-live="polite">
      ${shown === undefined ? nothing : html`<div>${shown.text}${shown.action ? this.button(shown.action) : nothing}</div>`}
    </section>`;
  }

  private button(action: NonNullable<Toast["action"]>) {
    const act = () => {
      this.shown = undefined;
      action.run();
    };
    return html`<button @click=${act}>${action.label}</button>`;
  }
}
