import { mdiAlertOctagonOutline, mdiCheck, mdiTwoFactorAuthentication } from "@mdi/js";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { Loaded } from "../../api/loaded.js";
import type { DeskStatistics, DeskTold, PublishedStatement } from "../../api/types.js";
import { EarshotElement } from "../../ui/element.js";
import "../../ui/icon.js";
import { stateView } from "../../ui/state-view.js";
import "./alarm-card.js";
import "./data-sets-card.js";

/** How clips stand, in the order in which they go through the desk. */
const STATES = ["waiting", "held", "accepted", "gone"] as const;

/** The desk for those who run it: what needs them first, then figures, people, data sets, and the statement. */
@customElement("earshot-desk-admin")
export class EarshotDeskAdmin extends EarshotElement {
  static override styles = [
    ...EarshotElement.styles,
    css`
      :host {
        display: grid;
        gap: 16px;
      }
      .card {
        display: grid;
        gap: 12px;
        align-content: start;
      }
      .columns {
        display: grid;
        gap: 16px;
        grid-template-columns: repeat(auto-fit, minmax(min(360px, 100%), 1fr));
      }
      .figures {
        display: grid;
        gap: 16px;
        grid-template-columns: repeat(auto-fit, minmax(110px, 1fr));
        margin: 0;
      }
      .figures div {
        display: flex;
        flex-direction: column-reverse;
      }
      .figures dd {
        margin: 0;
        font-size: 1.5rem;
      }
      ul {
        display: grid;
        gap: 8px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        align-items: center;
        gap: 8px;
      }
      .lacks {
        color: var(--es-outside);
      }
      .has {
        color: var(--es-inside);
      }
      summary {
        min-height: 40px;
        padding-block: 8px;
        cursor: pointer;
        color: var(--es-link);
        font-weight: 500;
      }
      dl.statement {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: 4px 16px;
        margin: 0;
      }
      dl.statement dd {
        margin: 0;
        overflow-wrap: anywhere;
      }
      .texts p {
        margin-bottom: 8px;
        white-space: pre-line;
      }
      code {
        overflow-wrap: anywhere;
        font-family: var(--ha-font-family-code, monospace);
      }
    `,
  ];

  private readonly desk = new Loaded(this, ({ client }) => client.ask("earshot/desk/get"));
  private readonly figures = new Loaded(this, ({ client }) => client.ask("earshot/desk/statistics"));

  protected override render() {
    return stateView(
      this.desk.state,
      this.t,
      (desk) => this.view(desk),
      () => this.again(),
    );
  }

  private view(desk: DeskTold) {
    return html`
      <h2>${this.t("review.admin.title")}</h2>
      ${desk.statement === null ? this.closed() : nothing}
      ${desk.alarms.map(
        (alarm) => html`<earshot-desk-alarm .alarm=${alarm} @decided=${() => this.again()}></earshot-desk-alarm>`,
      )}
      ${stateView(
        this.figures.state,
        this.t,
        (figures) => this.statistics(figures),
        () => void this.figures.reload(),
      )}
      <div class="columns">
        ${this.reviewers(desk)}
        <earshot-desk-data-sets .made=${desk.data_sets} @made=${() => this.again()}></earshot-desk-data-sets>
      </div>
      ${desk.statement === null ? nothing : this.statement(desk.statement)}
    `;
  }

  private closed() {
    return html`<p class="card" role="alert">
      <span class="row lacks"><earshot-icon .path=${mdiAlertOctagonOutline}></earshot-icon>${this.t("review.admin.closed")}</span>
    </p>`;
  }

