import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { ApiError } from "../../api/error.js";
import { addDays, dayStart } from "../../i18n/days.js";
import "../../ui/dialog.js";
import { EarshotElement } from "../../ui/element.js";
import { daysOf, type Filters } from "./filters.js";
import { type Search, type Searched, type SearchRange, searchThrough } from "./searching.js";
import { troubleText } from "./trouble.js";

/** How far back a search goes if nobody says otherwise, in days. */
const DAYS = 7;

/**
 * Asks for words to look for and a time, says what looking enters, looks, and can be broken off. Sends "found" with
 * what came of it, "closed" when it is closed.
 */
@customElement("earshot-ledger-search")
export class EarshotLedgerSearch extends EarshotElement {
  static override styles = [
    ...EarshotElement.styles,
    css`
      form {
        display: grid;
        gap: 16px;
      }
      .field {
        display: grid;
        flex: 1;
        gap: 4px;
      }
      input[type="search"],
      input[type="date"] {
        width: 100%;
      }
      .check {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 40px;
      }
      .error {
        color: var(--es-danger);
      }
    `,
  ];

  /** The filters that are set: the search begins with their time and satellite. */
  @property({ attribute: false }) filters: Filters = {};
  @property({ type: Boolean }) open = false;

  @state() private from = "";
  @state() private to = "";
  @state() private answers = false;
  /** Utterances of the range that have words. Undefined: not counted yet. */
  @state() private toLook: number | undefined;
  @state() private searched: Searched | undefined;
  @state() private error: ApiError | undefined;
  private needle = "";
  private work: AbortController | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.work?.abort();
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has("open") || !this.open || this.session === undefined) return;
    const { format } = this.session;
    const now = new Date();
    const { from, to } = daysOf(this.filters, format, now);
    this.to = to ?? format.isoDay(now);
    this.from = from ?? addDays(this.to, 1 - DAYS);
    this.error = undefined;
    this.searched = undefined;
    void this.count();
  }

  protected override render() {
    return html`<earshot-dialog heading=${this.t("ledger.search.title")} ?open=${this.open} @closed=${this.closed}>
      ${this.work === undefined ? this.form() : this.progress()}
      ${
        this.work === undefined
          ? html`<button slot="actions" @click=${this.close}>${this.t("ui.cancel")}</button>
              <button slot="actions" class="filled" type="submit" form="search" @click=${this.submit}>
                ${this.t("ledger.search.begin")}
              </button>`
          : html`<button slot="actions" @click=${this.stop}>${this.t("ledger.search.stop")}</button>`
      }
    </earshot-dialog>`;
  }

  private form() {
    return html`<form id="search" @submit=${this.submit}>
      <label class="field">
        <span>${this.t("ledger.search.needle")}</span>
        <input
          type="search"
          autocomplete="off"
          maxlength="200"
          .value=${this.needle}
          @input=${(event: Event) => {
            this.needle = (event.target as HTMLInputElement).value;
          }}
        />
      </label>
      <div class="row wrap">${this.day("from")}${this.day("to")}</div>
      <label class="check">
        <input
          type="checkbox"
          .checked=${this.answers}
          @change=${(event: Event) => {
            this.answers = (event.target as HTMLInputElement).checked;
          }}
        />
        ${this.t("ledger.search.answers")}
      </label>
      <p>${this.toLook === undefined ? this.t("ledger.search.enters") : this.t("ledger.search.enters_count", { count: this.toLook })}</p>
      ${this.error === undefined ? nothing : html`<p class="error" role="alert">${troubleText(this.error, this.t)}</p>`}
    </form>`;
  }

  private day(name: "from" | "to") {
    const change = (event: Event) => {
      this[name] = (event.target as HTMLInputElement).value;
      void this.count();
    };
    return html`<label class="field">
      <span>${this.t(`ledger.filter.${name}`)}</span>
      <input type="date" required .value=${this[name]} @change=${change} />
    </label>`;
  }

  private progress() {
    const looked = this.searched?.looked ?? 0;
    const total = Math.max(this.toLook ?? 0, looked);
    const { format } = this.session ?? {};
    return html`<div class="stack">
      <progress
        aria-label=${this.t("ledger.search.title")}
        max=${total || 1}
        .value=${this.toLook === undefined ? 0 : looked}
      ></progress>
      <p role="status">
        ${this.t("ledger.search.progress", { looked: format?.number(looked), found: this.searched?.found.length ?? 0 })}
      </p>
    </div>`;
  }

  private get range(): SearchRange | undefined {
    const { from, to, session } = this;
    if (session === undefined || from === "" || to === "") return undefined;
    const zone = session.format.timeZone;
    return {
      since: dayStart(from, zone).toISOString(),
      until: dayStart(addDays(to, 1), zone).toISOString(),
      satellite: this.filters.satellite,
    };
  }

  private async count(): Promise<void> {
    const { range, session } = this;
    this.toLook = undefined;
    if (range === undefined || session === undefined) return;
    const asked = this.answers ? range : { ...range, words_kept: true };
    const counted = await session.client.ask("earshot/utterances/count", asked).catch(() => undefined);
    if (range.since === this.range?.since && range.until === this.range.until) this.toLook = counted?.count;
  }

  private readonly submit = (event: Event): void => {
    event.preventDefault();
    const { range } = this;
    const needle = this.needle.trim();
    if (needle === "" || range === undefined || this.work !== undefined) return;
    void this.look({ needle, contents: this.answers ? ["words", "response"] : ["words"], range });
  };

  private async look(search: Search): Promise<void> {
    const { session } = this;
    if (session === undefined) return;
    this.work = new AbortController();
    this.searched = undefined;
    this.error = undefined;
    let failed: ApiError | undefined;
    try {
      await searchThrough(session.client, search, (searched) => this.told(searched), this.work.signal);
    } catch (error) {
      failed = ApiError.from(error);
    }
    this.work = undefined;
    this.requestUpdate();
    if (failed !== undefined && failed.code !== "given_up") {
      this.error = failed;
      return;
    }
    const searched: Searched = this.searched ?? { found: [], looked: 0, whole: false };
    this.dispatchEvent(new CustomEvent<Searched>("found", { detail: searched }));
    this.close();
  }

  private told(searched: Searched): void {
    this.searched = searched;
  }

  private readonly stop = (): void => this.work?.abort();

  private readonly close = (): void => {
    this.open = false;
    this.needle = "";
    this.dispatchEvent(new CustomEvent("closed"));
  };

  private readonly closed = (): void => {
    this.work?.abort();
    if (this.open) this.close();
  };
}
