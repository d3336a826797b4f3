import { css, html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { classMap } from "lit/directives/class-map.js";
import { styleMap } from "lit/directives/style-map.js";
import type { Mark, SatelliteLine } from "../../api/types.js";
import { href } from "../../app/address.js";
import { EarshotElement } from "../../ui/element.js";
import "../../ui/icon.js";
import { type Group, gather, type Line, place, type Span } from "./lanes.js";
import { moved } from "./moving.js";
import { SHAPES, sortColours } from "./sorts.js";
import { hatch, laneStyles } from "./strip.css.js";

/** How many pixels of the line a mark takes. */
const SIZE = 28;

/** What all lanes of a day have in common. */
export interface Day {
  readonly line: Line;
  /** Until when there is something to tell: the end of the day, or now. */
  readonly until: number;
  readonly isToday: boolean;
  readonly spans: readonly Span[];
  readonly ticks: readonly number[];
  /** How long the line is, in pixels. */
  readonly width: number;
}

/** The day of one satellite: its marks on a line. Arrow keys lead from mark to mark. */
@customElement("earshot-lane")
export class EarshotLane extends EarshotElement {
  static override styles = [
    ...EarshotElement.styles,
    sortColours,
    hatch,
    laneStyles,
    css`
      .count {
        font-size: 0.875rem;
        font-weight: 400;
      }
    `,
  ];

  @property({ attribute: false }) day: Day | undefined = undefined;
  @property({ attribute: false }) satellite: SatelliteLine | undefined = undefined;
  /** The first mark of the group that is opened. */
  @state() private opened: string | undefined;
  /** The first mark of the group that the Tab key leads to. */
  @state() private current: string | undefined;
  @query(".track") readonly track!: HTMLElement | null;

  protected override render() {
    const { day, satellite } = this;
    if (day === undefined) return nothing;
    const groups = satellite === undefined ? [] : gather(satellite.marks, day.line, day.width, SIZE);
    const opened = groups.find((group) => keyOf(group) === this.opened);
    return html`
      ${satellite === undefined ? this.nobody() : this.heading(satellite)}
      <div class="track">
        ${this.ground(day)}
        <ul class="marks" @keydown=${this.move}>${groups.map((group) => this.group(group, groups))}</ul>
      </div>
      ${opened === undefined || opened.marks.length < 2 ? nothing : this.gathered(opened)}
    `;
  }

  private nobody() {
    return html`<p class="name muted">${this.t("today.strip.nothing_said")}</p>`;
  }

  private heading(satellite: SatelliteLine) {
    return html`<h3 class="name">
      <span dir="auto" title=${this.label(satellite)}>${this.label(satellite)}</span>
      <span class="muted count">${this.t("today.strip.count", { count: satellite.count })}</span>
    </h3>`;
  }

  private label({ label }: SatelliteLine): string {
    return label ?? this.t("today.strip.unknown_satellite");
  }

  private ground({ line, until, isToday, spans, ticks }: Day) {
    const now = place(line, until);
    return html`
      <div class="past" style=${styleMap({ width: percent(now) })}></div>
      ${ticks.map((tick) => html`<div class="tick" style=${styleMap(at(place(line, tick)))}></div>`)}
      ${spans.map(
        ({ from, to }) => html`<div class="hatch" style=${styleMap({ ...at(from), width: percent(to - from) })}></div>`,
      )}
      ${isToday ? html`<div class="now" style=${styleMap(at(now))}></div>` : nothing}
    `;
  }

  private group(group: Group, all: readonly Group[]) {
    const key = keyOf(group);
    const stop = all.find((one) => keyOf(one) === this.current) ?? all.at(-1);
    const tabindex = stop === group ? 0 : -1;
    const [first] = group.marks;
    return html`<li style=${styleMap(at(group.at))}>
      ${
        group.marks.length > 1 || first === undefined ? this.many(group, key, tabindex) : this.one(first, key, tabindex)
      }
    </li>`;
  }

  private one(mark: Mark, key: string, tabindex: number) {
    const name = this.nameOf(mark);
    return html`<a
      class=${classMap({ mark: true, [mark.sort]: true, open: mark.open })}
      href=${href("utterance", mark.utterance_id)}
      tabindex=${tabindex}
      data-key=${key}
      aria-label=${name}
      title=${name}
      @focus=${this.focused}
      ><earshot-icon .path=${SHAPES[mark.sort]}></earshot-icon
    ></a>`;
  }

  private many(group: Group, key: string, tabindex: number) {
    const name = this.t("today.strip.many", {
      count: group.marks.length,
      span: this.spanOf(group),
      sort: this.t(`today.sort.${group.sort}`),
    });
    const open = key === this.opened;
    const toggle = () => {
      this.opened = open ? undefined : key;
    };
    return html`<button
      class=${classMap({ mark: true, many: true, [group.sort]: true, open: group.marks.some((mark) => mark.open) })}
      tabindex=${tabindex}
      data-key=${key}
      aria-label=${name}
      title=${name}
      aria-expanded=${open ? "true" : "false"}
      @click=${toggle}
      @focus=${this.focused}
    >
      <earshot-icon .path=${SHAPES[group.sort]}></earshot-icon>${this.session?.format.number(group.marks.length)}
    </button>`;
  }

  private gathered(group: Group) {
    return html`<div class="below">
      <ul class="gathered" aria-label=${this.spanOf(group)}>
        ${group.marks.map(
          (mark) => html`<li>
            <a href=${href("utterance", mark.utterance_id)}>
              <earshot-icon class=${mark.sort} .path=${SHAPES[mark.sort]}></earshot-icon>
              <span aria-hidden="true">${this.session?.format.time(mark.at, true)}</span>
              <span class="visually-hidden">${this.nameOf(mark)}</span>
            </a>
          </li>`,
        )}
      </ul>
    </div>`;
  }

  private nameOf(mark: Mark): string {
    const sorts = this.session?.format.list(mark.sorts.map((sort) => this.t(`today.sort.${sort}`))) ?? "";
    const satellite = this.satellite === undefined ? "" : this.label(this.satellite);
    return this.t(mark.open ? "today.strip.mark_open" : "today.strip.mark", {
      time: this.session?.format.time(mark.at),
      satellite,
      sorts,
    });
  }

  private spanOf({ marks }: Group): string {
    const [first] = marks;
    const last = marks.at(-1);
    if (first === undefined || last === undefined || this.session === undefined) return "";
    return this.session.format.timeRange(first.at, last.at);
  }

  private focused(event: FocusEvent): void {
    this.current = (event.currentTarget as HTMLElement).dataset.key;
  }

  private move(event: KeyboardEvent): void {
    const marks = [...(this.renderRoot.querySelectorAll<HTMLElement>(".mark") ?? [])];
    const to = moved(event, marks, getComputedStyle(this).direction === "rtl");
    if (to === undefined) return;
    event.preventDefault();
    to.focus();
  }
}

/** What a group is known by while it grows: its first mark. */
function keyOf(group: Group): string {
  return group.marks[0]?.utterance_id ?? "";
}

function at(part: number): { insetInlineStart: string } {
  return { insetInlineStart: percent(part) };
}

function percent(part: number): string {
  return `${(part * 100).toFixed(3)}%`;
}
