import { mdiCheckCircleOutline, mdiHomeAssistant } from "@mdi/js";
import { css, html, nothing, svg } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { classMap } from "lit/directives/class-map.js";
import { styleMap } from "lit/directives/style-map.js";
import type { UtteranceView } from "../../../api/types.js";
import { EarshotElement } from "../../../ui/element.js";
import "../../../ui/icon.js";
import { EAR_ICONS, PLACE_ICONS } from "../../../words/words.js";
import { gotText, keepsText, SUBSTANCE_ICONS } from "../telling.js";
import {
  type Heading,
  type HouseLayout,
  type Line,
  type PlacedStation,
  type Point,
  type Rect,
  roundedPath,
} from "./geometry.js";
import { drawing, strands } from "./house.css.js";
import { isRoaming, layoutHouse } from "./layout.js";
import { bar, dashes, lock } from "./marks.js";
import { amountOf, inside, type Zone } from "./stations.js";
import "./legend.js";

/** Where nothing measures the element, as in a test. */
const USUAL_WIDTH = 780;

/**
 * The house drawing: who was within earshot of one utterance, each where it stands, and what went to them. It is a
 * picture of what `earshot-company` tells as a list.
 */
@customElement("earshot-house")
export class EarshotHouse extends EarshotElement {
  static override styles = [
    ...EarshotElement.styles,
    strands,
    drawing,
    css`
      :host {
        display: block;
      }
      .scene {
        position: relative;
        margin: 0 auto;
        direction: ltr;
        overflow: hidden;
      }
    `,
  ];

  @property({ attribute: false }) utterance: UtteranceView | undefined = undefined;
  /** Number of the station to which the eye is drawn; 0 for none. */
  @property({ type: Number }) pointed = 0;
  @state() private space = USUAL_WIDTH;

