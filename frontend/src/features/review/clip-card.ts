import {
  mdiAccountAlertOutline,
  mdiAlertOctagonOutline,
  mdiCheck,
  mdiDeleteAlertOutline,
  mdiSkipNext,
  mdiTranslate,
} from "@mdi/js";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { ClipToReview } from "../../api/types.js";
import { EarshotElement } from "../../ui/element.js";
import "../../ui/icon.js";
import "./clip-player.js";
import type { EarshotReviewPlayer } from "./clip-player.js";
import { type Act, KEYS } from "./keys.js";
import { type Alarm, asksWakeWord, asksWords, begun, type Draft, missing } from "./label.js";

const QUALITIES = ["good", "noisy", "unusable"] as const;
const WAKE_WORD = ["right", "wrong"] as const;

/** What a clip's element asks the page to do. */
export interface ClipEvents {
  readonly done: CustomEvent<Draft>;
  readonly skip: CustomEvent;
  readonly alarm: CustomEvent<{ readonly kind: Alarm; readonly draft: Draft }>;
  readonly over: CustomEvent;
}

/** One clip: hear it, and say what there is to say of it. Sends "done", "skip", "alarm" and "over". */
@customElement("earshot-review-clip")
export class EarshotReviewClip extends EarshotElement {
  static override styles = [
    ...EarshotElement.styles,
    css`
      .card {
        display: grid;
        gap: 24px;
        padding: 24px;
      }
      header {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      .field {
        display: grid;
        gap: 8px;
      }
      label,
      legend {
        padding: 0;
        font-weight: 500;
      }
      legend {
        margin-bottom: 8px;
      }
      textarea {
        width: 100%;
        min-height: 72px;
        padding: 12px;
        font-size: 1.125rem;
        resize: vertical;
      }
      fieldset {
        margin: 0;
        padding: 0;
        border: none;
      }
      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      .choice {
        display: inline-flex;
        align-items: center;
        gap: 8px;
        min-height: 44px;
        padding: 0 16px;
        border: 1px solid var(--es-outline);
        border-radius: 22px;
        font-weight: 400;
        cursor: pointer;
      }
      .choice:has(:checked) {
        border-color: var(--es-accent);
        background: color-mix(in srgb, var(--es-accent) 14%, transparent);
      }
      .choice:has(:focus-visible) {
        outline: 2px solid var(--es-link);
        outline-offset: 2px;
      }
      .choice input:focus-visible {
        outline: none;
      }
      kbd {
        display: inline-grid;
        place-items: center;
        min-width: 24px;
        min-height: 22px;
        padding: 0 6px;
        border: 1px solid currentColor;
        border-radius: 6px;
        font: 500 0.8125rem / 1 var(--ha-font-family-body, Roboto, sans-serif);
        opacity: 0.8;
      }
      .alarms {
        padding-top: 16px;
        border-top: 1px solid var(--divider-color);
      }
      .alarms button {
        color: var(--primary-text-color);
        font-weight: 400;
      }
      .alarms button.danger {
        border-color: var(--es-danger);
        color: var(--es-danger);
        font-weight: 500;
      }
      .end {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 16px;
      }
      .end .filled {
        min-height: 48px;
        padding: 0 24px;
        border-radius: 24px;
      }
      /* Nobody has a keyboard there. */
      @media (hover: none) and (pointer: coarse) {
        kbd,
        .keys {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) clip: ClipToReview | undefined = undefined;
  /** Whether what was handed in is on its way. */
  @property({ type: Boolean }) busy = false;
  @state() private draft: Draft = { words: "", wakeWord: undefined, quality: undefined };
  @state() private heard = false;
  /** Whether somebody wanted to be done: what is missing is told from then on. */
  @state() private pressed = false;
  /** Which clip is described: the next begins anew. */
  private described: string | undefined;
  @query("earshot-review-player") private readonly player!: EarshotReviewPlayer | null;
  @query("textarea") private readonly textarea!: HTMLTextAreaElement | null;

  protected override willUpdate(): void {
    if (this.clip === undefined || this.clip.ticket === this.described) return;
    this.described = this.clip.ticket;
    this.draft = begun(this.clip);
    this.heard = false;
    this.pressed = false;
  }

  /** Do what a key says. */
  act(act: Act): void {
    if (this.busy) return;
    if (act === "play") void this.player?.toggle();
    else if (act === "write") this.textarea?.focus();
    else if (act === "done") this.done();
    else if (act === "skip") this.dispatchEvent(new CustomEvent("skip"));
    else if (act === "right" || act === "wrong") this.say({ wakeWord: act });
    else if (act === "good" || act === "noisy" || act === "unusable") this.say({ quality: act });
    else this.alarm(act);
  }

  /** Stop the sound, and let go of it. */
  forget(): void {
    this.player?.forget();
  }

  /** Lead to the button that plays: Space does it from there. */
  focusPlay(): void {
    void this.updateComplete.then(() => this.player?.focusPlay());
  }

  protected override render() {
    const { clip } = this;
    if (clip === undefined) return nothing;
    return html`<section class="card" aria-label=${this.t("review.clip")}>
      ${this.facts(clip)}
      <earshot-review-player .clip=${clip} @heard=${() => (this.heard = true)} @over=${this.over}></earshot-review-player>
      ${asksWords(clip) ? this.words(clip) : nothing} ${asksWakeWord(clip) ? this.wakeWord(clip) : nothing}
      ${this.quality()} ${this.end(clip)} ${this.alarms()}
    </section>`;
  }

  private facts(clip: ClipToReview) {
    const { session } = this;
    const language = new Intl.DisplayNames([session?.format.language ?? "en"], { type: "language" });
    const hidden = Object.entries(clip.redactions);
    return html`<header>
        <span class="chip">${this.t(`review.purpose.${clip.purpose}`)}</span>
        <span class="chip"><earshot-icon .path=${mdiTranslate}></earshot-icon>${language.of(clip.language)}</span>
        ${clip.masked === null ? nothing : html`<span class="chip">${this.t("review.masked")}</span>`}
      </header>
      ${
        hidden.length === 0
          ? nothing
          : html`<p class="small muted">
              ${this.t("review.hidden.what")}
              ${hidden.map(([kind, count]) => this.t(`review.hidden.kind.${kind}`, { count })).join(" · ")}
            </p>`
      }`;
  }

  private words(clip: ClipToReview) {
    return html`<div class="field">
      <label for="words">${this.t("review.words.title")} ${this.key("write")}</label>
      <textarea
        id="words"
        rows="2"
        maxlength="2000"
        lang=${clip.language}
        dir="auto"
        spellcheck="true"
        autocomplete="off"
        aria-describedby="words-how"
        .value=${this.draft.words}
        @input=${(event: Event) => this.say({ words: (event.target as HTMLTextAreaElement).value })}
        @keydown=${this.leave}
      ></textarea>
      <p id="words-how" class="small muted">
        ${this.t(clip.words === null ? "review.words.write" : "review.words.correct")} <span class="keys">${this.t("review.words.keys")}</span>
      </p>
    </div>`;
  }

  private wakeWord(clip: ClipToReview) {
    const question =
      clip.wake_word === null
        ? this.t("review.wake_word.any")
        : this.t("review.wake_word.title", { phrase: clip.wake_word });
    return this.choices("wake_word", question, WAKE_WORD, this.draft.wakeWord, (wakeWord) => this.say({ wakeWord }));
  }

  private quality() {
    return this.choices("quality", this.t("review.quality.title"), QUALITIES, this.draft.quality, (quality) =>
      this.say({ quality }),
    );
  }

  private choices<T extends Act>(
    name: string,
    question: string,
    values: readonly T[],
    chosen: T | undefined,
    choose: (value: T) => void,
  ): TemplateResult {
    return html`<fieldset>
      <legend>${question}</legend>
      <div class="choices">
        ${values.map(
          (value) => html`<label class="choice">
            <input
              type="radio"
              name=${name}
              .checked=${value === chosen}
              aria-keyshortcuts=${KEYS[value]}
              @change=${() => choose(value)}
            />
            ${this.t(`review.${name}.${value}`)} ${this.key(value)}
          </label>`,
        )}
      </div>
    </fieldset>`;
  }

  private end(clip: ClipToReview) {
    const lacks = missing(clip, this.draft, this.heard);
    const offline = this.session?.connected !== true;
    return html`<div class="end">
      <button class="filled" aria-keyshortcuts=${KEYS.done} ?disabled=${this.busy || offline} @click=${this.done}>
        <earshot-icon .path=${mdiCheck}></earshot-icon>${this.t("review.done")} ${this.key("done")}
      </button>
      <button aria-keyshortcuts=${KEYS.skip} ?disabled=${this.busy || offline} @click=${() => this.act("skip")}>
        <earshot-icon .path=${mdiSkipNext}></earshot-icon>${this.t("review.skip")} ${this.key("skip")}
      </button>
      <span class="small" role="status">
        ${this.pressed && lacks !== undefined ? this.t(`review.missing.${lacks}`) : nothing}
      </span>
    </div>`;
  }

  private alarms() {
    const one = (kind: Alarm, icon: string, extra = "") => html`<button
      class=${extra}
      aria-keyshortcuts=${KEYS[kind]}
      ?disabled=${this.busy || this.session?.connected !== true}
      @click=${() => this.alarm(kind)}
    >
      <earshot-icon .path=${icon}></earshot-icon>${this.t(`review.alarm.${kind}`)} ${this.key(kind)}
    </button>`;
    return html`<fieldset class="alarms">
      <legend class="visually-hidden">${this.t("review.alarm.title")}</legend>
      <div class="choices">
        ${one("accident", mdiDeleteAlertOutline)} ${one("personal_data", mdiAccountAlertOutline)}
        ${one("danger", mdiAlertOctagonOutline, "danger")}
      </div>
    </fieldset>`;
  }

  private key(act: Act): TemplateResult {
    return html`<kbd aria-hidden="true">${act === "play" ? this.t("review.keys.space") : KEYS[act]}</kbd>`;
  }

  private say(said: Partial<Draft>): void {
    this.draft = { ...this.draft, ...said };
  }

  private readonly done = (): void => {
    const { clip } = this;
    if (clip === undefined || this.busy) return;
    this.pressed = true;
    if (missing(clip, this.draft, this.heard) !== undefined) return;
    this.dispatchEvent(new CustomEvent("done", { detail: this.draft }));
  };

  private alarm(kind: Alarm): void {
    this.dispatchEvent(new CustomEvent("alarm", { detail: { kind, draft: this.draft } }));
  }

  private readonly over = (): void => {
    this.dispatchEvent(new CustomEvent("over"));
  };

  /** Escape leads out of the words, to where letters are keys again; Enter is no line. */
  private readonly leave = (event: KeyboardEvent): void => {
    if (event.key === "Escape") this.textarea?.blur();
    if (event.key === "Enter" && !event.isComposing) event.preventDefault();
  };
}
