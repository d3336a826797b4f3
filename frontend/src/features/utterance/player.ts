import { mdiEarHearing, mdiPause, mdiPlay } from "@mdi/js";
import { css, html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { ApiError } from "../../api/error.js";
import { fetchSound } from "../../api/sound.js";
import type { UtteranceTold } from "../../api/types.js";
import type { Session } from "../../app/session.js";
import { EarshotElement } from "../../ui/element.js";
import "../../ui/icon.js";
import { barsOf, peaksOf } from "../../ui/waveform.js";
import { erasedText, sealedText } from "./telling.js";
import { contentOf, erasure, isKept } from "./told.js";

/** Bars of the waveform: as many as can be told apart on a phone. */
const BARS = 90;
const WIDTH = 360;
const HEIGHT = 56;

/**
 * Plays what was said. Nothing is fetched before the person taps, since listening is entered, and nothing plays by
 * itself. Sends "read" when it was fetched.
 */
@customElement("earshot-utterance-player")
export class EarshotUtterancePlayer extends EarshotElement {
  static override styles = [
    ...EarshotElement.styles,
    css`
      :host {
        display: grid;
        gap: 12px;
      }
      .error {
        color: var(--es-danger);
      }
      .player {
        display: grid;
        grid-template-columns: auto 1fr;
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
      .track svg {
        width: 100%;
        height: 100%;
      }
      .track path {
        fill: none;
        stroke: color-mix(in srgb, var(--es-sound) 35%, transparent);
        stroke-width: 2.4;
        stroke-linecap: round;
      }
      .track .played {
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
      .time {
        grid-column: 2;
        display: flex;
        justify-content: space-between;
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  @property({ attribute: false }) told: UtteranceTold | undefined = undefined;
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
    this.hide();
  }

  /** Let go of the sound. */
  hide(): void {
    if (this.address !== undefined) URL.revokeObjectURL(this.address);
    this.address = undefined;
    this.playing = false;
    this.error = undefined;
    this.position = 0;
  }

  protected override render() {
    const { told, session } = this;
    if (told === undefined || session === undefined) return nothing;
    return html`<h2>${this.t("utterance.sound.title")}</h2>
      ${this.error === undefined ? nothing : html`<p class="error" role="alert">${sealedText(this.error, this.t)}</p>`}
      ${this.address === undefined ? this.sealed(told, session) : this.player(this.address, session)}`;
  }

  private sealed(told: UtteranceTold, session: Session) {
    const { utterance, readable, entries } = told;
    if (!isKept(utterance, "sound")) {
      const erased = erasure(entries, ["sound"]);
      const never = utterance.outcome === null ? "utterance.sound.not_yet" : "utterance.sound.nothing";
      return html`<p class="muted">${erased === undefined ? this.t(never) : erasedText(erased.by, erased.at, session)}</p>`;
    }
    if (readable === "nothing") return html`<p class="muted">${this.t("utterance.sound.not_yours")}</p>`;
    const until = contentOf(utterance, "sound")?.until;
    return html`<p class="small muted">${this.t("utterance.sound.entered")}</p>
      <div><button class="filled" ?disabled=${this.asking} @click=${this.listen}>
        <earshot-icon .path=${mdiEarHearing}></earshot-icon>${this.t("utterance.sound.listen")}
      </button></div>
      ${until ? html`<p class="small muted">${this.t("utterance.kept_until", { until: session.format.moment(until) })}</p>` : nothing}`;
  }

  private player(address: string, { format }: Session) {
    const share = this.length > 0 ? this.position / this.length : 0;
    const bars = barsOf(this.peaks.length > 0 ? this.peaks : new Array<number>(BARS).fill(0.05), WIDTH, HEIGHT);
    const times = { at: format.duration(this.position * 1000), of: format.duration(this.length * 1000) };
    return html`<div class="player">
      <audio
        src=${address}
        preload="auto"
        @play=${this.followed}
        @pause=${this.followed}
        @ended=${this.followed}
        @timeupdate=${this.followed}
        @seeked=${this.followed}
        @loadedmetadata=${this.followed}
        @error=${() => {
          this.unplayable = true;
        }}
      ></audio>
      <button class="filled play" aria-label=${this.t(this.playing ? "utterance.sound.pause" : "utterance.sound.play")} @click=${this.toggle}>
        <earshot-icon .path=${this.playing ? mdiPause : mdiPlay}></earshot-icon>
      </button>
      <div class="track">
        <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
          <defs><clipPath id="played"><rect width=${WIDTH * share} height=${HEIGHT}></rect></clipPath></defs>
          <path d=${bars}></path><path class="played" d=${bars} clip-path="url(#played)"></path>
        </svg>
        <input
          type="range"
          min="0"
          max=${this.length || 1}
          step="0.1"
          .value=${String(this.position)}
          aria-label=${this.t("utterance.sound.position")}
          aria-valuetext=${this.t("utterance.sound.at", times)}
          @input=${this.seek}
        />
      </div>
      <div class="time small muted" aria-hidden="true"><span>${times.at}</span><span>${times.of}</span></div>
      ${this.unplayable ? html`<p class="error small" role="alert">${this.t("utterance.sound.unplayable")}</p>` : nothing}
    </div>`;
  }

  private readonly listen = async (): Promise<void> => {
    const { session, told } = this;
    if (session === undefined || told === undefined) return;
    const { utterance_id } = told.utterance;
    this.asking = true;
    this.error = undefined;
    try {
      const { path, content_type } = await session.client.ask("earshot/utterances/sound_path", {
        utterance_id,
      });
      const bytes = await fetchSound(session.hass().hassUrl(path));
      this.dispatchEvent(new CustomEvent("read"));
      if (!this.isConnected || this.told?.utterance.utterance_id !== utterance_id) return;
      this.address = URL.createObjectURL(new Blob([bytes], { type: content_type }));
      await this.measure(bytes);
    } catch (error) {
      this.error = ApiError.from(error);
    } finally {
      this.asking = false;
    }
  };

  /** Draw the waveform. Where the browser cannot decode it, it may still be able to play it. */
  private async measure(bytes: ArrayBuffer): Promise<void> {
    try {
      const sound = await new OfflineAudioContext(1, 1, 16_000).decodeAudioData(bytes.slice(0));
      this.peaks = peaksOf(sound.getChannelData(0), BARS);
      this.length = sound.duration;
    } catch {
      this.peaks = [];
    }
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(".play")?.focus({ preventScroll: true });
  }

  private readonly toggle = (): void => {
    const { audio } = this;
    if (audio === null) return;
    if (audio.paused) audio.play().catch(() => (this.unplayable = true));
    else audio.pause();
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
