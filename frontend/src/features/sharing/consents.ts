import { mdiDownload, mdiHandBackLeftOutline } from "@mdi/js";
import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { ApiError } from "../../api/error.js";
import type { ConsentTold, DonationTold } from "../../api/types.js";
import { href } from "../../app/address.js";
import { EarshotElement } from "../../ui/element.js";
import { saveFile } from "../../ui/handing.js";
import "../../ui/icon.js";
import { errorText } from "../../ui/state-view.js";
import { toast } from "../../ui/toast.js";
import { purposeName } from "./naming.js";
import "./statement.js";

/** What was consented to, until when, and taking it back with one tap. Sends "changed". */
@customElement("earshot-consents")
export class EarshotConsents extends EarshotElement {
  static override styles = [
    ...EarshotElement.styles,
    css`
      .card {
        display: grid;
        gap: 16px;
      }
      ul {
        display: grid;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: center;
        gap: 2px 16px;
        padding: 12px 0;
      }
      li + li {
        border-top: 1px solid var(--divider-color);
      }
      .suspended {
        color: var(--es-outside);
      }
      summary {
        min-height: 40px;
        padding-block: 8px;
        color: var(--es-link);
        font-weight: 500;
        cursor: pointer;
      }
      earshot-statement {
        padding-top: 12px;
      }
    `,
  ];

  @property({ attribute: false }) told: DonationTold | undefined = undefined;
  @state() private busy = false;

  protected override render() {
    const { told, session } = this;
    if (told === undefined || session === undefined || told.consents.length === 0) return nothing;
    const admin = session.me.role === "admin";
    return html`<section class="card" aria-labelledby="consents">
      <h2 id="consents">${this.t("sharing.consents.title")}</h2>
      <ul>
        ${told.consents.map((one) => this.consent(one, admin))}
      </ul>
      <div class="row wrap">
        ${
          session.me.role === "read_only"
            ? nothing
            : html`<button ?disabled=${this.busy} @click=${this.withdraw}>
                <earshot-icon .path=${mdiHandBackLeftOutline}></earshot-icon>${this.t("sharing.consents.withdraw")}
              </button>`
        }
        ${admin ? html`<a class="button" href=${href("sharing", "consent")}>${this.t("sharing.consents.more")}</a>` : nothing}
      </div>
      ${
        told.statement === null
          ? nothing
          : html`<details>
              <summary>${this.t("sharing.consents.statement", { desk: told.statement.name })}</summary>
              <earshot-statement .statement=${told.statement}></earshot-statement>
            </details>`
      }
    </section>`;
  }

  private consent(one: ConsentTold, admin: boolean) {
    const { format } = this.session ?? {};
    const values = { at: format?.date(one.given), by: one.by, until: format?.date(lastDay(one)) };
    return html`<li>
      <div>
        <div dir="auto">${this.t("sharing.consents.line", { satellite: one.satellite_label, purpose: purposeName(one.purpose, this.t) })}</div>
        <div class="muted small">${this.t("sharing.consents.given", values)}</div>
        ${one.suspended === null ? nothing : html`<div class="suspended small">${this.t("sharing.consents.held")}</div>`}
      </div>
      ${
        admin
          ? html`<button class="icon" aria-label=${this.t("sharing.consents.receipt_of", { satellite: one.satellite_label })} title=${this.t("sharing.consents.receipt")} @click=${() => this.download(one)}>
              <earshot-icon .path=${mdiDownload}></earshot-icon>
            </button>`
          : nothing
      }
    </li>`;
  }

  private readonly withdraw = async (): Promise<void> => {
    this.busy = true;
    await this.attempt(async () => {
      await this.session?.client.ask("earshot/donation/off");
      toast(this, { text: this.t("sharing.off.done") });
      this.dispatchEvent(new CustomEvent("changed"));
    });
    this.busy = false;
  };

  private readonly download = ({ consent_id }: ConsentTold) =>
    this.attempt(async () => {
      const receipt = await this.session?.client.ask("earshot/donation/consent_receipt", { consent_id });
      if (receipt !== undefined) saveFile(receipt.filename, receipt.receipt);
    });

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      toast(this, { text: errorText(ApiError.from(error), this.t), seconds: 10 });
    }
  }
}

/** The last day on which it holds: it ends with it, at midnight. */
function lastDay({ until }: ConsentTold): Date {
  return new Date(new Date(until).getTime() - 1);
}
