import { mdiFormatListBulleted } from "@mdi/js";
import { css, html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { styleMap } from "lit/directives/style-map.js";
import type { GapShown, SatelliteLine, Today } from "../../api/types.js";
import { isolate } from "../../i18n/isolate.js";
import { EarshotElement } from "../../ui/element.js";
import "../../ui/icon.js";
import { Ticking } from "../../ui/ticking.js";
import { gapText } from "./explaining.js";
import "./day-table.js";
import "./lane.js";
import type { Day } from "./lane.js";
import { hours, lineOf, place, sortsOf, spansOf } from "./lanes.js";
import { ledgerOfDay } from "./ledger-links.js";
import { SHAPES, sortColours } from "./sorts.js";
import { hatch, stripStyles } from "./strip.css.js";

/** How long a line is until it was measured; a phone's. */
const WIDTH = 320;

/** A line shorter than this has room for four hours only. */
const WIDE = 520;

/** A day by satellite: for each a line with its marks, what was not watched, and what the shapes mean. */
@customElement("earshot-day-strip")
export class EarshotDayStrip extends EarshotElement {
  static override styles = [
    ...EarshotElement.styles,
    sortColours,
    hatch,
    stripStyles,
    css`
      .legend earshot-icon {
        width: 16px;
        height: 16px;
      }
    `,
  ];

  @property({ attribute: false }) today: Today | undefined = undefined;
  /** Whether it has little room: lines only, no list and no legend. */
  @property({ type: Boolean, reflect: true }) compact = false;
  @state() private width = WIDTH;
  @state() private listed = false;
  @query(".hours") private readonly axis!: HTMLElement | null;

  private readonly ticking = new Ticking(this);
  private observer: ResizeObserver | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    if (typeof ResizeObserver === "undefined") return;
    this.observer = new ResizeObserver(() => this.measure());
    this.observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer?.disconnect();
  }

  protected override updated(): void {
    this.measure();
  }

  protected override render() {
    const { today, session } = this;
    if (today === undefined || session === undefined) return nothing;
    const day = this.day(today, session.hass().config.time_zone);
    const lanes: readonly (SatelliteLine | undefined)[] = today.satellites.length > 0 ? today.satellites : [undefined];
    return html`
      <div class="axis" aria-hidden="true">
        <div class="hours">
          ${day.ticks.map(
            (tick) =>
              html`<span style=${styleMap({ insetInlineStart: `${place(day.line, tick) * 100}%` })}
                >${session.format.time(new Date(tick))}</span
              >`,
          )}
        </div>
      </div>
      <ul class="lanes" aria-label=${this.t("today.strip.title")}>
        ${lanes.map((lane) => html`<li>${this.lane(lane, day)}</li>`)}
      </ul>
      ${this.compact ? nothing : this.below(today)}
    `;
  }

  private day(today: Today, timeZone: string): Day {
    const line = lineOf(today);
    const now = Math.min(this.ticking.now, line.ended);
    return {
      line,
      until: today.is_today ? now : line.ended,
      isToday: today.is_today,
      spans: spansOf(today.gaps, line, now),
      ticks: hours(line, this.width < WIDE ? 6 : 3, timeZone),
      width: this.width,
    };
  }

  private lane(satellite: SatelliteLine | undefined, day: Day) {
    return html`<earshot-lane .session=${this.session} .satellite=${satellite} .day=${day}></earshot-lane>`;
  }

  private below(today: Today) {
    const sorts = sortsOf(today);
    return html`
      <ul class="legend" aria-label=${this.t("today.strip.legend")}>
        ${sorts.map(
          (sort) => html`<li>
            <earshot-icon class=${sort} .path=${SHAPES[sort]}></earshot-icon>${this.t(`today.sort.${sort}`)}
          </li>`,
        )}
        ${today.gaps.length > 0 ? html`<li><span class="hatch"></span>${this.t("today.strip.not_watched")}</li>` : nothing}
      </ul>
      ${today.gaps.length > 0 ? html`<ul class="gaps">${today.gaps.map((gap) => this.gap(gap, today))}</ul>` : nothing}
      ${today.satellites.map((lane) => this.more(lane, today))} ${sorts.length > 0 ? this.list(today) : nothing}
    `;
  }

  private gap(gap: GapShown, today: Today) {
    return this.session === undefined ? nothing : html`<li>${gapText(gap, today, this.t, this.session.format)}</li>`;
  }

  private more(lane: SatelliteLine, today: Today) {
    if (lane.more === 0) return nothing;
    const satellite = lane.label ?? this.t("today.strip.unknown_satellite");
    return html`<p class="small">
      <a href=${ledgerOfDay(today, lane.name === null ? {} : { satellite: lane.name })}
        >${this.t("today.strip.more", { count: lane.more, satellite: isolate(satellite) })}</a
      >
    </p>`;
  }

  private list(today: Today) {
    const toggle = () => {
      this.listed = !this.listed;
    };
    return html`
      <button class="plain list" aria-expanded=${this.listed ? "true" : "false"} @click=${toggle}>
        <earshot-icon .path=${mdiFormatListBulleted}></earshot-icon>
        ${this.t(this.listed ? "today.strip.hide_list" : "today.strip.show_list")}
      </button>
      ${
        this.listed
          ? html`<earshot-day-table .session=${this.session} .satellites=${today.satellites}></earshot-day-table>`
          : nothing
      }
    `;
  }

  private measure(): void {
    const width = this.axis?.clientWidth ?? 0;
    if (width > 0 && width !== this.width) this.width = width;
  }
}
