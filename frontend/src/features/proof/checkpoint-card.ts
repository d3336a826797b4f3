import { mdiContentCopy, mdiDraw } from "@mdi/js";
import { css, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { Loaded } from "../../api/loaded.js";
import type { CheckpointWitnessed, LedgerStatus, ShownCheckpoint } from "../../api/types.js";
import { EarshotElement } from "../../ui/element.js";
import "../../ui/icon.js";
import "../../ui/message.js";
import { stateView } from "../../ui/state-view.js";
import { toast } from "../../ui/toast.js";

/** Both of one moment: the checkpoint is signed first, so the number of entries is not less than what it speaks for. */
interface Signed {
  readonly shown: ShownCheckpoint;
  readonly status: LedgerStatus;
  readonly at: Date;
}

/** The ledger's state as a code that a phone can keep: it is the witness. */
@customElement("earshot-checkpoint-card")
export class EarshotCheckpointCard extends EarshotElement {
  static override styles = [
    ...EarshotElement.styles,
    css`
      :host {
        display: block;
      }
      .card {
        display: flex;
        flex-wrap: wrap;
        gap: 24px;
      }
      img {
        display: block;
        flex: none;
        align-self: flex-start;
        width: min(280px, 100%);
        border-radius: 12px;
      }
      .facts {
        display: grid;
        flex: 1 1 320px;
        gap: 12px;
        align-content: start;
        min-width: 0;
      }
      .size {
        font-size: 1.5rem;
      }
      pre {
        margin: 0;
        padding: 12px;
        border-radius: 8px;
        background: color-mix(in srgb, var(--primary-text-color) 6%, transparent);
        font-size: 0.8rem;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      summary {
        min-height: 40px;
        padding-block: 8px;
        cursor: pointer;
        color: var(--es-link);
        font-weight: 500;
      }
    `,
  ];

  @state() private busy = false;

  private readonly signed = new Loaded<Signed>(this, async ({ client }) => {
    const shown = await client.ask("earshot/checkpoint/get", {});
    return { shown, status: await client.ask("earshot/ledger/status"), at: new Date() };
  });

  protected override render() {
    return html`<section class="card" aria-labelledby="checkpoint">
      ${stateView(
        this.signed.state,
        this.t,
        (signed) => this.view(signed),
        () => void this.signed.reload(),
      )}
    </section>`;
  }

  private view({ shown, status, at }: Signed) {
    const { checkpoint, svg, keys } = shown;
    const format = this.session?.format;
    return html`
      ${svg === null ? nothing : html`<img src=${imageOf(svg)} alt=${this.t("proof.checkpoint.image")} />`}
      <div class="facts">
        <h2 id="checkpoint">${this.t("proof.checkpoint.title")}</h2>
        <p class="size">${this.t("proof.checkpoint.size", { count: status.size })}</p>
        <p class="muted" role="status">${this.t("proof.checkpoint.signed", { at: format?.time(at, true) ?? "" })}</p>
        <p>${this.witnessed(status.witnessed)}</p>
        <p class="muted">${this.t("proof.checkpoint.what")}</p>
        <div class="row wrap">
          ${
            checkpoint === null
              ? nothing
              : html`<button @click=${() => this.copy(checkpoint)}>
                  <earshot-icon .path=${mdiContentCopy}></earshot-icon>${this.t("proof.checkpoint.copy")}
                </button>`
          }
          <button ?disabled=${this.busy} @click=${this.again}>
            <earshot-icon .path=${mdiDraw}></earshot-icon>${this.t("proof.checkpoint.again")}
          </button>
        </div>
        ${
          checkpoint === null
            ? nothing
            : html`<details>
                <summary>${this.t("proof.checkpoint.text")}</summary>
                <pre>${checkpoint}</pre>
              </details>`
        }
        <details>
          <summary>${this.t("proof.checkpoint.keys", { count: keys.length })}</summary>
          <p class="muted small">${this.t("proof.checkpoint.keys_what")}</p>
          <pre>${keys.join("\n")}</pre>
        </details>
      </div>
    `;
  }

  private witnessed(witnessed: CheckpointWitnessed | null): string {
    if (witnessed === null) return this.t("proof.checkpoint.never");
    const { witness, at, size } = witnessed;
    return this.t("proof.checkpoint.witnessed", { witness, at: this.session?.format.moment(at) ?? "", count: size });
  }

  private async again(): Promise<void> {
    this.busy = true;
    await this.signed.reload();
    this.busy = false;
  }

  /** Ask anew: somebody has just vouched. */
  async reload(): Promise<void> {
    await this.signed.reload();
  }

  private async copy(text: string): Promise<void> {
    // Over plain http a browser lets no page write to the clipboard by itself.
    const done = await (navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    ) ?? Promise.resolve(false));
    toast(this, { text: this.t(done ? "proof.checkpoint.copied" : "proof.checkpoint.not_copied") });
  }
}

/** Show a drawing of our own server's as an image: in one, nothing is ever run or fetched. */
export function imageOf(svg: string): string {
  const named = svg.includes("xmlns=") ? svg : svg.replace(/^<svg\b/, '<svg xmlns="http://www.w3.org/2000/svg"');
  return `data:image/svg+xml,${encodeURIComponent(named)}`;
}
