import { mdiChevronRight, mdiHandHeartOutline } from "@mdi/js";
import { css, html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { ApiError } from "../../api/error.js";
import { Followed, Loaded } from "../../api/loaded.js";
import type { DonationTold, GivenTold, OfferTold, Purpose, UtteranceView } from "../../api/types.js";
import { go } from "../../app/address.js";
import { EarshotElement } from "../../ui/element.js";
import "../../ui/icon.js";
import { errorText } from "../../ui/state-view.js";
import { toast } from "../../ui/toast.js";
import { giveable } from "./giveable.js";
import "./given-one.js";
import { offerHref } from "./hrefs.js";
import { purposeName, stateName } from "./naming.js";
import type { EarshotWithdrawing } from "./withdrawing.js";
import "./withdrawing.js";

interface Told {
  readonly donation: DonationTold;
  readonly offers: readonly OfferTold[];
  readonly given: readonly GivenTold[];
}

/**
 * What became of one utterance as a gift: offered, given, listened to; and offering it by hand. Draws nothing where
 * donation is off and nothing of it was given.
 */
@customElement("earshot-giving")
export class EarshotGiving extends EarshotElement {
  static override styles = [
    ...EarshotElement.styles,
    css`
      :host {
        display: block;
      }
      .card {
        display: grid;
        gap: 12px;
      }
      .offer {
        display: inline-flex;
        align-items: center;
        gap: 4px;
        min-height: 40px;
      }
      .offer earshot-icon:dir(rtl) {
        transform: scaleX(-1);
      }
      button {
        justify-content: start;
        text-align: start;
      }
    `,
  ];

  @property({ attribute: false }) utterance: UtteranceView | undefined = undefined;
  @state() private busy = false;
  @query("earshot-withdrawing") private readonly withdrawing!: EarshotWithdrawing | null;

  private readonly loaded = new Loaded<Told, [string]>(
    this,
    async ({ client }, utterance_id) => {
      const [donation, { offers }, { given }] = await Promise.all([
        client.ask("earshot/donation/get"),
        client.ask("earshot/offers/list"),
        client.ask("earshot/given/list", { utterance_id }),
      ]);
      return { donation, given, offers: offers.filter((one) => one.utterance_id === utterance_id) };
    },
    () => (this.utterance === undefined ? undefined : [this.utterance.utterance_id]),
  );

  constructor() {
    super();
    let first = true;
    new Followed(this, "earshot/donation/subscribe", () => {
      if (!first) void this.loaded.reload();
      first = false;
    });
  }

  protected override render() {
    const { utterance, session } = this;
    const told = this.loaded.value;
    if (utterance === undefined || session === undefined || told === undefined) return nothing;
    const { donation, offers, given } = told;
    if (donation.standing === "off" && offers.length + given.length === 0) return nothing;
    return html`<section class="card" aria-labelledby="giving">
      <h2 id="giving">${this.t("sharing.giving.title")}</h2>
      ${offers.map((one) => this.offer(one))}
      ${given.map((one) => html`<earshot-given-one .given=${one} @withdraw=${() => this.withdrawing?.ask(one)}></earshot-given-one>`)}
      ${offers.length + given.length === 0 ? this.hand(donation, utterance, session.me.role === "admin") : nothing}
      <earshot-withdrawing .given=${given} @changed=${() => this.loaded.reload()}></earshot-withdrawing>
    </section>`;
  }

  private offer({ offer_id, state, may_read }: OfferTold) {
    const name = state === "waiting" ? this.t("sharing.giving.offered") : stateName(state, this.t);
    if (!may_read) return html`<p>${name}</p>`;
    return html`<a class="offer" href=${offerHref(offer_id)}>${name}<earshot-icon .path=${mdiChevronRight}></earshot-icon></a>`;
  }

  private hand(donation: DonationTold, utterance: UtteranceView, admin: boolean) {
    if (donation.standing === "off") return nothing;
    const can = giveable(donation, utterance);
    if ("why" in can) return html`<p class="muted">${this.t(`sharing.giving.why.${can.why}`)}</p>`;
    if (!admin) return html`<p class="muted">${this.t("sharing.giving.not_you")}</p>`;
    return html`<p class="muted small">${this.t("sharing.giving.text")}</p>
      ${can.purposes.map(
        (purpose) => html`<button ?disabled=${this.busy} @click=${() => this.make(utterance.utterance_id, purpose)}>
          <earshot-icon .path=${mdiHandHeartOutline}></earshot-icon>${this.t("sharing.giving.offer", { purpose: purposeName(purpose, this.t) })}
        </button>`,
      )}`;
  }

  private async make(utterance_id: string, purpose: Purpose): Promise<void> {
    const { session } = this;
    if (session === undefined) return;
    this.busy = true;
    try {
      const { offer_id } = await session.client.ask("earshot/offers/make", { utterance_id, purpose });
      go(offerHref(offer_id));
    } catch (error) {
      toast(this, { text: errorText(ApiError.from(error), this.t), seconds: 10 });
    }
    this.busy = false;
  }
}
