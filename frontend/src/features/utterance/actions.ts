import { mdiContentCopy, mdiDeleteOutline, mdiEraser, mdiReceiptTextCheckOutline } from "@mdi/js";
import { css, html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { ApiError } from "../../api/error.js";
import type { Forgotten, ForgottenEvent, UtteranceTold, WordsRead } from "../../api/types.js";
import type { EarshotConfirm } from "../../ui/confirm.js";
import "../../ui/confirm.js";
import { EarshotElement } from "../../ui/element.js";
import "../../ui/icon.js";
import { errorText } from "../../ui/state-view.js";
import { toast } from "../../ui/toast.js";
import { copyText, saveFile } from "./handing.js";
import { factsText } from "./summary.js";
import { isKept } from "./told.js";

/**
 * What can be done with an utterance, as far as this person may. Sends "changed" after each change, and "redacted" with
 * what became of it.
 */
@customElement("earshot-utterance-actions")
export class EarshotUtteranceActions extends EarshotElement {
  static override styles = [
    ...EarshotElement.styles,
    css`
      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        margin-top: 12px;
      }
      .waiting {
        margin-top: 12px;
      }
    `,
  ];

  @property({ attribute: false }) told: UtteranceTold | undefined = undefined;
  /** The words, where they are shown. */
  @property({ attribute: false }) words: WordsRead | undefined = undefined;
  @state() private busy: "erase" | "redact" | "receipt" | undefined;
  @query("earshot-confirm") private readonly confirm!: EarshotConfirm;

  protected override render() {
    const { told, session } = this;
    if (told === undefined || session === undefined) return nothing;
    const { utterance, may_change } = told;
    const ended = utterance.outcome !== null;
    const erasable = ended && may_change && isKept(utterance, "sound", "words", "response");
    return html`<h2>${this.t("utterance.actions.title")}</h2>
      <div class="buttons">
        ${this.button(mdiContentCopy, "utterance.actions.copy", this.copy)}
        ${this.button(mdiReceiptTextCheckOutline, "utterance.actions.receipt", this.receipt)}
        ${erasable ? this.button(mdiEraser, "utterance.actions.erase", this.erase) : nothing}
        ${ended && session.me.role === "admin" ? this.button(mdiDeleteOutline, "utterance.actions.redact", this.redact, "danger") : nothing}
      </div>
      <earshot-confirm></earshot-confirm>`;
  }

  private button(icon: string, key: string, run: () => void, look = "") {
    return html`<button class=${look} ?disabled=${this.busy !== undefined} @click=${run}>
      <earshot-icon .path=${icon}></earshot-icon>${this.t(key)}
    </button>`;
  }

  private readonly copy = async (): Promise<void> => {
    const { told, session } = this;
    if (told === undefined || session === undefined) return;
    const copied = await copyText(factsText(told, this.words, session));
    const key = this.words === undefined ? "utterance.copy.facts" : "utterance.copy.words";
    toast(this, { text: this.t(copied ? key : "utterance.copy.failed") });
  };

  private readonly receipt = () =>
    this.attempt("receipt", async (utterance_id) => {
      const receipt = await this.session?.client.ask("earshot/utterances/receipt", { utterance_id });
      if (receipt === undefined) return;
      saveFile(receipt.filename, receipt.receipt);
      toast(this, { text: this.t("utterance.receipt.saved", { file: receipt.filename }) });
    });

  private readonly erase = async (): Promise<void> => {
    const sure = await this.confirm.ask({
      heading: this.t("utterance.erase.title"),
      text: this.t("utterance.erase.text"),
      action: this.t("utterance.actions.erase"),
      danger: true,
    });
    if (!sure) return;
    await this.attempt("erase", async (utterance_id) => {
      const args = { utterance_ids: [utterance_id] };
      const done = await this.session?.client.work("earshot/utterances/erase", args, isForgotten);
      if (done === undefined) return;
      const { in_flight, contents } = done.forgotten;
      const key = in_flight > 0 ? "utterance.erase.in_flight" : "utterance.erase.done";
      toast(this, { text: this.t(key, { count: contents }) });
      this.changed();
    });
  };

  private readonly redact = async (): Promise<void> => {
    const sure = await this.confirm.ask({
      heading: this.t("utterance.redact.title"),
      text: this.t("utterance.redact.text"),
      action: this.t("utterance.redact.action"),
      danger: true,
    });
    if (!sure) return;
    await this.attempt("redact", async (utterance_id) => {
      const done = await this.session?.client.work(
        "earshot/utterances/redact",
        { utterance_ids: [utterance_id] },
        isForgotten,
      );
      if (done?.type === "forgotten")
        this.dispatchEvent(new CustomEvent<Forgotten>("redacted", { detail: done.forgotten }));
    });
  };

  /** Do something with the utterance; what fails is told. */
  private async attempt(
    what: NonNullable<typeof this.busy>,
    work: (utterance_id: string) => Promise<void>,
  ): Promise<void> {
    const { told } = this;
    if (told === undefined) return;
    this.busy = what;
    try {
      await work(told.utterance.utterance_id);
    } catch (error) {
      this.fail(error);
    } finally {
      this.busy = undefined;
    }
  }

  private fail(error: unknown): void {
    const failed = ApiError.from(error);
    toast(this, { text: failed.denied ? this.t("utterance.refused") : errorText(failed, this.t), seconds: 10 });
  }

  private changed(): void {
    this.dispatchEvent(new CustomEvent("changed"));
  }
}

function isForgotten(event: { readonly type: string }): event is ForgottenEvent {
  return event.type === "forgotten";
}
