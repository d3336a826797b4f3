import { mdiPlay, mdiReplay, mdiStop } from "@mdi/js";
import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { ApiError } from "../../api/error.js";
import type { ClipToReview } from "../../api/types.js";
import { EarshotElement } from "../../ui/element.js";
import "../../ui/icon.js";
import { errorText } from "../../ui/state-view.js";
import { barsOf, peaksOf } from "../../ui/waveform.js";
import { KEYS } from "./keys.js";
import { fetchClip, Playing } from "./sound.js";

const BARS = 90;
const WIDTH = 360;
const HEIGHT = 64;

/**
 * Plays the clip in one's hands. Nothing is fetched before the person asks for it, for that is a listening. Sends
 * "heard" when it plays, and "over" if the clip is not theirs any more.
 */
@customElement("earshot-review-player")
export class EarshotReviewPlayer extends EarshotElement {
  static override styles = [
    ...EarshotElement.styles,
    css`
      :host {
        display: grid;
        gap: 8px;
      }
      .player {
        display: grid;
        grid-template-columns: auto 1fr auto;
        align-items: center;
        gap: 16px;
        direction: ltr;
      }
      .play {
        width: 64px;
        height: 64px;
        padding: 0;
        border-radius: 50%;
      }
      .play earshot-icon {
        width: 32px;
        height: 32px;
      }
      svg {
        width: 100%;
        height: ${HEIGHT}px;
      }
      path {
        fill: none;
        stroke: color-mix(in srgb, var(--es-sound) 40%, transparent);
        stroke-width: 2.4;
        stroke-linecap: round;
      }
      path.played {
        stroke: var(--es-sound);
      }
      .time {
        font-variant-numeric: tabular-nums;
      }
      kbd {
        display: inline-grid;
        place-items: center;
        min-height: 22px;
        margin-inline-start: 8px;
        padding: 0 6px;
        border: 1px solid currentColor;
        border-radius: 6px;
        font: 500 0.8125rem / 1 var(--ha-font-family-body, Roboto, sans-serif);
      }
      @media (hover: none) and (pointer: coarse) {
        kbd {
          display: none;
        }
      }
      .error {
        color: var(--es-danger);
      }
    `,
  ];

  @property({ attribute: false }) clip: ClipToReview | undefined = undefined;
  @state() private asking = false;
  @state() private error: ApiError | undefined;
  @state() private peaks: readonly number[] = [];
  @state() private position = 0;
  private heard = false;
  /** The clip whose sound is held, if any is. */
  private held: string | undefined;
  private frame = 0;

  private readonly sound = new Playing(() => this.followed());

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.forget();
  }

  protected override willUpdate(): void {
    if (this.clip?.ticket === this.held) return;
    this.held = this.clip?.ticket;
    this.forget();
  }

  /** Play it from the beginning, or stop it. */
  async toggle(): Promise<void> {
    const { session, clip } = this;
    if (this.asking || session === undefined || clip === undefined || clip.sound_ms === 0) return;
    if (this.sound.playing) return this.sound.stop();
    this.asking = true;
    this.error = undefined;
    try {
      if (!this.sound.loaded) await this.fetch(session, clip);
      if (this.clip?.ticket !== clip.ticket || !this.isConnected) return this.forget();
      await this.sound.play();
      this.heard = true;
      this.dispatchEvent(new CustomEvent("heard"));
    } catch (error) {
      this.error = ApiError.from(error);
      if (this.error.code === "clip_over") this.dispatchEvent(new CustomEvent("over"));
    } finally {
      this.asking = false;
    }
  }

  focusPlay(): void {
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(".play")?.focus({ preventScroll: true }),
    );
  }

  /** Stop, and let go of the sound. */
  forget(): void {
    this.sound.forget();
    this.peaks = [];
    this.position = 0;
    this.heard = false;
    this.error = undefined;
  }

  protected override render() {
    const { clip, session } = this;
    if (clip === undefined || session === undefined) return nothing;
    if (clip.sound_ms === 0) return html`<p class="muted">${this.t("review.no_sound")}</p>`;
    const { format } = session;
    const length = this.sound.length || clip.sound_ms / 1000;
    const share = this.position / length;
    const bars = barsOf(this.peaks.length > 0 ? this.peaks : new Array<number>(BARS).fill(0.05), WIDTH, HEIGHT);
    const action = this.t(this.sound.playing ? "review.stop" : this.heard ? "review.replay" : "review.play");
    return html`<div class="player">
        <button
          class="filled play"
          aria-label=${action}
          aria-keyshortcuts=${KEYS.play}
          title=${action}
          ?disabled=${this.asking || !session.connected}
          @click=${() => this.toggle()}
        >
          <earshot-icon .path=${this.sound.playing ? mdiStop : this.heard ? mdiReplay : mdiPlay}></earshot-icon>
        </button>
        <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
          <defs><clipPath id="played"><rect width=${WIDTH * share} height=${HEIGHT}></rect></clipPath></defs>
          <path d=${bars}></path><path class="played" d=${bars} clip-path="url(#played)"></path>
        </svg>
        <span class="time small muted">${format.duration(length * 1000)} <kbd aria-hidden="true">${this.t("review.keys.space")}</kbd></span>
      </div>
      ${this.error === undefined ? nothing : html`<p class="error" role="alert">${errorText(this.error, this.t)}</p>`}`;
  }

  private async fetch(session: NonNullable<typeof this.session>, clip: ClipToReview): Promise<void> {
    const bytes = await fetchClip(session, clip.ticket);
    try {
      await this.sound.load(bytes);
    } catch {
      throw new ApiError("sound_unplayable", "");
    }
    this.peaks = peaksOf(this.sound.samples ?? new Float32Array(), BARS);
  }

  private followed(): void {
    cancelAnimationFrame(this.frame);
    this.position = this.sound.position;
    this.requestUpdate();
    if (this.sound.playing) this.frame = requestAnimationFrame(() => this.followed());
  }
}