  private statistics(figures: DeskStatistics) {
    const { format } = this.session ?? {};
    const { states, actions, received_today: today, heard_ms: heard, size } = figures;
    const one = (label: string, value: number | string) =>
      html`<div><dt class="small muted">${label}</dt><dd>${typeof value === "number" ? format?.number(value) : value}</dd></div>`;
    return html`<section class="card" aria-labelledby="figures">
      <h3 id="figures">${this.t("review.figures.title")}</h3>
      <dl class="figures">
        ${one(this.t("review.figures.received_today"), today)}
        ${STATES.map((state) => one(this.t(`review.figures.${state}`), states[state] ?? 0))}
        ${one(this.t("review.figures.danger"), actions.raised_danger ?? 0)}
        ${one(this.t("review.figures.listened"), actions.listened ?? 0)}
        ${one(this.t("review.figures.heard"), format?.duration(heard) ?? "")}
        ${one(this.t("review.figures.size"), format?.bytes(size) ?? "")}
      </dl>
      ${this.counts(this.t("review.figures.gone_why"), figures.gone, "review.gone")}
      ${this.counts(this.t("review.figures.refused"), figures.refused, "review.refused")}
    </section>`;
  }

  private counts(heading: string, counts: DeskStatistics["gone"], key: "review.gone" | "review.refused") {
    const told = Object.entries(counts).filter(([, count]) => count > 0);
    if (told.length === 0) return nothing;
    const name = (why: string) =>
      key === "review.gone" ? this.t(`review.gone.${why}`) : this.t(`review.refused.${why}`);
    return html`<p class="small muted">
      ${heading} ${told.map(([why, count]) => `${name(why)}: ${this.session?.format.number(count)}`).join(" · ")}
    </p>`;
  }

  private reviewers({ reviewers, daily_limit: limit }: DeskTold): TemplateResult {
    return html`<section class="card" aria-labelledby="reviewers">
      <h3 id="reviewers">${this.t("review.reviewers.title")}</h3>
      ${reviewers.length === 0 ? html`<p>${this.t("review.reviewers.none")}</p>` : nothing}
      <ul>
        ${reviewers.map(
          ({ name, second_factor: has }) => html`<li>
            <earshot-icon class=${has ? "has" : "lacks"} .path=${has ? mdiCheck : mdiTwoFactorAuthentication}></earshot-icon>
            <span>${name}</span>
            <span class="small ${has ? "muted" : "lacks"}">
              ${this.t(has ? "review.reviewers.strong" : "review.reviewers.weak")}
            </span>
          </li>`,
        )}
      </ul>
      <p class="small muted">${this.t("review.reviewers.limit", { count: limit })} ${this.t("review.reviewers.change")}</p>
    </section>`;
  }

  private statement(statement: PublishedStatement) {
    const { format } = this.session ?? {};
    const names = new Intl.DisplayNames([format?.language ?? "en"], { type: "language" });
    const row = (label: string, value: unknown) => html`<dt class="muted">${label}</dt><dd>${value}</dd>`;
    return html`<section class="card" aria-labelledby="statement">
      <h3 id="statement">${this.t("review.statement.title")}</h3>
      <p class="muted small">
        ${this.t("review.statement.version", { version: statement.version, issued: format?.moment(statement.issued) ?? "" })}
      </p>
      <dl class="statement">
        ${row(this.t("review.bound.desk"), statement.name)} ${row(this.t("review.statement.address"), statement.address)}
        ${row(this.t("review.bound.contact"), statement.contact)} ${row(this.t("review.bound.people"), statement.people)}
        ${row(this.t("review.bound.place"), statement.place)}
        ${row(this.t("review.bound.kept"), this.t("review.bound.days", { days: statement.retention_days }))}
        ${row(this.t("review.statement.purposes"), statement.purposes.map((one) => this.t(`review.purpose.${one}`)).join(" · "))}
        ${row(this.t("review.statement.hash"), html`<code class="small">${statement.sha256}</code>`)}
      </dl>
      ${Object.entries(statement.texts).map(
        ([language, text]) => html`<details class="texts">
          <summary>${this.t("review.statement.text", { language: names.of(language) ?? language })}</summary>
          <div lang=${language} dir="auto">
            ${[text.listen, text.who, text.where, text.how_long, text.what_for, text.withdraw, text.danger].map(
              (part) => html`<p>${part}</p>`,
            )}
          </div>
        </details>`,
      )}
    </section>`;
  }

  private again(): void {
    void this.desk.reload();
    void this.figures.reload();
  }
}
