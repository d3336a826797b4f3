import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { ApiError } from "../../api/error.js";
import type { GivenTold } from "../../api/types.js";
import "../../ui/dialog.js";
import { EarshotElement } from "../../ui/element.js";
import { errorText } from "../../ui/state-view.js";
import { toast } from "../../ui/toast.js";
import { dayRange, type Range, withdrawable } from "./ranging.js";

/** Takes back one clip, those of some days, or all; and says first what cannot be undone. Sends "changed". */
@customElement("earshot-withdrawing")
export class EarshotWithdrawing extends EarshotElement {
  static override styles = [
    ...EarshotElement.styles,
    css`
      .stack {
        gap: 12px;
      }
      fieldset {
        display: grid;
        gap: 4px;
        margin: 0;
        padding: 0;
        border: none;
      }
      .option {
        display: flex;
        align-items: center;
        gap: 12px;
        min-height: 40px;
      }
      .days {
        display: flex;
        flex-wrap: wrap;
        gap: 12px;
      }
      .days label {
        display: grid;
        gap: 4px;
      }
      .error {
        color: var(--es-danger);
      }
    `,
  ];

  @property({ attribute: false }) given: readonly GivenTold[] = [];
  @state() private open = false;
  @state() private one: GivenTold | undefined;
  @state() private range: Range = { first: "", last: "" };
  @state() private everything = false;
  @state() private busy = false;
  @state() private error: ApiError | undefined;

  /** Ask about one, or about many. */
  ask(one?: GivenTold): void {
    const { format } = this.session ?? {};
    this.one = one;
    this.everything = false;
    this.range = dayRange(this.given, (instant) => format?.isoDay(instant) ?? "");
    this.error = undefined;
    this.open = true;
  }

  protected override render() {
    const meant = this.meant();
    const published = new Set(meant.flatMap(({ receipts }) => receipts.flatMap((one) => one.published)));
    return html`<earshot-dialog heading=${this.t("sharing.withdraw.title")} ?open=${this.open} @closed=${this.close}>
      <div class="stack">
        ${this.one === undefined ? this.choice() : nothing}
        <p>${this.t("sharing.withdraw.count", { count: meant.length })}</p>
        <p>${this.t("sharing.withdraw.how")}</p>
        <p>${this.t("sharing.withdraw.heard")}</p>
        <p>
          ${
            published.size > 0
              ? this.t("sharing.withdraw.published", { sets: this.session?.format.list([...published]) })
              : this.t("sharing.withdraw.not_published")
          }
        </p>
        ${this.error === undefined ? nothing : html`<p class="error" role="alert">${errorText(this.error, this.t)}</p>`}
      </div>
      <button slot="actions" @click=${this.close}>${this.t("ui.cancel")}</button>
      <button slot="actions" class="filled danger" ?disabled=${meant.length === 0 || this.busy} @click=${this.withdraw}>
        ${this.t("sharing.withdraw.action", { count: meant.length })}
      </button>
    </earshot-dialog>`;
  }

  private choice() {
    const choose = (everything: boolean) => () => {
      this.everything = everything;
    };
    const set = (change: Partial<Range>) => {
      this.range = { ...this.range, ...change };
    };
    return html`<fieldset>
        <legend class="visually-hidden">${this.t("sharing.withdraw.which")}</legend>
        <label class="option"><input type="radio" name="which" .checked=${!this.everything} @change=${choose(false)} />${this.t("sharing.withdraw.range")}</label>
        <label class="option"><input type="radio" name="which" .checked=${this.everything} @change=${choose(true)} />${this.t("sharing.withdraw.all")}</label>
      </fieldset>
      ${
        this.everything
          ? nothing
          : html`<div class="days">
              <label>${this.t("sharing.withdraw.first")}<input type="date" .value=${this.range.first} @input=${(event: Event) => set({ first: typed(event) })} /></label>
              <label>${this.t("sharing.withdraw.last")}<input type="date" .value=${this.range.last} @input=${(event: Event) => set({ last: typed(event) })} /></label>
            </div>`
      }`;
  }

  private meant(): readonly GivenTold[] {
    const { format } = this.session ?? {};
    if (this.one !== undefined) return [this.one];
    return withdrawable(this.given, this.everything ? undefined : this.range, (at) => format?.isoDay(at) ?? "");
  }

  private readonly close = (): void => {
    this.open = false;
  };

  /** What is withdrawn is exactly what was counted, by name: what was given meanwhile is not among it. */
  private readonly withdraw = async (): Promise<void> => {
    this.busy = true;
    this.error = undefined;
    try {
      const donation_ids = this.meant().map((one) => one.donation_id);
      await this.session?.client.ask("earshot/given/withdraw", { donation_ids, confirm: true });
      this.open = false;
      toast(this, { text: this.t("sharing.withdraw.done", { count: donation_ids.length }) });
      this.dispatchEvent(new CustomEvent("changed"));
    } catch (error) {
      this.error = ApiError.from(error);
    }
    this.busy = false;
  };
}

function typed(event: Event): string {
  return (event.target as HTMLInputElement).value;
}
