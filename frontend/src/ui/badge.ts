import { css, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Evidence, Outcome, Place } from "../api/types.js";
import { EVIDENCE_ICONS, OUTCOME_ICONS, PLACE_ICONS } from "../words/words.js";
import { EarshotElement } from "./element.js";
import "./icon.js";

const badge = css`
  :host {
    display: inline-flex;
    vertical-align: middle;
  }
  span {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    font-size: 0.875rem;
  }
`;

/** Where an ear is, in the colour of that place. */
@customElement("earshot-place")
export class EarshotPlace extends EarshotElement {
  static override styles = [
    ...EarshotElement.styles,
    badge,
    css`
      .satellite,
      .sandbox,
      .this_machine {
        color: var(--es-inside);
      }
      .home_network {
        color: var(--es-network);
      }
      .internet {
        color: var(--es-outside);
      }
      .unknown {
        color: var(--es-unknown);
      }
    `,
  ];

  @property() place: Place = "unknown";

  protected override render() {
    return html`<span class=${this.place}>
      <earshot-icon .path=${PLACE_ICONS[this.place]}></earshot-icon>${this.t(`words.place.${this.place}`)}
    </span>`;
  }
}

/** How we know it, and on hover or focus what that means. */
@customElement("earshot-evidence")
export class EarshotEvidence extends EarshotElement {
  static override styles = [...EarshotElement.styles, badge];

  @property() evidence: Evidence = "unknown";

  protected override render() {
    return html`<span class="muted" title=${this.t(`words.evidence_why.${this.evidence}`)}>
      <earshot-icon .path=${EVIDENCE_ICONS[this.evidence]}></earshot-icon>${this.t(`words.evidence.${this.evidence}`)}
    </span>`;
  }
}

/** How an utterance ended; null while it goes on. */
@customElement("earshot-outcome")
export class EarshotOutcome extends EarshotElement {
  static override styles = [...EarshotElement.styles, badge];

  @property({ attribute: false }) outcome: Outcome | null = null;

  protected override render() {
    const outcome = this.outcome ?? "open";
    return html`<span>
      <earshot-icon .path=${OUTCOME_ICONS[outcome]}></earshot-icon>${this.t(`words.outcome.${outcome}`)}
    </span>`;
  }
}
