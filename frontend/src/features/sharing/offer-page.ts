import { mdiArrowLeft, mdiHandBackRightOutline, mdiSendOutline } from "@mdi/js";
import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { ApiError } from "../../api/error.js";
import { Followed, Loaded } from "../../api/loaded.js";
import type { PreviewTold } from "../../api/types.js";
import { go, href } from "../../app/address.js";
import { EarshotElement } from "../../ui/element.js";
import "../../ui/icon.js";
import "../../ui/message.js";
import { errorText, stateView } from "../../ui/state-view.js";
import { toast } from "../../ui/toast.js";
import { changesOf } from "./changes.js";
import { fingerprint } from "./consenting.js";
import { purposeName, stateName } from "./naming.js";
import { offerStyle } from "./offer.css.js";
import "./offer-sound.js";
import "./offer-words.js";

/** One clip exactly as it would leave: to hear, to read, to change, to send, or to keep. */
@customElement("earshot-offer-page")
export class EarshotOfferPage extends EarshotElement {
  static override styles = [...EarshotElement.styles, offerStyle];

  @property({ attribute: "offer-id" }) offerId = "";
  @state() private busy = false;

  private readonly loaded = new Loaded<PreviewTold, [string]>(
    this,
    ({ client }, offer_id) => client.ask("earshot/offers/get", { offer_id }),
    () => (this.offerId === "" ? undefined : [this.offerId]),
  );
  /** What a change gave, until what is loaded says the same. */
  @state() private changed: PreviewTold | undefined;

  constructor() {
    super();
    let first = true;
    // Its time may be over while it is looked at, or somebody else decides.
    new Followed(this, "earshot/donation/subscribe", () => {
      if (!first && !this.busy) void this.again();
      first = false;
    });
  }

  protected override render() {
    return html`
      <nav><a href=${href("sharing")}><earshot-icon .path=${mdiArrowLeft}></earshot-icon>${this.t("sharing.offer.back")}</a></nav>
      ${stateView(
        this.loaded.state,
        this.t,
        (preview) => this.view(this.changed ?? preview),
        () => void this.again(),
      )}
    `;
  }

  private view(preview: PreviewTold) {
    const { offer } = preview;
    const open = offer.state === "waiting" && this.session?.me.role === "admin";
    return html`
      <header>
        <h2>${this.t("sharing.offer.title")}</h2>
        <p class="muted">${this.t("sharing.offer.intro", { desk: offer.desk, purpose: purposeName(offer.purpose, this.t) })}</p>
        <p class="when">${this.when(preview)}</p>
        ${offer.times_unknown ? html`<p class="note">${this.t("sharing.offer.times_unknown")}</p>` : nothing}
        ${offer.failure === null ? nothing : html`<p class="error" role="status">${errorText(ApiError.from({ code: offer.failure }), this.t)}</p>`}
      </header>
      <div class="columns">
        <section class="card" aria-labelledby="sound">
          <h3 id="sound">${this.t("sharing.offer.sound")}</h3>
          <earshot-offer-sound .preview=${preview} ?open=${open} ?busy=${this.busy} @strength=${this.mask} @leave=${this.leave}></earshot-offer-sound>
        </section>
        <section class="card" aria-labelledby="words">
          <h3 id="words">${this.t("sharing.offer.words")}</h3>
          <earshot-offer-words .preview=${preview} ?open=${open} ?busy=${this.busy} @hide=${this.hide}></earshot-offer-words>
        </section>
        ${this.changes(preview)} ${this.leaves(preview)}
      </div>
      ${this.decide(preview, open)}
    `;
  }

  private when({ offer }: PreviewTold): string {
    const { format } = this.session ?? {};
    if (offer.state !== "waiting") return stateName(offer.state, this.t);
    if (offer.until !== null)
      return this.t("sharing.offer.until", { at: format?.moment(offer.until), left: format?.relative(offer.until) });
    return this.t("sharing.offer.asks", { at: format?.moment(offer.drop_at) });
  }

