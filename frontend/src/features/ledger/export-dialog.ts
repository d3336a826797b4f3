import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { ApiError } from "../../api/error.js";
import type { ContentKind, ReadyExport } from "../../api/types.js";
import { addDays, dayStart } from "../../i18n/days.js";
import "../../ui/dialog.js";
import { EarshotElement } from "../../ui/element.js";
import { exportWith, type Fetched } from "./exporting.js";
import { daysOf, type Filters } from "./filters.js";
import { troubleText } from "./trouble.js";

const CONTENTS: readonly ContentKind[] = ["sound", "words", "response"];

/** Asks what is exported, says what that enters, fetches the file and shows how much of it is there. */
@customElement("earshot-ledger-export")
export class EarshotLedgerExport extends EarshotElement {
  static override styles = [
    ...EarshotElement.styles,
    css`
      .field {
        display: grid;
        flex: 1;
        gap: 4px;
      }
      input[type="date"] {
        width: 100%;
      }
      fieldset {
        display: flex;
        flex-wrap: wrap;
        gap: 0 24px;
        margin: 0;
        padding: 0;
        border: none;
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
      code {
        display: block;
        margin-top: 8px;
        padding: 12px;
        border-radius: 8px;
        background: color-mix(in srgb, var(--primary-text-color) 6%, transparent);
        overflow-wrap: anywhere;
      }
    `,
  ];

  /** The filters that are set: the export begins with their days. */
  @property({ attribute: false }) filters: Filters = {};
  @property({ type: Boolean }) open = false;

  @state() private from = "";
  @state() private to = "";
  @state() private contents: ReadonlySet<ContentKind> = new Set();
  @state() private fetched: Fetched | undefined;
  /** The name of the file that is there. */
  @state() private done: string | undefined;
  @state() private error: ApiError | undefined;
  private work: AbortController | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.work?.abort();
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has("open") || !this.open || this.session === undefined) return;
    const { from = "", to = "" } = daysOf(this.filters, this.session.format, new Date());
    this.from = from;
    this.to = to;
    this.contents = new Set();
    this.error = undefined;
    this.done = undefined;
  }

  protected override render() {
    const working = this.work !== undefined;
    return html`<earshot-dialog heading=${this.t("ledger.export.title")} ?open=${this.open} @closed=${this.closed}>
      ${working ? this.progress() : this.done === undefined ? this.form() : this.verifying(this.done)}
      <button slot="actions" @click=${this.close}>${this.t(this.done === undefined ? "ui.cancel" : "ledger.export.close")}</button>
      ${
        working || this.done !== undefined
          ? nothing
          : html`<button slot="actions" class="filled" @click=${this.begin}>${this.t("ledger.export.begin")}</button>`
      }
    </earshot-dialog>`;
  }

  private form() {
    return html`<div class="stack">
      <p>${this.t("ledger.export.text")}</p>
      <div class="row wrap">${this.day("from")}${this.day("to")}</div>
      <fieldset>
        <legend>${this.t("ledger.export.contents")}</legend>
        ${CONTENTS.map((kind) => this.content(kind))}
      </fieldset>
      <p>${this.t(this.contents.size === 0 ? "ledger.export.facts_only" : "ledger.export.enters")}</p>
      ${this.error === undefined ? nothing : html`<p class="error" role="alert">${troubleText(this.error, this.t)}</p>`}
    </div>`;
  }

  private day(name: "from" | "to") {
    return html`<label class="field">
      <span>${this.t(`ledger.export.${name}`)}</span>
      <input
        type="date"
        .value=${this[name]}
        @change=${(event: Event) => {
          this[name] = (event.target as HTMLInputElement).value;
        }}
      />
    </label>`;
  }

  private content(kind: ContentKind) {
    const change = (event: Event) => {
      const others = [...this.contents].filter((one) => one !== kind);
      this.contents = new Set((event.target as HTMLInputElement).checked ? [...others, kind] : others);
    };
    return html`<label class="check">
      <input type="checkbox" .checked=${this.contents.has(kind)} @change=${change} />${this.t(`words.content.${kind}`)}
    </label>`;
  }

  private progress() {
    const { done = 0, total = 0 } = this.fetched ?? {};
    const { format } = this.session ?? {};
    return html`<div class="stack">
      <progress aria-label=${this.t("ledger.export.title")} max=${total || 1} .value=${done}></progress>
      <p role="status">
        ${
          this.fetched === undefined
            ? this.t("ledger.export.waiting")
            : this.t("ledger.export.progress", { done: format?.number(done), total: format?.number(total) })
        }
      </p>
    </div>`;
  }

  private verifying(filename: string) {
    return html`<div class="stack" role="status">
      <p>${this.t("ledger.export.done", { filename })}</p>
      <p>${this.t("ledger.export.verify")}<code>scripts/verify ${filename}</code></p>
    </div>`;
  }

  private readonly begin = (): void => void this.run();

  private async run(): Promise<void> {
    const { session, from, to } = this;
    if (session === undefined || this.work !== undefined) return;
    const zone = session.format.timeZone;
    this.work = new AbortController();
    this.fetched = undefined;
    this.error = undefined;
    let filename = "";
    const fetch = (ready: ReadyExport) => {
      filename = ready.filename;
      download(session.hass().hassUrl(ready.path), ready.filename);
    };
    const order = {
      since: from === "" ? undefined : dayStart(from, zone).toISOString(),
      until: to === "" ? undefined : dayStart(addDays(to, 1), zone).toISOString(),
      contents: [...this.contents],
    };
    try {
      await exportWith(session.client, order, fetch, (fetched) => this.told(fetched), this.work.signal);
      this.done = filename;
    } catch (error) {
      const failed = ApiError.from(error);
      this.error = failed.code === "given_up" ? undefined : failed;
    }
    this.work = undefined;
    this.requestUpdate();
  }

  private told(fetched: Fetched): void {
    this.fetched = fetched;
  }

  private readonly close = (): void => {
    this.work?.abort();
    this.open = false;
    this.dispatchEvent(new CustomEvent("closed"));
  };

  private readonly closed = (): void => {
    if (this.open) this.close();
  };
}

/** Let the browser fetch a file as it fetches all files: it is never held in memory. */
function download(address: string, filename: string): void {
  const link = document.createElement("a");
  link.href = address;
  link.download = filename;
  link.click();
}
