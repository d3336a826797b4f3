import { mdiEyeOutline } from "@mdi/js";
import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { ApiError } from "../../api/error.js";
import type { UtteranceTold, WordsRead } from "../../api/types.js";
import { EarshotElement } from "../../ui/element.js";
import "../../ui/icon.js";
import { erasedText, sealedText } from "./telling.js";
import { contentOf, erasure, isKept } from "./told.js";

/**
 * What was said, and what was answered. They are asked for when the person taps, and not before, since reading is
 * entered. Sends "read" then, because the utterance has an entry more.
 */
@customElement("earshot-utterance-words")
export class EarshotUtteranceWords extends EarshotElement {
  static override styles = [
    ...EarshotElement.styles,
    css`
      :host {
        display: grid;
        gap: 12px;
      }
      blockquote {
        margin: 4px 0 0;
        padding-inline-start: 12px;
        border-inline-start: 4px solid var(--es-words);
        font-size: 1.15rem;
        line-height: 1.45;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        max-height: 40vh;
        overflow-y: auto;
      }
      .error {
        color: var(--es-danger);
      }
    `,
  ];

  @property({ attribute: false }) told: UtteranceTold | undefined = undefined;
  /** What was read, for as long as it is shown. */
  @state() shown: WordsRead | undefined;
  @state() private asking = false;
  @state() private error: ApiError | undefined;

  /** Show nothing any more, for example because it was erased. */
  hide(): void {
    this.shown = undefined;
    this.error = undefined;
  }

  protected override render() {
    const { told } = this;
    if (told === undefined) return nothing;
    return html`<h2>${this.t("utterance.words.title")}</h2>
      ${this.error === undefined ? nothing : html`<p class="error" role="alert">${sealedText(this.error, this.t)}</p>`}
      ${this.shown === undefined ? this.sealed(told) : this.read(this.shown)}`;
  }

  private sealed(told: UtteranceTold) {
    const { utterance, readable } = told;
    if (!isKept(utterance, "words", "response")) return html`<p class="muted">${this.gone(told)}</p>`;
    if (readable === "nothing") return html`<p class="muted">${this.t("utterance.words.not_yours")}</p>`;
    return html`<p class="small muted">${this.t("utterance.words.entered")}</p>
      <div><button class="filled" ?disabled=${this.asking} @click=${this.ask}>
        <earshot-icon .path=${mdiEyeOutline}></earshot-icon>${this.t("utterance.words.show")}
      </button></div>
      ${this.until(told)}`;
  }

  private read({ words, response }: WordsRead) {
    const missing = html`<p class="muted">${this.t("utterance.words.missing")}</p>`;
    return html`
      <div>
        <h3 class="small muted">${this.t("utterance.words.said")}</h3>
        ${words === null ? missing : html`<blockquote dir="auto" tabindex="0">${words}</blockquote>`}
      </div>
      <div>
        <h3 class="small muted">${this.t("utterance.words.answered")}</h3>
        ${response === null ? missing : html`<blockquote dir="auto" tabindex="0">${response}</blockquote>`}
      </div>
      <div><button class="plain" @click=${() => this.hide()}>${this.t("utterance.words.hide")}</button></div>
    `;
  }

  private until({ utterance }: UtteranceTold) {
    const until = contentOf(utterance, "words")?.until;
    if (!until || this.session === undefined) return nothing;
    return html`<p class="small muted">${this.t("utterance.kept_until", { until: this.session.format.moment(until) })}</p>`;
  }

  /** Nothing is there to be read: it was erased, by whom and when; or it never was kept. */
  private gone({ entries, utterance }: UtteranceTold): string {
    const erased = erasure(entries, ["words", "response"]);
    if (erased === undefined || this.session === undefined) {
      return this.t(utterance.outcome === null ? "utterance.words.not_yet" : "utterance.words.nothing");
    }
    return erasedText(erased.by, erased.at, this.session);
  }

  private readonly ask = async (): Promise<void> => {
    const { session, told } = this;
    if (session === undefined || told === undefined) return;
    this.asking = true;
    this.error = undefined;
    const utterance_id = told.utterance.utterance_id;
    try {
      const answer = await session.client.ask("earshot/utterances/get", { utterance_id, words: true });
      if (this.told?.utterance.utterance_id === utterance_id) this.shown = answer.words ?? undefined;
      this.dispatchEvent(new CustomEvent("read"));
    } catch (error) {
      this.error = ApiError.from(error);
    } finally {
      this.asking = false;
    }
  };
}
