import { mdiChevronLeft, mdiChevronRight } from "@mdi/js";
import { html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { Loaded } from "../../api/loaded.js";
import type { Today, Totals } from "../../api/types.js";
import { Watching } from "../../api/watching.js";
import { EarshotPage } from "../../app/page.js";
import type { Session } from "../../app/session.js";
import "../../ui/icon.js";
import { errorText, stateView } from "../../ui/state-view.js";
import { afterEvent, type Now } from "../now/now.js";
import "../now/now-strip.js";
import "./day-sentence.js";
import "./day-strip.js";
import "./days.js";
import "./decisions.js";
import { urgent } from "./deciding.js";
import "./kept.js";
import { pageStyles } from "./page.css.js";
import "./summary.js";
import { addressOf, dayIn, daysOf, earlier, step, VIEWS, type View, type Viewing, viewingOf } from "./viewing.js";

/** What was said on a day, a week or a month, and who was within earshot. */
@customElement("earshot-today-page")
export class EarshotTodayPage extends EarshotPage {
  static override styles = [...EarshotPage.styles, pageStyles];

  private readonly followed = new Watching<"earshot/today/subscribe", Today>(
    this,
    "earshot/today/subscribe",
    (before, { today }) => {
      // The numbers of a week change with those of today.
      if (before !== undefined && this.viewing?.view !== "day") void this.totals.reload();
      return today;
    },
    () => this.asked(),
  );
  private readonly totals = new Loaded<Totals, readonly [string, string]>(
    this,
    (session, first, last) => session.client.ask("earshot/totals/get", { first, last }),
    () => this.range(),
  );

  private readonly listeners = new Watching<"earshot/now/subscribe", Now>(
    this,
    "earshot/now/subscribe",
    afterEvent,
    () => (this.viewing?.view === "day" && this.viewing.day === this.now ? {} : undefined),
  );

  protected override render() {
    const { session, viewing } = this;
    if (session === undefined || viewing === undefined) return nothing;
    return html`
      <div class="stack">
        ${this.head(viewing, session)}
        ${
          viewing.view === "day"
            ? stateView(
                this.followed.state,
                this.t,
                (today) => this.day(today, viewing),
                () => this.followed.again(),
              )
            : stateView(
                this.totals.state,
                this.t,
                (totals) => this.days(totals, viewing.view as "week" | "month"),
                () => void this.totals.reload(),
              )
        }
      </div>
    `;
  }

  /** The house's day in this moment. */
  private get now(): string {
    return dayIn(this.session?.hass().config.time_zone ?? "UTC");
  }

  private get viewing(): Viewing | undefined {
    return this.address === undefined ? undefined : viewingOf(this.address.query, this.now);
  }

  /** Today's is followed without its date, so that it is tomorrow's after midnight. */
  private asked(): { day?: string } | undefined {
    const { viewing } = this;
    if (viewing === undefined) return undefined;
    return viewing.view !== "day" || viewing.day === this.now ? {} : { day: viewing.day };
  }

  private range(): readonly [string, string] | undefined {
    const { viewing, session } = this;
    if (viewing === undefined || session === undefined || viewing.view === "day") return undefined;
    const [first, last] = daysOf(viewing, session.format.firstWeekday);
    return [first, earlier(last, this.now)];
  }

  private head(viewing: Viewing, session: Session) {
    const { now } = this;
    const arrow = (by: 1 | -1) => {
      const to = step(viewing, by, now, session.format.firstWeekday);
      const icon = html`<earshot-icon .path=${by === 1 ? mdiChevronRight : mdiChevronLeft}></earshot-icon>`;
      const label = this.t(by === 1 ? `today.next.${viewing.view}` : `today.previous.${viewing.view}`);
      return to === undefined
        ? html`<span class="arrow" role="link" aria-disabled="true" aria-label=${label}>${icon}</span>`
        : html`<a class="arrow" href=${addressOf(to, now)} aria-label=${label} title=${label}>${icon}</a>`;
    };
    return html`<div class="head">
      <div class="row when">
        ${arrow(-1)}
        <h2 aria-live="polite">${this.heading(viewing, session)}</h2>
        ${arrow(1)}
        ${viewing.day === now ? nothing : html`<a class="button" href=${addressOf({ ...viewing, day: now }, now)}>${this.t("today.title")}</a>`}
      </div>
      <nav aria-label=${this.t("today.view.title")}>${VIEWS.map((view) => this.view(view, viewing))}</nav>
    </div>`;
  }

  private view(view: View, viewing: Viewing) {
    const current = view === viewing.view ? "true" : nothing;
    return html`<a href=${addressOf({ ...viewing, view }, this.now)} aria-current=${current}>${this.t(`today.view.${view}`)}</a>`;
  }

  private heading(viewing: Viewing, { format }: Session): string {
    const year = viewing.day.slice(0, 4) === this.now.slice(0, 4) ? {} : ({ year: "numeric" } as const);
    switch (viewing.view) {
      case "day":
        return format.calendarDay(viewing.day, { weekday: "long", day: "numeric", month: "long", ...year });
      case "week":
        return format.calendarRange(...daysOf(viewing, format.firstWeekday));
      case "month":
        return format.calendarDay(viewing.day, { month: "long", year: "numeric" });
    }
  }

  private day(today: Today, viewing: Viewing): TemplateResult {
    const { session } = this;
    const waiting = today.day !== viewing.day;
    const first = today.is_today && urgent(today.decisions);
    const decisions = html`<section class="card">
      <h2>${this.t("today.decisions.title")}</h2>
      <earshot-decisions .session=${session} .decisions=${today.decisions}></earshot-decisions>
    </section>`;
    return html`
      ${this.interrupted()}
      <div class="stack" aria-busy=${waiting ? "true" : "false"}>
        <section class="card hero">
          <earshot-day-sentence .session=${session} .today=${today}>
            <earshot-day-summary .session=${session} .today=${today}></earshot-day-summary>
          </earshot-day-sentence>
        </section>
        ${first ? decisions : nothing} ${today.is_today ? this.listening(session) : nothing}
        <section class="card">
          <h2>${this.t("today.strip.title")}</h2>
          <earshot-day-strip .session=${session} .today=${today}></earshot-day-strip>
        </section>
        ${
          today.is_today
            ? html`<div class="pair">
                ${first ? nothing : decisions}
                <section class="card">
                  <h2>${this.t("today.kept.title")}</h2>
                  <earshot-kept .session=${session} .kept=${today.kept}></earshot-kept>
                </section>
              </div>`
            : nothing
        }
      </div>
    `;
  }

  /** Who listens in this moment, or that nobody can say. */
  private listening(session: Session | undefined) {
    const { state, interrupted } = this.listeners;
    if (state.kind === "loading") return nothing;
    return html`<section class="card">
      <h2>${this.t("now.title")}</h2>
      ${
        state.kind === "failed" || interrupted !== undefined
          ? html`<p class="muted">${this.t("now.not_known")}</p>`
          : html`<earshot-now-strip .session=${session} .now=${state.value}></earshot-now-strip>`
      }
    </section>`;
  }

  private interrupted() {
    const error = this.followed.interrupted;
    return error === undefined
      ? nothing
      : html`<p class="card" role="status">${this.t("today.interrupted")} ${errorText(error, this.t)}</p>`;
  }

  private days(totals: Totals, view: "week" | "month"): TemplateResult {
    const range = this.range();
    const waiting = totals.days[0]?.day !== range?.[0];
    return html`<section class="card" aria-busy=${waiting ? "true" : "false"}>
      <earshot-days
        .session=${this.session}
        .totals=${totals}
        .view=${view}
        .day=${range?.[0] ?? ""}
        .today=${this.now}
      ></earshot-days>
      <p class="muted small note">${this.t("today.days.note")}</p>
    </section>`;
  }
}