  private drawn:
    | { readonly utterance: UtteranceView; readonly space: number; readonly layout: HouseLayout }
    | undefined;
  private readonly observer =
    typeof ResizeObserver === "undefined"
      ? undefined
      : new ResizeObserver(([entry]) => {
          const width = Math.floor(entry?.contentRect.width ?? 0);
          if (width > 0) this.space = width;
        });

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.offsetWidth > 0) this.space = this.offsetWidth;
    this.observer?.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer?.disconnect();
  }

  /** Laid out once for an utterance and a width, and not with every station that the pointer is on. */
  private layout(utterance: UtteranceView): HouseLayout {
    const { space } = this;
    if (this.drawn?.utterance !== utterance || this.drawn.space !== space) {
      this.drawn = { utterance, space, layout: layoutHouse(utterance, space) };
    }
    return this.drawn.layout;
  }

  protected override render() {
    const { utterance } = this;
    if (utterance === undefined) return nothing;
    const layout = this.layout(utterance);
    const size = { width: `${layout.width}px`, height: `${layout.height}px` };
    return html`
      <div class="scene ${layout.shape} ${this.roaming ? "roaming" : ""}" role="img" aria-label=${this.summary(utterance, layout)} style=${styleMap(size)}>
        <svg viewBox="0 0 ${layout.width} ${layout.height}" width=${layout.width} height=${layout.height} aria-hidden="true">
          ${building(layout, this.roaming)} ${layout.lines.map((line) => this.line(line))}
        </svg>
        ${layout.headings.map((heading) => this.heading(heading, utterance))} ${this.hub(layout.hub, utterance)}
        ${layout.stations.map((placed) => this.station(placed))}
        ${layout.quiet === undefined ? nothing : this.quiet(layout.quiet, utterance)}
      </div>
      <earshot-house-legend .lines=${layout.lines}></earshot-house-legend>
    `;
  }

  private get roaming(): boolean {
    return this.utterance !== undefined && isRoaming(this.utterance);
  }

  /** One sentence for who does not see it. The list says the rest. */
  private summary(utterance: UtteranceView, layout: HouseLayout): string {
    const heard = layout.stations.filter(({ station }) => station.blocked === undefined);
    const away = heard.filter(({ station }) => !inside(station.zone)).length;
    return this.t("utterance.house.summary", {
      inside: heard.length - away,
      outside: away,
      blocked: utterance.blocked.length,
    });
  }

  private line(line: Line) {
    const path = roundedPath(line.points);
    const { substance, width } = line.strand;
    const end = line.points.at(-1);
    const faded = this.pointed > 0 && !line.key.startsWith(`ear-${this.pointed}-`);
    return svg`<g class=${classMap({ [substance]: true, [line.evidence]: true, faded, blocked: line.bar !== undefined })}>
      <path class="strand" d=${path} stroke-width=${width} stroke-dasharray=${dashes(line)}></path>
      ${substance === "sound" && width >= 4 ? svg`<path class="core" d=${path} stroke-width=${width / 3}></path>` : nothing}
      ${line.bar === undefined && end !== undefined ? svg`<circle class="end" cx=${end.x} cy=${end.y} r=${width / 2 + 1.5}></circle>` : nothing}
      ${line.lock === undefined ? nothing : lock(line.lock.x, line.lock.y)}
      ${line.bar === undefined ? nothing : bar(line.bar)}
    </g>`;
  }

  private heading({ zone, rect }: Heading, utterance: UtteranceView) {
    return html`<div class="heading ${zone}" style=${placed(rect)}>
      <earshot-icon .path=${zoneIcon(zone)}></earshot-icon><span dir="auto">${this.named(zone, utterance)}</span>
    </div>`;
  }

  private named(zone: Zone, { satellite }: UtteranceView): string {
    if (zone === "satellite" && this.roaming) return this.t("utterance.house.anywhere");
    if (zone === "satellite") return satellite?.area || satellite?.label || this.t("words.place.satellite");
    if (zone === "recipient" || zone === "reviewer") return this.t(`words.ear.${zone}`);
    return this.t(`words.place.${zone}`);
  }

  private hub(rect: Rect, utterance: UtteranceView) {
    return html`<div class="hub" style=${placed(rect)}>
      <earshot-icon .path=${mdiHomeAssistant}></earshot-icon>
      <div><b>Home Assistant</b><span>${this.passage(utterance)}</span></div>
    </div>`;
  }

  private passage({ given, outside, user }: UtteranceView): string {
    if (outside !== null) return this.t("utterance.house.past_gate");
    if (given === "typed") return this.t("utterance.house.typed", { who: user ?? "none" });
    if (given === "action") return this.t("utterance.house.action");
    return this.t("utterance.house.gate");
  }

  private station({ station, rect }: PlacedStation) {
    const { session } = this;
    if (session === undefined) return nothing;
    const faded = this.pointed > 0 && station.number !== this.pointed;
    const classes = { station: true, [station.zone]: true, barred: station.blocked !== undefined, faded };
    return html`<div class=${classMap(classes)} style=${placed(rect)} title=${station.label}>
      <div class="label">
        ${station.number === undefined ? nothing : html`<span class="number">${session.format.number(station.number)}</span>`}
        <bdi>${station.label}</bdi>
      </div>
      <div class="kind">
        <earshot-icon .path=${EAR_ICONS[station.kind]}></earshot-icon><span>${this.t(`words.ear.${station.kind}`)}</span>
      </div>
      ${
        station.blocked === undefined
          ? html`<div class="got">${this.got(station)}</div>
              <div class="keeps"><span>${keepsText(station.parts, session, "utterance.keeps.until_short")}</span></div>`
          : html`<div class="got">${this.t("utterance.house.kept_from")}</div>
              <div class="keeps">${this.t(`utterance.substance.${station.blocked.content === "sound" ? "sound" : "words"}`)}</div>`
      }
    </div>`;
  }

  private got({ strands, parts }: PlacedStation["station"]) {
    const { session } = this;
    if (session === undefined) return nothing;
    const amount = amountOf(parts);
    return strands.map(
      ({ substance }) => html`<span class=${substance}>
        <earshot-icon .path=${SUBSTANCE_ICONS[substance]}></earshot-icon>${gotText(amount, substance, session)}
      </span>`,
    );
  }

  private quiet(rect: Rect, { outcome, left_house }: UtteranceView) {
    const said = left_house ? "gone" : outcome === null ? "so_far" : "nothing";
    return html`<div class="quiet" style=${placed(rect)}>
      ${left_house ? nothing : html`<earshot-icon .path=${mdiCheckCircleOutline}></earshot-icon>`}
      <span>${this.t(`utterance.house.left.${said}`)}</span>
    </div>`;
  }
}

function placed({ x, y, width, height }: Rect) {
  return styleMap({ left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` });
}

function zoneIcon(zone: Zone): string {
  return zone === "recipient" || zone === "reviewer" ? EAR_ICONS[zone] : PLACE_ICONS[zone];
}

function building({ outline, rooms, width, ground }: HouseLayout, roaming: boolean) {
  const walls = `M${outline.map(({ x, y }) => `${x} ${y}`).join("L")}Z`;
  const [, left, ridge, right] = outline;
  return svg`
    ${left && ridge && right && roof(left, ridge, right, width)}
    <path class="ground" d="M0 ${ground}H${width}"></path>
    <path class="walls" d=${walls}></path>
    ${rooms.map(
      ({ zone, rect }) => svg`<rect class="room ${zone} ${roaming ? "roaming" : ""}" rx="10"
        x=${rect.x} y=${rect.y} width=${rect.width} height=${rect.height}></rect>`,
    )}
  `;
}

/** The roof juts out over the walls, as far as the picture goes; a chimney stands on its right half. */
function roof(left: Point, ridge: Point, right: Point, width: number) {
  const slope = (right.y - ridge.y) / (right.x - ridge.x);
  const from = Math.max(3, left.x - 10);
  const to = Math.min(width - 3, right.x + 10);
  const chimney = { x: (ridge.x + right.x) / 2, y: (ridge.y + right.y) / 2 };
  return svg`
    <path class="chimney" d="M${chimney.x - 11} ${chimney.y + 12}v-32h22v32Z"></path>
    <path class="roof" d="M${from} ${left.y + (left.x - from) * slope}L${ridge.x} ${ridge.y}L${to} ${right.y + (to - right.x) * slope}"></path>
  `;
}
