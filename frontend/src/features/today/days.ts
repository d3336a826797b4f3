import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { styleMap } from "lit/directives/style-map.js";
import type { DayCount, Totals } from "../../api/types.js";
import { EarshotElement } from "../../ui/element.js";
import "../../ui/icon.js";
import { barOf, highestOf, knowsNothing, notables, unwatchedPart } from "./counting.js";
import { daysStyles } from "./days.css.js";
import { SHAPES, sortColours } from "./sorts.js";
import { hatch } from "./strip.css.js";
import { addressOf, weekOf, weeksOfMonth } from "./viewing.js";

/** The days of a week as bars, or of a month as a calendar. Each leads to its day. */
@customElement("earshot-days")
export class EarshotDays extends EarshotElement {
  static override styles = [...EarshotElement.styles, sortColours, hatch, daysStyles];

  @property({ attribute: false }) totals: Totals | undefined = undefined;
  @property() view: "week" | "month" = "week";
  /** The first day of the week, or any day of the month. */
  @property() day = "";
  @property() today = "";

  protected override render() {
    const { totals } = this;
    if (totals === undefined) return nothing;
    const known = new Map(totals.days.map((one) => [one.day, one]));
    return html`${this.view === "week" ? this.week(known, highestOf(totals)) : this.month(known)} ${this.legend(totals)}`;
  }

  private week(known: ReadonlyMap<string, DayCount>, highest: number) {
    return html`<ul class="week">
      ${weekOf(this.day).map((day) => html`<li>${this.link(day, known.get(day), (found) => this.bar(found, highest))}</li>`)}
    </ul>`;
  }

  private month(known: ReadonlyMap<string, DayCount>) {
    const weeks = weeksOfMonth(this.day, this.session?.format.firstWeekday ?? 1);
    return html`<table>
      <thead>
        <tr>
          ${(weeks[0] ?? []).map(
            (day) => html`<th scope="col" abbr=${this.weekday(day, "long")}>${this.weekday(day, "short")}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${weeks.map((week) => html`<tr>${week.map((day) => html`<td>${this.cell(day, known.get(day))}</td>`)}</tr>`)}
      </tbody>
    </table>`;
  }

  private cell(day: string, found: DayCount | undefined) {
    // The days of other months are left out, and not linked to: the calendar is of this one.
    if (day.slice(0, 7) !== this.day.slice(0, 7)) return nothing;
    return this.link(day, found, ({ count }) =>
      count.said === 0 ? nothing : html`<span class="said number">${this.number(count.said)}</span>`,
    );
  }

  private link(day: string, found: DayCount | undefined, middle: (found: DayCount) => unknown) {
    const { session } = this;
    const date = html`
      ${this.view === "week" ? html`<span class="date">${this.weekday(day, "short")}</span>` : nothing}
      <span class="date">${session?.format.calendarDay(day, { day: "numeric" })}</span>
    `;
    if (found === undefined) return html`<span class="day future">${date}</span>`;
    const { count } = found;
    const unwatched = unwatchedPart(found);
    return html`<a
      class="day"
      href=${addressOf({ view: "day", day }, this.today)}
      aria-current=${day === this.today ? "date" : nothing}
    >
      <span class="visually-hidden">${this.nameOf(found)}</span>
      <span class="inside" aria-hidden="true">${date} ${middle(found)}
      <span class="notables">
        ${notables(count).map(
          (one) => html`<span class=${one.sort}>
            <earshot-icon .path=${SHAPES[one.sort]}></earshot-icon>${this.number(one.count)}
          </span>`,
        )}
      </span>
      ${unwatched === 0 ? nothing : html`<span class="hatch" style=${styleMap({ width: `${unwatched * 100}%` })}></span>`}
      </span>
    </a>`;
  }

  private bar(found: DayCount, highest: number) {
    const { count } = found;
    const bar = barOf(count, highest);
    const part = (name: string, size: number) =>
      size === 0 ? nothing : html`<span class=${name} style=${styleMap({ height: `${size * 100}%` })}></span>`;
    return html`
      <span class="number">${knowsNothing(found) ? "–" : this.number(count.said)}</span>
      <span class="bar">
        ${part("part-false-wakes", bar.falseWakes)} ${part("part-said", bar.said)} ${part("part-left", bar.left)}
      </span>
    `;
  }

  private nameOf({ day, count, unwatched_ms: unwatched }: DayCount): string {
    return this.t("today.days.name", {
      day: this.session?.format.calendarDay(day),
      said: count.said,
      false_wakes: count.false_wakes,
      blocked: count.blocked,
      left: count.left_house,
      unseen: count.unseen,
      listened: count.listened,
      gap: unwatched > 0 ? "yes" : "no",
      long: this.session?.format.duration(unwatched),
    });
  }

  private legend({ all, days }: Totals) {
    const items = [
      { sort: "said", count: all.said },
      { sort: "false_wake", count: all.false_wakes },
      { sort: "blocked", count: all.blocked },
      { sort: "left_house", count: all.left_house },
      ...(all.unseen > 0 ? [{ sort: "unknown", count: all.unseen } as const] : []),
      { sort: "listened", count: all.listened },
    ] as const;
    const gaps = days.some((one) => one.unwatched_ms > 0);
    return html`<ul class="legend" aria-label=${this.t("today.days.sum")}>
      ${items.map(
        ({ sort, count }) => html`<li>
          <earshot-icon class=${sort} .path=${SHAPES[sort]}></earshot-icon>${this.t(`today.days.of.${sort}`, { count })}
        </li>`,
      )}
      ${gaps ? html`<li><span class="hatch"></span>${this.t("today.strip.not_watched")}</li>` : nothing}
    </ul>`;
  }

  private weekday(day: string, weekday: "short" | "long"): string {
    return this.session?.format.calendarDay(day, { weekday }) ?? "";
  }

  private number(value: number): string {
    return this.session?.format.number(value) ?? "";
  }
}
