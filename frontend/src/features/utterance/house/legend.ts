import { css, html, nothing, svg } from "lit";
import { customElement, property } from "lit/decorators.js";
import { classMap } from "lit/directives/class-map.js";
import type { Evidence } from "../../../api/types.js";
import { EarshotElement } from "../../../ui/element.js";
import type { Line } from "./geometry.js";
import { strands } from "./house.css.js";
import { bar, dashes, lock } from "./marks.js";
import type { Substance } from "./stations.js";

const EVIDENCE: readonly Evidence[] = ["enforced", "observed", "declared", "unknown"];
const SUBSTANCES: readonly Substance[] = ["sound", "words"];

/** What the lines of a drawing mean: only what is in it. */
@customElement("earshot-house-legend")
export class EarshotHouseLegend extends EarshotElement {
  static override styles = [
    ...EarshotElement.styles,
    strands,
    css`
      :host {
        --inner: var(--ha-card-background, var(--card-background-color));
        display: block;
        margin-top: 12px;
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 20px;
        margin: 0;
        padding: 0;
        list-style: none;
        font-size: 13px;
        color: var(--es-muted);
      }
      li {
        display: inline-flex;
        align-items: center;
        gap: 8px;
      }
      .plain {
        --line: var(--es-quiet);
      }
    `,
  ];

  @property({ attribute: false }) lines: readonly Line[] = [];

  protected override render() {
    const drawn = this.lines.filter((line) => line.bar === undefined);
    const substances = SUBSTANCES.filter((one) => drawn.some((line) => line.strand.substance === one));
    const evidence = EVIDENCE.filter((one) => drawn.some((line) => line.evidence === one));
    return html`<ul aria-label=${this.t("utterance.legend.title")}>
      ${substances.map((one) => this.entry(sample(one, "observed", 6), this.t(`utterance.substance.${one}`)))}
      ${evidence.map((one) => this.entry(sample("plain", one, 3), this.t(`utterance.legend.${one}`)))}
      ${this.lines.length > drawn.length ? this.entry(blocked(), this.t("utterance.legend.blocked")) : nothing}
      ${this.entry(growing(), this.t("utterance.legend.width"))}
    </ul>`;
  }

  private entry(picture: unknown, text: string) {
    return html`<li><svg width="44" height="20" viewBox="0 0 44 20" aria-hidden="true">${picture}</svg>${text}</li>`;
  }
}

function sample(substance: Substance | "plain", evidence: Evidence, width: number) {
  const strand = { substance: "words", width } as const;
  return svg`<g class=${classMap({ [substance]: true, [evidence]: true })}>
    <path class="strand" d="M3 10h38" stroke-width=${width} stroke-dasharray=${dashes({ evidence, strand })}></path>
    ${substance === "sound" ? svg`<path class="core" d="M3 10h38" stroke-width=${width / 3}></path>` : nothing}
    ${evidence === "enforced" ? lock(22, 10) : nothing}
  </g>`;
}

function blocked() {
  return svg`<g class="plain"><path class="strand" d="M3 10h22" stroke-width="3"></path>${bar({ at: { x: 27, y: 10 }, upright: true, half: 8 })}</g>`;
}

function growing() {
  return svg`<g class="plain"><path class="end" d="M3 9.2L41 6v8L3 10.8Z"></path></g>`;
}
