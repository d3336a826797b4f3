import { css, html, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import { Followed, Loaded } from "../../api/loaded.js";
import type { DonationTold } from "../../api/types.js";
import { EarshotPage } from "../../app/page.js";
import { stateView } from "../../ui/state-view.js";
import "./choices.js";
import "./consent-flow.js";
import "./consents.js";
import "./given-list.js";
import "./offer-list.js";
import "./offer-page.js";
import "./standing.js";

/** Donation: whether it is on and for whom, what may leave, and what left. */
@customElement("earshot-sharing-page")
export class EarshotSharingPage extends EarshotPage {
  static override styles = [
    ...EarshotPage.styles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 16px;
      }
    `,
  ];

  private readonly donation = new Loaded(this, ({ client }) => client.ask("earshot/donation/get"));
  private readonly offers = new Loaded(this, async ({ client }) => (await client.ask("earshot/offers/list")).offers);
  private readonly given = new Loaded(this, async ({ client }) => (await client.ask("earshot/given/list")).given);

  constructor() {
    super();
    let first = true;
    new Followed(this, "earshot/donation/subscribe", () => {
      // The first event says how it is when it is asked for, which is asked for already.
      if (!first) this.again();
      first = false;
    });
  }

  protected override render() {
    const { subject, detail } = this.address ?? {};
    if (subject === "offer" && detail !== undefined) {
      return html`<earshot-offer-page offer-id=${detail}></earshot-offer-page>`;
    }
    return stateView(this.donation.state, this.t, (told) => this.view(told, subject), this.again);
  }

  private view(told: DonationTold, subject: string | undefined) {
    const admin = this.session?.me.role === "admin";
    if (subject === "consent" && admin) {
      const proposed = told.statement?.address ?? "";
      return html`<earshot-consent-flow .told=${told} proposed=${proposed} @given=${this.again}></earshot-consent-flow>`;
    }
    const off = told.standing === "off";
    const given = this.given.value ?? [];
    return html`
      ${told.readable ? nothing : html`<p class="card" role="alert">${this.t("sharing.unreadable")}</p>`}
      <earshot-sharing-standing .told=${told} @changed=${this.again}></earshot-sharing-standing>
      <earshot-consents .told=${told} @changed=${this.again}></earshot-consents>
      ${
        off && (this.offers.value ?? []).length === 0
          ? nothing
          : stateView(
              this.offers.state,
              this.t,
              (offers) => html`<earshot-offer-list .offers=${offers} @changed=${this.again}></earshot-offer-list>`,
              this.again,
            )
      }
      ${
        off && given.length === 0 && this.given.state.kind === "ready"
          ? nothing
          : stateView(
              this.given.state,
              this.t,
              (all) => html`<earshot-given-list .given=${all} @changed=${this.again}></earshot-given-list>`,
              this.again,
            )
      }
      ${off ? nothing : html`<earshot-sharing-choices .told=${told} @changed=${this.again}></earshot-sharing-choices>`}
    `;
  }

  private readonly again = (): void => {
    void this.donation.reload();
    void this.offers.reload();
    void this.given.reload();
  };
}
