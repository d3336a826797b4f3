import { mdiContentCopy, mdiDeleteOutline, mdiEraser, mdiReceiptTextCheckOutline, mdiVolumeOff } from "@mdi/js";
import { css, html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { ApiError } from "../../api/error.js";
import type {
  ErasingEvent,
  ForgettingEvent,
  Forgotten,
  ForgottenEvent,
  Kept,
  UtteranceTold,
  WordsRead,
} from "../../api/types.js";
import type { EarshotConfirm } from "../../ui/confirm.js";
import "../../ui/confirm.js";
import { EarshotElement } from "../../ui/element.js";
import "../../ui/icon.js";
import { copyText, saveFile } from "../../ui/handing.js";
import { errorText } from "../../ui/state-view.js";
import { toast } from "../../ui/toast.js";
import { factsText } from "./summary.js";
import { isKept } from "./told.js";

/** Seconds in which an erasure can be taken back: as long as the word about it can be read. */
const SECOND_THOUGHTS = 10;

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
  @state() private busy: "erase" | "redact" | "not_meant" | "receipt" | undefined;
  /** By which an erasure that waits can be taken back. */
  @state() private ticket: string | undefined;
  @query("earshot-confirm") private readonly confirm!: EarshotConfirm;

  protected override render() {
    const { told, session } = this;
    if (told === undefined || session === undefined) return nothing;
    const { utterance, may_change } = told;
    const ended = utterance.outcome !== null;
    const erasable = ended && may_change && isKept(utterance, "sound", "words", "response");
    return html`<h2>${this.t("utterance.actions.title")}</h2>
      ${this.ticket === undefined ? nothing : this.waiting()}
      <div class="buttons">
        ${this.button(mdiContentCopy, "utterance.actions.copy", this.copy)}
        ${this.button(mdiReceiptTextCheckOutline, "utterance.actions.receipt", this.receipt)}
        ${erasable && this.ticket === undefined ? this.button(mdiEraser, "utterance.actions.erase", this.erase) : nothing}
        ${
          ended && may_change && utterance.outcome !== "false_wake"
            ? this.button(mdiVolumeOff, "utterance.actions.not_meant", this.notMeant)
            : nothing
        }
        ${ended && session.me.role === "admin" ? this.button(mdiDeleteOutline, "utterance.actions.redact", this.redact, "danger") : nothing}
      </div>
      <earshot-confirm></earshot-confirm>`;
  }

  private button(icon: string, key: string, run: () => void, look = "") {
    return html`<button class=${look} ?disabled=${this.busy !== undefined} @click=${run}>
      <earshot-icon .path=${icon}></earshot-icon>${this.t(key)}
    </button>`;
  }

  private waiting() {
    return html`<div class="row wrap waiting" role="status">
      <span>${this.t("utterance.erase.waiting")}</span>
      <button @click=${this.keep}>${this.t("utterance.erase.undo")}</button>
    </div>`;
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

  private readonly erase = () =>
    this.attempt("erase", async (utterance_id) => {
      const args = { utterance_ids: [utterance_id], after: SECOND_THOUGHTS };
      const done = await this.session?.client.work("earshot/utterances/erase", args, isOver, (event) => {
        if (event.type === "waiting") this.wait(event.ticket);
      });
      if (done?.type === "kept") toast(this, { text: this.t("utterance.erase.kept") });
      if (done?.type === "forgotten") this.tellForgotten(done.forgotten);
      this.changed();
    });

  private wait(ticket: string): void {
    this.ticket = ticket;
    const undo = { label: this.t("utterance.erase.undo"), run: this.keep };
    toast(this, { text: this.t("utterance.erase.waiting"), action: undo, seconds: SECOND_THOUGHTS });
    this.changed();
  }

  private readonly keep = async (): Promise<void> => {
    const { ticket, session } = this;
    if (ticket === undefined || session === undefined) return;
    try {
      await session.client.ask("earshot/utterances/keep", { ticket });
    } catch (error) {
      this.fail(error);
    }
  };

  private tellForgotten({ in_flight, contents }: Forgotten): void {
    const key = in_flight > 0 ? "utterance.erase.in_flight" : "utterance.erase.done";
    toast(this, { text: this.t(key, { count: contents }) });
  }

  private readonly notMeant = async (): Promise<void> => {
    const sure = await this.confirm.ask({
      heading: this.t("utterance.not_meant.title"),
      text: this.t("utterance.not_meant.text"),
      action: this.t("utterance.actions.not_meant"),
    });
    if (!sure) return;
    await this.attempt("not_meant", async (utterance_id) => {
      await this.session?.client.ask("earshot/utterances/not_meant", { utterance_id });
      toast(this, { text: this.t("utterance.not_meant.done") });
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
      this.ticket = undefined;
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

function isForgotten(event: ForgettingEvent): event is ForgottenEvent {
  return event.type === "forgotten";
}

/** Done, or taken back. */
function isOver(event: ErasingEvent): event is ForgottenEvent | Kept {
  return event.type === "forgotten" || event.type === "kept";
}
