import { mdiBroom, mdiCheckCircleOutline, mdiRefresh } from "@mdi/js";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { ApiError } from "../../api/error.js";
import { Loaded } from "../../api/loaded.js";
import type { TraceFound, TracePurged } from "../../api/types.js";
import { EarshotPage } from "../../app/page.js";
import "../../ui/confirm.js";
import type { EarshotConfirm } from "../../ui/confirm.js";
import "../../ui/icon.js";
import "../../ui/message.js";
import { errorText, stateView } from "../../ui/state-view.js";
import { toast } from "../../ui/toast.js";
import "./trace-card.js";
import { outcomeText, placeName } from "./trace-card.js";
import { outcomes, sorted, sum } from "./traces.js";

/** Where Home Assistant itself keeps words or sound, and clearing it. */
@customElement("earshot-leftovers-page")
export class EarshotLeftoversPage extends EarshotPage {
  static override styles = [
    ...EarshotPage.styles,
    css`
      :host,
      section {
        display: grid;
        gap: 16px;
      }
      :host {
        gap: 32px;
      }
      .card {
        display: grid;
        gap: 12px;
      }
      .intro {
        max-width: 60em;
      }
      .sum {
        font-size: 1.5rem;
      }
      .places {
        display: grid;
        gap: 16px;
        grid-template-columns: repeat(auto-fill, minmax(min(380px, 100%), 1fr));
      }
      summary {
        min-height: 40px;
        padding-block: 8px;
        cursor: pointer;
        color: var(--es-link);
        font-weight: 500;
      }
      ul {
        margin: 0;
        columns: 2 320px;
        padding-inline-start: 20px;
      }
      li {
        padding-block: 4px;
        break-inside: avoid;
      }
    `,
  ];

  @state() private done: ReadonlyMap<string, TracePurged> = new Map();
  @state() private busy = false;
  @state() private looked = new Date();
  @query("earshot-confirm") private readonly confirm!: EarshotConfirm | null;

  private readonly traces = new Loaded(this, async ({ client }) => {
    const { traces } = await client.ask("earshot/traces/list");
    this.looked = new Date();
    return traces;
  });

  private get mayClear(): boolean {
    return this.session?.me.role === "admin";
  }

  protected override render() {
    return html`
      ${stateView(
        this.traces.state,
        this.t,
        (traces) => this.view(traces),
        () => void this.traces.reload(),
      )}
      <earshot-confirm></earshot-confirm>
    `;
  }

  private view(traces: readonly TraceFound[]) {
    const places = sorted(traces);
    const clean = places.held.length + places.kept.length + places.unsure.length === 0;
    return html`
      ${clean ? this.clean() : this.summary(traces)}
      ${this.group(this.t("leftovers.held"), places.held)} ${this.group(this.t("leftovers.kept"), places.kept)}
      ${this.group(this.t("leftovers.unsure"), places.unsure)} ${this.empty(places.empty)}
    `;
  }

  private clean() {
    return html`<earshot-message .icon=${mdiCheckCircleOutline} heading=${this.t("leftovers.empty.title")}>
        ${this.t("leftovers.empty.text")}
        <button slot="action" ?disabled=${this.busy} @click=${() => this.traces.reload()}>
          <earshot-icon .path=${mdiRefresh}></earshot-icon>${this.t("leftovers.again")}
        </button>
      </earshot-message>
      ${[...this.done.values()].map((one) => html`<p role="status">${this.outcome(one)}</p>`)}`;
  }

  private summary(traces: readonly TraceFound[]) {
    const { count, places, size } = sum(traces);
    const unsure = sorted(traces).unsure.length;
    const { format } = this.session ?? {};
    return html`<section class="card" aria-labelledby="sum">
      <h2 id="sum">${this.t("leftovers.title")}</h2>
      <p class="sum">
        ${this.t("leftovers.sum", { count, places })}${size > 0 ? html` · ${format?.bytes(size)}` : nothing}
      </p>
      ${unsure === 0 ? nothing : html`<p>${this.t("leftovers.unknown_places", { count: unsure })}</p>`}
      <p class="muted intro">${this.t("leftovers.intro")}</p>
      ${this.mayClear ? nothing : html`<p>${this.t("leftovers.not_you")}</p>`}
      <div class="row wrap">
        ${
          this.mayClear && sorted(traces).held.length > 0
            ? html`<button class="filled" ?disabled=${this.busy} @click=${() => this.clear()}>
                <earshot-icon .path=${mdiBroom}></earshot-icon>${this.t("leftovers.clear_all")}
              </button>`
            : nothing
        }
        <button ?disabled=${this.busy} @click=${() => this.traces.reload()}>
          <earshot-icon .path=${mdiRefresh}></earshot-icon>${this.t("leftovers.again")}
        </button>
        <span class="muted small" role="status">
          ${this.t("leftovers.looked", { at: format?.time(this.looked, true) ?? "" })}
        </span>
      </div>
    </section>`;
  }

  private group(heading: string, traces: readonly TraceFound[]): TemplateResult | typeof nothing {
    if (traces.length === 0) return nothing;
    return html`<section aria-label=${heading}>
      <h2>${heading}</h2>
      <div class="places">
        ${traces.map(
          (trace) => html`<earshot-trace-card
            .trace=${trace}
            .outcome=${this.done.get(trace.place)}
            ?may-clear=${this.mayClear}
            ?busy=${this.busy}
            @clear=${() => this.clear(trace.place)}
          ></earshot-trace-card>`,
        )}
      </div>
    </section>`;
  }

  private empty(traces: readonly TraceFound[]): TemplateResult | typeof nothing {
    if (traces.length === 0) return nothing;
    return html`<details>
      <summary>${this.t("leftovers.nothing", { count: traces.length })}</summary>
      <ul>
        ${traces.map(({ place }) => {
          const outcome = this.done.get(place);
          return html`<li>
            ${placeName(place, this.t)}
            ${outcome === undefined ? nothing : html`<div class="small muted">${outcomeText(outcome, this.t)}</div>`}
          </li>`;
        })}
      </ul>
    </details>`;
  }

  private outcome(one: TracePurged): string {
    return `${placeName(one.place, this.t)}: ${outcomeText(one, this.t)}`;
  }

  /** Clear one place, or all that can be: after a yes. */
  private async clear(place?: string): Promise<void> {
    const { session } = this;
    const heading =
      place === undefined
        ? this.t("leftovers.confirm.all_title")
        : this.t("leftovers.confirm.one_title", { place: placeName(place, this.t) });
    const yes = await this.confirm?.ask({
      heading,
      text: this.t("leftovers.confirm.text"),
      action: this.t("leftovers.confirm.action"),
      danger: true,
    });
    if (yes !== true || session === undefined) return;
    this.busy = true;
    try {
      const { traces } = await session.client.ask("earshot/traces/purge", place === undefined ? {} : { place });
      this.done = outcomes(traces);
      const count = traces.reduce((all, one) => all + one.count, 0);
      toast(this, { text: this.t("leftovers.done.cleared", { count }) });
      await this.traces.reload();
    } catch (error) {
      toast(this, { text: errorText(ApiError.from(error), this.t), seconds: 10 });
    }
    this.busy = false;
  }
}
