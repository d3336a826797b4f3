import { mdiPause, mdiPlay } from "@mdi/js";
import { css, html, nothing, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { ApiError } from "../api/error.js";
import { EarshotElement } from "./element.js";
import "./icon.js";
import { errorText } from "./state-view.js";
import { barsOf, peaksOf } from "./waveform.js";

/** Bars of the waveform: as many as can be told apart on a phone. */
const BARS = 90;
const WIDTH = 360;
const HEIGHT = 48;

/** A sound, as bytes and their type. */
export interface Sound {
  readonly bytes: ArrayBuffer;
  readonly type: string;
}

/** Plays one sound. It is fetched when somebody presses play, and let go of when `key` is another one. */
@customElement("earshot-sound-track")
export class EarshotSoundTrack extends EarshotElement {
  static override styles = [
    ...EarshotElement.styles,
    css`
      :host {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        align-items: center;
        gap: 4px 12px;
        direction: ltr;
      }
      .play {
        width: 48px;
        height: 48px;
        padding: 0;
        border-radius: 50%;
      }
      .track {
        position: relative;
        height: ${HEIGHT}px;
      }
      svg {
        width: 100%;
        height: 100%;
      }
      path {
        fill: none;
        stroke: color-mix(in srgb, var(--es-sound) 35%, transparent);
        stroke-width: 2.4;
        stroke-linecap: round;
      }
      .played {
        stroke: var(--es-sound);
      }
      input {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        margin: 0;
        padding: 0;
        opacity: 0;
        cursor: pointer;
      }
      .track:focus-within {
        outline: 2px solid var(--es-link);
        outline-offset: 2px;
        border-radius: 6px;
      }
      .error {
        grid-column: 1 / -1;
        color: var(--es-danger);
      }
    `,
  ];

  /** What the sound is, for who does not see the page. */
  @property() label = "";
  /** Another one means another sound. */
  @property() key = "";
  /** Fetches it. Rejects with an ApiError. */
  @property({ attribute: false }) load: (() => Promise<Sound>) | undefined = undefined;
  @state() private address: string | undefined;
  @state() private peaks: readonly number[] = [];
  @state() private asking = false;
  @state() private playing = false;
  @state() private position = 0;
  @state() private length = 0;
  @state() private error: ApiError | undefined;
  @state() private unplayable = false;
  @query("audio") private readonly audio!: HTMLAudioElement | null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.letGo();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("key") && changed.get("key") !== undefined) this.letGo();
  }

  protected override render() {
    const share = this.length > 0 ? this.position / this.length : 0;
    const bars = barsOf(this.peaks.length > 0 ? this.peaks : new Array<number>(BARS).fill(0.05), WIDTH, HEIGHT);
    const { format } = this.session ?? {};
    const times = { at: format?.duration(this.position * 1000), of: format?.duration(this.length * 1000) };
    return html`
      ${
        this.address === undefined
          ? nothing
          : html`<audio
              src=${this.address}
              preload="auto"
              @play=${this.followed}
              @pause=${this.followed}
              @ended=${this.followed}
              @timeupdate=${this.followed}
              @loadedmetadata=${this.followed}
              @error=${this.broken}
            ></audio>`
      }
      <button
        type="button"
        class="filled play"
        ?disabled=${this.asking}
        aria-label=${this.t(this.playing ? "ui.sound.pause" : "ui.sound.play", { what: this.label })}
        @click=${this.toggle}
      >
        <earshot-icon .path=${this.playing ? mdiPause : mdiPlay}></earshot-icon>
      </button>
      <div class="track">
        <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
          <defs><clipPath id="played"><rect width=${WIDTH * share} height=${HEIGHT}></rect></clipPath></defs>
          <path d=${bars}></path><path class="played" d=${bars} clip-path="url(#played)"></path>
        </svg>
        ${
          this.address === undefined
            ? nothing
            : html`<input
                type="range"
                min="0"
                max=${this.length || 1}
                step="0.1"
                .value=${String(this.position)}
                aria-label=${this.t("ui.sound.position", { what: this.label })}
                aria-valuetext=${this.t("ui.sound.at", times)}
                @input=${this.seek}
              />`
        }
      </div>
      ${this.error === undefined ? nothing : html`<p class="error small" role="alert">${errorText(this.error, this.t)}</p>`}
      ${this.unplayable ? html`<p class="error small" role="alert">${this.t("ui.sound.unplayable")}</p>` : nothing}
    `;
  }

  private letGo(): void {
    if (this.address !== undefined) URL.revokeObjectURL(this.address);
    this.address = undefined;
    this.peaks = [];
    this.playing = false;
    this.position = 0;
    this.length = 0;
    this.error = undefined;
    this.unplayable = false;
  }

  private readonly toggle = async (): Promise<void> => {
    if (this.address === undefined) await this.fetch();
    const { audio } = this;
    if (audio === null) return;
    if (audio.paused) audio.play().catch(this.broken);
    else audio.pause();
  };

  private async fetch(): Promise<void> {
    const { load, key } = this;
    if (load === undefined) return;
    this.asking = true;
    this.error = undefined;
    try {
      const sound = await load();
      if (!this.isConnected || this.key !== key) return;
      this.address = URL.createObjectURL(new Blob([sound.bytes], { type: sound.type }));
      await this.measure(sound.bytes);
    } catch (error) {
      this.error = ApiError.from(error);
    } finally {
      this.asking = false;
    }
    await this.updateComplete;
  }

  /** Draw the waveform. Where the browser cannot decode it, it may still be able to play it. */
  private async measure(bytes: ArrayBuffer): Promise<void> {
    try {
      const sound = await new OfflineAudioContext(1, 1, 16_000).decodeAudioData(bytes.slice(0));
      this.peaks = peaksOf(sound.getChannelData(0), BARS);
      this.length = sound.duration;
    } catch {
      this.peaks = [];
    }
  }

  private readonly broken = (): void => {
    this.unplayable = true;
  };

  private readonly seek = (event: Event): void => {
    this.position = Number((event.target as HTMLInputElement).value);
    if (this.audio !== null) this.audio.currentTime = this.position;
  };

  private readonly followed = (): void => {
    const { audio } = this;
    if (audio === null) return;
    this.playing = !audio.paused && !audio.ended;
    this.position = audio.currentTime;
    if (Number.isFinite(audio.duration)) this.length = audio.duration;
  };
}
