import { mdiAlertOctagonOutline, mdiCamera, mdiCheckCircleOutline, mdiHelpCircleOutline } from "@mdi/js";
import { css, html, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { ApiError } from "../../api/error.js";
import type { Comparison } from "../../api/types.js";
import { EarshotElement } from "../../ui/element.js";
import "../../ui/icon.js";
import { errorText } from "../../ui/state-view.js";
import { Scanner, type WhyNot, whyNot } from "./scanner.js";

/** What came of holding a checkpoint against the ledger, as a person is told it. */
export type Outcome = "agrees" | "agrees_unsigned" | "disagrees" | "disagrees_unsigned" | "longer" | "unknown";

const ICONS: Readonly<Record<Outcome, string>> = {
  agrees: mdiCheckCircleOutline,
  agrees_unsigned: mdiHelpCircleOutline,
  disagrees: mdiAlertOctagonOutline,
  disagrees_unsigned: mdiHelpCircleOutline,
  longer: mdiAlertOctagonOutline,
  unknown: mdiHelpCircleOutline,
};

/** Holds a checkpoint that somebody noted against the ledger: pasted, or read with the camera. Sends "compared". */
@customElement("earshot-compare-card")
export class EarshotCompareCard extends EarshotElement {
  static override styles = [
    ...EarshotElement.styles,
    css`
      :host {
        display: block;
      }
      .card,
      form {
        display: grid;
        gap: 12px;
      }
      label {
        display: grid;
        gap: 4px;
      }
      textarea {
        width: 100%;
        min-height: 112px;
        padding: 8px 12px;
        font-family: var(--ha-font-family-code, monospace);
        font-size: 0.875rem;
        resize: vertical;
      }
      video {
        width: min(420px, 100%);
        border-radius: 12px;
        background: #000;
      }
      .outcome {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 4px 12px;
        padding: 16px;
        border: 1px solid currentColor;
        border-radius: 12px;
      }
      .outcome > * {
        grid-column: 2;
      }
      .outcome > earshot-icon {
        grid-row: 1 / span 2;
        grid-column: 1;
        width: 28px;
        height: 28px;
      }
      .outcome p {
        color: var(--primary-text-color);
      }
      .agrees {
        color: var(--es-inside);
      }
      .disagrees,
      .longer {
        color: var(--es-danger);
      }
      .agrees_unsigned,
      .disagrees_unsigned,
      .unknown {
        color: var(--es-unknown);
      }
    `,
  ];

  @state() private comparison: Comparison | undefined;
  @state() private error: ApiError | undefined;
  @state() private busy = false;
  @state() private scanning = false;
  @state() private refused = false;
  @query("textarea") private readonly text!: HTMLTextAreaElement | null;
  @query("video") private readonly video!: HTMLVideoElement | null;
  private scanner: Scanner | undefined;
  private readonly why: WhyNot | undefined = whyNot();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop();
  }

  protected override render() {
    return html`<section class="card" aria-labelledby="compare">
      <h2 id="compare">${this.t("proof.compare.title")}</h2>
      <p class="muted">${this.t("proof.compare.what")}</p>
      ${this.session?.me.may_change === true ? this.form() : html`<p>${this.t("proof.compare.not_you")}</p>`}
      <div role="status">${this.outcome()}</div>
    </section>`;
  }

  private form() {
    return html`<form @submit=${this.paste}>
      <label>
        ${this.t("proof.compare.text")}
        <textarea spellcheck="false" autocomplete="off" ?disabled=${this.busy}></textarea>
      </label>
      <div class="row wrap">
        <button class="filled" ?disabled=${this.busy}>${this.t("proof.compare.action")}</button>
        ${
          this.why === undefined && !this.scanning
            ? html`<button type="button" ?disabled=${this.busy} @click=${this.scan}>
                <earshot-icon .path=${mdiCamera}></earshot-icon>${this.t("proof.compare.camera")}
              </button>`
            : nothing
        }
      </div>
      ${this.why === undefined ? nothing : html`<p class="muted small">${this.t(`proof.compare.why.${this.why}`)}</p>`}
      ${this.refused ? html`<p role="alert">${this.t("proof.compare.refused")}</p>` : nothing}
      ${
        this.scanning
          ? html`<video playsinline muted aria-label=${this.t("proof.compare.looking")}></video>
              <p role="status">${this.t("proof.compare.looking")}</p>
              <div><button type="button" @click=${this.stop}>${this.t("ui.cancel")}</button></div>`
          : nothing
      }
    </form>`;
  }

  private outcome() {
    const { comparison, error } = this;
    if (comparison === undefined && error === undefined) return nothing;
    const outcome = comparison === undefined ? "unknown" : outcomeOf(comparison);
    const values = { size: comparison?.size ?? 0, ledger: comparison?.ledger_size ?? 0 };
    return html`<div class="outcome ${outcome}">
      <earshot-icon .path=${ICONS[outcome]}></earshot-icon>
      <h3>${this.t(`proof.compare.outcome.${outcome}`, values)}</h3>
      <p>
        ${error === undefined ? this.t(`proof.compare.then.${outcome}`, values) : errorText(error, this.t)}
      </p>
    </div>`;
  }

  private paste(event: Event): void {
    event.preventDefault();
    const text = this.text?.value ?? "";
    if (text.trim() !== "") void this.compare(text, "text");
  }

  private async scan(): Promise<void> {
    this.scanning = true;
    this.refused = false;
    await this.updateComplete;
    const { video } = this;
    if (video === null) return;
    const scanner = new Scanner();
    this.scanner = scanner;
    try {
      const text = await scanner.read(video);
      if (text !== undefined) await this.compare(text, "qr");
    } catch {
      // The person said no, or another program has the camera.
      this.refused = true;
    }
    scanner.stop();
    this.scanning = false;
  }

  private stop(): void {
    this.scanner?.stop();
    this.scanner = undefined;
    this.scanning = false;
  }

  private async compare(checkpoint: string, how: "qr" | "text"): Promise<void> {
    const { session } = this;
    if (session === undefined) return;
    this.busy = true;
    this.comparison = undefined;
    this.error = undefined;
    try {
      this.comparison = await session.client.ask("earshot/checkpoint/compare", { checkpoint, how });
      this.dispatchEvent(new CustomEvent("compared"));
    } catch (error) {
      this.error = ApiError.from(error);
    }
    this.busy = false;
  }
}

/** Say what a comparison means. A checkpoint of more entries than there are: some are gone. */
export function outcomeOf({ agrees, signed, size, ledger_size: ledger }: Comparison): Outcome {
  if (agrees) return signed ? "agrees" : "agrees_unsigned";
  if (!signed) return "disagrees_unsigned";
  return size > ledger ? "longer" : "disagrees";
}
