import { mdiPackageDown } from "@mdi/js";
import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { ApiError } from "../../api/error.js";
import type { DataSet, DataSetReady, Layout } from "../../api/types.js";
import { EarshotElement } from "../../ui/element.js";
import "../../ui/icon.js";
import { errorText } from "../../ui/state-view.js";

const LAYOUTS: readonly Layout[] = ["common_voice", "openwakeword"];

/** Data sets that were made, and making another. Sends "made". */
@customElement("earshot-desk-data-sets")
export class EarshotDeskDataSets extends EarshotElement {
  static override styles = [
    ...EarshotElement.styles,
    css`
      .card {
        display: grid;
        gap: 12px;
      }
      form {
        display: grid;
        gap: 12px;
      }
      .field {
        display: grid;
        gap: 4px;
      }
      ul {
        display: grid;
        gap: 8px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      .error {
        color: var(--es-danger);
      }
    `,
  ];

  @property({ attribute: false }) made: readonly DataSet[] = [];
  @state() private busy = false;
  @state() private ready: DataSetReady | undefined;
  @state() private error: ApiError | undefined;
  private work: AbortController | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.work?.abort();
  }

  protected override render() {
    const { session, ready } = this;
    if (session === undefined) return nothing;
    return html`<section class="card" aria-labelledby="sets">
      <h3 id="sets">${this.t("review.sets.title")}</h3>
      ${this.made.length === 0 ? html`<p>${this.t("review.sets.none")}</p>` : nothing}
      <ul>
        ${this.made.map(
          (one) => html`<li>
            <div>${one.name} <span class="small muted">${this.t(`review.sets.layout.${one.layout}`)}</span></div>
            <div class="small muted">
              ${session.format.moment(one.made)} · ${this.t("review.sets.clips", { count: one.clips })}
              ${one.removed === 0 ? nothing : html`· ${this.t("review.sets.removed", { count: one.removed })}`}
            </div>
          </li>`,
        )}
      </ul>
      <form @submit=${this.make}>
        <div class="field">
          <label class="small" for="name">${this.t("review.sets.name")}</label>
          <input id="name" name="name" required maxlength="40" pattern="[A-Za-z0-9][A-Za-z0-9._\\-]*" autocomplete="off" aria-describedby="name-how" />
          <span id="name-how" class="small muted">${this.t("review.sets.name_how")}</span>
        </div>
        <div class="field">
          <label class="small" for="layout">${this.t("review.sets.for")}</label>
          <select id="layout" name="layout">
            ${LAYOUTS.map((layout) => html`<option value=${layout}>${this.t(`review.sets.layout.${layout}`)}</option>`)}
          </select>
        </div>
        <p class="small muted">${this.t("review.sets.what")}</p>
        <div>
          <button type="submit" ?disabled=${this.busy || !session.connected}>
            <earshot-icon .path=${mdiPackageDown}></earshot-icon>${this.t("review.sets.make")}
          </button>
        </div>
      </form>
      <div role="status">
        ${this.busy ? html`<p>${this.t("review.sets.making")}</p><progress aria-label=${this.t("review.sets.making")}></progress>` : nothing}
        ${
          ready === undefined
            ? nothing
            : html`<p>
                ${this.t("review.sets.ready", { file: ready.filename, size: session.format.bytes(ready.size) })}
                ${this.t("review.sets.clips", { count: ready.clips })}
                ${ready.tombstones === 0 ? nothing : this.t("review.sets.tombstones", { count: ready.tombstones })}
              </p>`
        }
      </div>
      ${this.error === undefined ? nothing : html`<p class="error" role="alert">${errorText(this.error, this.t)}</p>`}
    </section>`;
  }

  private readonly make = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { session } = this;
    if (session === undefined || this.busy) return;
    const form = new FormData(event.target as HTMLFormElement);
    this.busy = true;
    this.ready = undefined;
    this.error = undefined;
    this.work = new AbortController();
    try {
      const ready = await session.client.work(
        "earshot/desk/export",
        { name: String(form.get("name")), layout: String(form.get("layout")) as Layout },
        (one): one is DataSetReady => one.type === "ready",
        () => undefined,
        this.work.signal,
      );
      this.ready = ready;
      download(session.hass().hassUrl(ready.path), ready.filename);
      this.dispatchEvent(new CustomEvent("made"));
    } catch (error) {
      this.error = ApiError.from(error);
    }
    this.busy = false;
  };
}

/** Let the browser fetch a file, which shows how much of it is there itself. */
function download(address: string, filename: string): void {
  const link = document.createElement("a");
  link.href = address;
  link.download = filename;
  document.body.append(link);
  link.click();
  link.remove();
}
