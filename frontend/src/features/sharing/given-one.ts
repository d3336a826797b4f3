import { mdiAlertOctagonOutline, mdiEarHearing, mdiEraser, mdiEyeOutline } from "@mdi/js";
import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { ApiError } from "../../api/error.js";
import type { GivenTold, ReceiptOfDesk } from "../../api/types.js";
import { href } from "../../app/address.js";
import type { Session } from "../../app/session.js";
import { EarshotElement } from "../../ui/element.js";
import "../../ui/icon.js";
import { errorText } from "../../ui/state-view.js";
import { purposeName, receiptText, stateName } from "./naming.js";

const ICONS: Readonly<Record<string, string | undefined>> = {
  deleted: mdiEraser,
  raised_danger: mdiAlertOctagonOutline,
};

/** One clip that was given: to whom, when, and who listened. Sends "withdraw" when it is to be taken back. */
@customElement("earshot-given-one")
export class EarshotGivenOne extends EarshotElement {
  static override styles = [
    ...EarshotElement.styles,
    css`
      :host {
        display: grid;
        gap: 6px;
      }
      ul {
        display: grid;
        gap: 6px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 8px;
      }
      li earshot-icon {
        margin-top: 2px;
        color: var(--es-listened);
      }
      .deleted earshot-icon {
        color: var(--es-inside);
      }
      blockquote {
        margin: 4px 0 0;
        padding-inline-start: 12px;
        border-inline-start: 3px solid var(--es-words);
        overflow-wrap: anywhere;
      }
      .failed {
        color: var(--es-danger);
      }
    `,
  ];

  @property({ attribute: false }) given: GivenTold | undefined = undefined;
  /** Whether it leads to its utterance: not where that is shown around it. */
  @property({ type: Boolean }) linked = false;
  /** The receipts with what was written, for as long as they are shown. */
  @state() private opened: readonly ReceiptOfDesk[] | undefined;
  @state() private error: ApiError | undefined;
  private shown: string | undefined;

  protected override willUpdate(): void {
    const now = this.given && `${this.given.donation_id} ${this.given.receipts.length}`;
    if (now !== this.shown) this.opened = undefined;
    this.shown = now;
  }

  protected override render() {
    const { given, session } = this;
    if (given === undefined || session === undefined) return nothing;
    const { format } = session;
    const to = this.t("sharing.given.to", { desk: given.desk, at: format.moment(given.at) });
    return html`
      <div class="row wrap spread">
        ${this.linked ? html`<a href=${href("utterance", given.utterance_id)} dir="auto">${to}</a>` : html`<span dir="auto">${to}</span>`}
        <span class="chip">${stateName(given.state, this.t)}</span>
      </div>
      <div class="muted small">
        ${purposeName(given.purpose, this.t)} · ${format.bytes(given.size)} · ${this.by(given)}
      </div>
      ${given.failure === null ? nothing : html`<div class="failed small">${errorText(ApiError.from({ code: given.failure }), this.t)}</div>`}
      ${this.receipts(given, session)}
      ${given.missing === 0 ? nothing : html`<div class="failed small">${this.t("sharing.given.missing", { count: given.missing })}</div>`}
      ${given.published.length === 0 ? nothing : html`<div class="small">${this.t("sharing.receipt.published", { sets: format.list(given.published) })}</div>`}
      ${this.error === undefined ? nothing : html`<div class="failed small" role="alert">${errorText(this.error, this.t)}</div>`}
      ${this.buttons(given)}
    `;
  }

  private by({ by }: GivenTold): string {
    return by === "waited" ? this.t("sharing.given.waited") : this.t("sharing.given.by", { by });
  }

  private receipts(given: GivenTold, session: Session) {
    if (given.receipts.length === 0) return html`<div class="muted small">${this.t("sharing.given.no_receipts")}</div>`;
    return html`<ul>
      ${(this.opened ?? given.receipts).map(
        (receipt) => html`<li class=${receipt.action}>
          <earshot-icon .path=${ICONS[receipt.action] ?? mdiEarHearing}></earshot-icon>
          <div>
            <span dir="auto">${receiptText(receipt, given.desk, session)}</span>
            ${this.written(receipt)}
          </div>
        </li>`,
      )}
    </ul>`;
  }

  private written({ action, words, unopened }: ReceiptOfDesk) {
    if (action !== "labelled" || this.opened === undefined) return nothing;
    if (unopened) return html`<div class="muted small">${this.t("sharing.receipt.unopened")}</div>`;
    if (words === null || words === "")
      return html`<div class="muted small">${this.t("sharing.receipt.nothing")}</div>`;
    return html`<blockquote dir="auto">${words}</blockquote>`;
  }

  private buttons(given: GivenTold) {
    const written = this.opened === undefined && given.receipts.some((one) => one.action === "labelled");
    const back = given.may_withdraw && given.state === "given";
    if (!written && !back) return nothing;
    return html`<div class="row wrap">
      ${
        written
          ? html`<button class="plain" title=${this.t("sharing.receipt.entered")} @click=${this.open}>
              <earshot-icon .path=${mdiEyeOutline}></earshot-icon>${this.t("sharing.receipt.show")}
            </button>`
          : nothing
      }
      ${back ? html`<button class="plain" @click=${this.withdraw}>${this.t("sharing.given.withdraw")}</button>` : nothing}
    </div>`;
  }

  private readonly withdraw = () => this.dispatchEvent(new CustomEvent("withdraw"));

  private readonly open = async (): Promise<void> => {
    const { donation_id } = this.given ?? {};
    if (donation_id === undefined) return;
    this.error = undefined;
    try {
      const answer = await this.session?.client.ask("earshot/given/get", { donation_id });
      if (this.given?.donation_id === donation_id) this.opened = answer?.receipts;
    } catch (error) {
      this.error = ApiError.from(error);
    }
  };
}
