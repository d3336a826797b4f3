import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import "./dialog.js";
import { EarshotElement } from "./element.js";

/** What a person is asked before something is done. */
export interface Question {
  readonly heading: string;
  readonly text: string;
  /** What the button says that does it. */
  readonly action: string;
  /** Whether it cannot be taken back. */
  readonly danger?: boolean;
}

/** Asks yes or no. Put one into a template, and call `ask` on it. */
@customElement("earshot-confirm")
export class EarshotConfirm extends EarshotElement {
  @property({ attribute: false }) question: Question | undefined = undefined;
  @state() private open = false;
  private answer: ((yes: boolean) => void) | undefined;

  /** Resolves to whether the person said yes; closing the dialog is a no. */
  ask(question: Question): Promise<boolean> {
    this.question = question;
    this.open = true;
    return new Promise((resolve) => {
      this.answer = resolve;
    });
  }

  protected override render() {
    const { question } = this;
    if (question === undefined) return nothing;
    return html`<earshot-dialog heading=${question.heading} ?open=${this.open} @closed=${() => this.say(false)}>
      <p>${question.text}</p>
      <button slot="actions" @click=${() => this.say(false)}>${this.t("ui.cancel")}</button>
      <button slot="actions" class=${question.danger ? "filled danger" : "filled"} @click=${() => this.say(true)}>
        ${question.action}
      </button>
    </earshot-dialog>`;
  }

  private say(yes: boolean): void {
    this.open = false;
    this.answer?.(yes);
    this.answer = undefined;
  }
}
