import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { fetchSound } from "../../api/sound.js";
import type { PreviewTold } from "../../api/types.js";
import { EarshotElement } from "../../ui/element.js";
import type { Sound } from "../../ui/sound-track.js";
import "../../ui/sound-track.js";

/** The sound as it would leave, and as it was; and how much the voice is changed. Sends "strength" and "leave". */
@customElement("earshot-offer-sound")
export class EarshotOfferSound extends EarshotElement {
  static override styles = [
    ...EarshotElement.styles,
    css`
      :host {
        display: grid;
        gap: 16px;
      }
      h4 {
        margin: 0 0 6px;
        font-size: 0.875rem;
        font-weight: 400;
        color: var(--es-muted);
      }
      .slider {
        display: grid;
        gap: 4px;
      }
      .slider input {
        width: 100%;
        padding: 0;
        accent-color: var(--es-accent);
      }
      .ends {
        display: flex;
        justify-content: space-between;
      }
    `,
  ];

  @property({ attribute: false }) preview: PreviewTold | undefined = undefined;
  @property({ type: Boolean }) open = false;
  @property({ type: Boolean }) busy = false;
  @state() private moved: number | undefined;

  protected override render() {
    const { preview } = this;
    if (preview === undefined) return nothing;
    if (preview.masked === null) {
      return html`<p class="muted">${this.t("sharing.sound.none")}</p>
        ${this.open ? this.choice(false) : nothing}`;
    }
    const { purpose, by_hand } = preview.offer;
    return html`
      ${purpose === "improve_wake_words" && !by_hand ? html`<p class="small">${this.t("sharing.sound.wake")}</p>` : nothing}
      <div>
        <h4>${this.t("sharing.sound.after")}</h4>
        <earshot-sound-track
          label=${this.t("sharing.sound.after")}
          key="${preview.offer.offer_id} ${preview.offer.sha256}"
          .load=${() => this.load("after")}
        ></earshot-sound-track>
      </div>
      <div>
        <h4>${this.t("sharing.sound.before")}</h4>
        <earshot-sound-track
          label=${this.t("sharing.sound.before")}
          key=${preview.offer.offer_id}
          .load=${() => this.load("before")}
        ></earshot-sound-track>
      </div>
      ${this.open ? html`${this.slider(preview)} ${this.choice(true)}` : nothing}
      <p class="muted small">${this.t("sharing.sound.limits")}</p>
    `;
  }

  private slider({ offer }: PreviewTold) {
    const share = this.moved ?? offer.strength;
    return html`<label class="slider">
      <span>${this.t("sharing.sound.strength")}</span>
      <input
        type="range"
        min="0"
        max="100"
        step="5"
        .value=${String(share)}
        ?disabled=${this.busy}
        aria-valuetext=${this.t("sharing.sound.strength_of", { share })}
        @input=${this.move}
        @change=${this.set}
      />
      <span class="ends muted small" aria-hidden="true"><span>${this.t("sharing.sound.less")}</span><span>${this.t("sharing.sound.more")}</span></span>
    </label>`;
  }

  private choice(leaves: boolean) {
    const set = () => this.dispatchEvent(new CustomEvent("leave", { detail: !leaves }));
    return html`<label class="row">
      <input type="checkbox" .checked=${leaves} ?disabled=${this.busy} @change=${set} />
      <span>${this.t("sharing.sound.leaves")}</span>
    </label>`;
  }

  private readonly move = (event: Event): void => {
    this.moved = Number((event.target as HTMLInputElement).value);
  };

  private readonly set = (event: Event): void => {
    this.move(event);
    this.dispatchEvent(new CustomEvent("strength", { detail: this.moved }));
    this.moved = undefined;
  };

  private async load(which: "before" | "after"): Promise<Sound> {
    const { session, preview } = this;
    if (session === undefined || preview === undefined) throw new Error("Nothing is shown");
    const { offer_id } = preview.offer;
    const { path, content_type } = await session.client.ask("earshot/offers/sound_path", { offer_id, which });
    return { bytes: await fetchSound(session.hass().hassUrl(path)), type: content_type };
  }
}