  private changes(preview: PreviewTold) {
    const { session } = this;
    if (session === undefined) return nothing;
    return html`<section class="card" aria-labelledby="changes">
      <h3 id="changes">${this.t("sharing.offer.changes")}</h3>
      <ul>
        ${changesOf(preview, session).map((one) => html`<li>${one}</li>`)}
      </ul>
    </section>`;
  }

  private leaves({ offer, week, language, wake_word }: PreviewTold) {
    const { format } = this.session ?? {};
    return html`<section class="card" aria-labelledby="leaves">
      <h3 id="leaves">${this.t("sharing.offer.leaves")}</h3>
      <dl>
        <dt>${this.t("sharing.offer.fact.week")}</dt><dd>${week}</dd>
        <dt>${this.t("sharing.offer.fact.language")}</dt><dd>${language}</dd>
        <dt>${this.t("sharing.offer.fact.purpose")}</dt><dd>${purposeName(offer.purpose, this.t)}</dd>
        ${wake_word === null ? nothing : html`<dt>${this.t("sharing.offer.fact.wake_word")}</dt><dd dir="auto">${wake_word}</dd>`}
        <dt>${this.t("sharing.offer.fact.length")}</dt><dd>${format?.duration(offer.sound_ms)}</dd>
        <dt>${this.t("sharing.offer.fact.size")}</dt><dd>${this.t("sharing.offer.fact.bytes", { count: offer.size })}</dd>
        <dt>${this.t("sharing.offer.fact.hash")}</dt>
        <dd><code dir="ltr">${fingerprint(offer.sha256 ?? "")}</code></dd>
      </dl>
      <p class="muted small">${this.t("sharing.offer.stays")}</p>
    </section>`;
  }

  private decide({ offer }: PreviewTold, open: boolean) {
    if (offer.state !== "waiting" && offer.state !== "approved") return nothing;
    if (this.session?.me.role === "read_only") return nothing;
    return html`<div class="decide">
      <button ?disabled=${this.busy} @click=${this.never}>
        <earshot-icon .path=${mdiHandBackRightOutline}></earshot-icon>${this.t("sharing.offers.never")}
      </button>
      ${
        open
          ? html`<button class="filled" ?disabled=${this.busy || offer.sha256 === null} @click=${() => this.send(offer.sha256 ?? "")}>
              <earshot-icon .path=${mdiSendOutline}></earshot-icon>${this.t("sharing.offer.send")}
            </button>`
          : html`<span class="muted small">${this.t("sharing.offer.not_you")}</span>`
      }
    </div>`;
  }

  private async again(): Promise<void> {
    await this.loaded.reload();
    this.changed = undefined;
  }

  private readonly mask = (event: CustomEvent<number>) => this.adjust({ strength: event.detail });

  private readonly leave = (event: CustomEvent<boolean>) => this.adjust({ with_sound: event.detail });

  private readonly hide = (event: CustomEvent<readonly number[]>) => this.adjust({ hide: event.detail });

  private adjust(change: { strength?: number; hide?: readonly number[]; with_sound?: boolean }): Promise<void> {
    return this.attempt(async (offer_id) => {
      this.changed = await this.session?.client.ask("earshot/offers/adjust", { offer_id, ...change });
    });
  }

  /** What is sent is what was looked at: the server refuses if the bytes are others by now. */
  private send(sha256: string): Promise<void> {
    return this.attempt(async (offer_id) => {
      await this.session?.client.ask("earshot/offers/send", { offer_id, sha256 });
      toast(this, { text: this.t("sharing.offer.sent") });
      go(href("sharing"));
    });
  }

  private readonly never = () =>
    this.attempt(async (offer_id) => {
      await this.session?.client.ask("earshot/offers/never", { offer_id });
      toast(this, { text: this.t("sharing.offers.never_done") });
      go(href("sharing"));
    });

  private async attempt(work: (offerId: string) => Promise<void>): Promise<void> {
    this.busy = true;
    try {
      await work(this.offerId);
    } catch (error) {
      toast(this, { text: errorText(ApiError.from(error), this.t), seconds: 10 });
      await this.again();
    } finally {
      this.busy = false;
    }
  }
}
