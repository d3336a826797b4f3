import { mdiHandBackLeftOutline, mdiRefresh } from "@mdi/js";
import { css, html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { ApiError } from "../../api/error.js";
import type { GivenTold } from "../../api/types.js";
import { EarshotElement } from "../../ui/element.js";
import "../../ui/icon.js";
import { errorText } from "../../ui/state-view.js";
import { toast } from "../../ui/toast.js";
import "./given-one.js";
import type { EarshotWithdrawing } from "./withdrawing.js";
import "./withdrawing.js";

/** What was given: to whom, when, who listened, and taking it back. Sends "changed". */
@customElement("earshot-given-list")
export class EarshotGivenList extends EarshotElement {
  static override styles = [
    ...EarshotElement.styles,
    css`
      .card {
        display: grid;
        gap: 12px;
      }
      ul {
        display: grid;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        padding: 14px 0;
      }
      li + li {
        border-top: 1px solid var(--divider-color);
      }
    `,
  ];

  @property({ attribute: false }) given: readonly GivenTold[] = [];
  @state() private busy = false;
  @query("earshot-withdrawing") private readonly withdrawing!: EarshotWithdrawing | null;

  protected override render() {
    const { session } = this;
    if (session === undefined) return nothing;
    const admin = session.me.role === "admin";
    return html`<section class="card" aria-labelledby="given">
      <div class="row wrap spread">
        <h2 id="given">${this.t("sharing.given.title")}</h2>
        ${
          admin && this.given.length > 0
            ? html`<div class="row wrap">
                <button ?disabled=${this.busy} @click=${this.fetch}>
                  <earshot-icon .path=${mdiRefresh}></earshot-icon>${this.t("sharing.given.fetch")}
                </button>
                <button @click=${() => this.withdrawing?.ask()}>
                  <earshot-icon .path=${mdiHandBackLeftOutline}></earshot-icon>${this.t("sharing.given.withdraw_many")}
                </button>
              </div>`
            : nothing
        }
      </div>
      ${
        this.given.length === 0
          ? html`<p class="muted">${this.t("sharing.given.none")}</p>`
          : html`<ul>
              ${this.given.map(
                (one) => html`<li>
                  <earshot-given-one linked .given=${one} @withdraw=${() => this.withdrawing?.ask(one)}></earshot-given-one>
                </li>`,
              )}
            </ul>`
      }
      <earshot-withdrawing .given=${this.given} @changed=${() => this.dispatchEvent(new CustomEvent("changed"))}></earshot-withdrawing>
    </section>`;
  }

  private readonly fetch = async (): Promise<void> => {
    this.busy = true;
    try {
      await this.session?.client.ask("earshot/given/fetch");
      toast(this, { text: this.t("sharing.given.fetched") });
      this.dispatchEvent(new CustomEvent("changed"));
    } catch (error) {
      toast(this, { text: errorText(ApiError.from(error), this.t), seconds: 10 });
    }
    this.busy = false;
  };
}
