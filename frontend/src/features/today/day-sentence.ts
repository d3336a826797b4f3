import { mdiChevronDown, mdiChevronUp } from "@mdi/js";
import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Today } from "../../api/types.js";
import { EarshotElement } from "../../ui/element.js";
import "../../ui/icon.js";
import "./day-reasons.js";
import { type Clause, clausesOf, toneOf } from "./sentence.js";

/** A day in one sentence, and why it says so when somebody asks. What is slotted stands between them. */
@customElement("earshot-day-sentence")
export class EarshotDaySentence extends EarshotElement {
  static override styles = [
    ...EarshotElement.styles,
    css`
      :host {
        display: block;
        container-type: inline-size;
      }
      .said {
        max-width: 26em;
        font-size: clamp(1.4rem, 1rem + 2.4cqi, 2.1rem);
        font-weight: 400;
        line-height: 1.3;
        text-wrap: pretty;
      }
      .calm {
        color: var(--es-inside);
      }
      .unwatched {
        color: var(--es-quiet);
      }
      .unknown {
        color: var(--es-unknown);
      }
      .left {
        color: var(--es-outside);
      }
      .listened {
        color: var(--es-listened);
      }
      button {
        margin-top: 8px;
        margin-inline-start: -8px;
      }
      earshot-day-reasons {
        margin-top: 8px;
      }
    `,
  ];

  @property({ attribute: false }) today: Today | undefined = undefined;
  /** Whether there is no room for the reasons. */
  @property({ type: Boolean, reflect: true }) brief = false;
  @state() private open = false;

  protected override render() {
    const { today } = this;
    if (today === undefined) return nothing;
    const clauses = clausesOf(today);
    return html`
      <p class="said" role="status" data-tone=${toneOf(clauses)}>
        ${clauses.map((clause) => html`${this.clause(clause)} `)}
      </p>
      <slot></slot>
      ${this.brief || today.sentence.watched === "not_yet" ? nothing : this.reasons(today)}
    `;
  }

  private clause({ key, values, tone }: Clause) {
    return html`<span class=${tone}>${this.t(key, values)}</span>`;
  }

  private reasons(today: Today) {
    const toggle = () => {
      this.open = !this.open;
    };
    return html`
      <button class="plain" aria-expanded=${this.open ? "true" : "false"} aria-controls="reasons" @click=${toggle}>
        ${this.t("today.how_we_know")}<earshot-icon .path=${this.open ? mdiChevronUp : mdiChevronDown}></earshot-icon>
      </button>
      <div id="reasons" ?hidden=${!this.open}>
        ${this.open ? html`<earshot-day-reasons .session=${this.session} .today=${today}></earshot-day-reasons>` : nothing}
      </div>
    `;
  }
}
