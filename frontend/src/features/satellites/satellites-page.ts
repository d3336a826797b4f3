import { mdiHomeOutline, mdiPlus, mdiSpeakerOff, mdiTune } from "@mdi/js";
import { css, html, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { ApiError } from "../../api/error.js";
import { Followed, Loaded } from "../../api/loaded.js";
import type { Posture, ToldSettings } from "../../api/types.js";
import { EarshotPage } from "../../app/page.js";
import type { Session } from "../../app/session.js";
import "../../ui/confirm.js";
import type { EarshotConfirm } from "../../ui/confirm.js";
import "../../ui/icon.js";
import { errorText, stateView } from "../../ui/state-view.js";
import { toast } from "../../ui/toast.js";
import "./off-record.js";
import "./pairing-dialog.js";
import type { EarshotPairingDialog } from "./pairing-dialog.js";
import { inOrder } from "./posture.js";
import "./privacy-settings.js";
import "./satellite-card.js";
import { keptText, type PairingWish } from "./satellite-card.js";
import { PlaceSettings } from "./settings.js";

/** Between two looks while the page is seen: what a satellite does is looked up, and tells nobody of itself. */
const LOOK_AGAIN_MS = 15_000;

/** Earshot loads itself anew when a pairing is made or ended; that takes a second or two. */
const RELOAD_MS = 1_000;
const RELOADS = 10;

/** Every satellite: what is known of it, what may be kept of what is said to it, and pairing. */
@customElement("earshot-satellites-page")
export class EarshotSatellitesPage extends EarshotPage {
  static override styles = [
    ...EarshotPage.styles,
    css`
      :host {
        display: grid;
        gap: 24px;
      }
      .satellites {
        display: grid;
        gap: 16px;
        grid-template-columns: repeat(auto-fill, minmax(min(420px, 100%), 1fr));
        align-items: start;
      }
      .house {
        display: grid;
        gap: 16px;
      }
      details > earshot-privacy-settings {
        margin-top: 8px;
      }
      summary {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 40px;
        cursor: pointer;
        color: var(--es-link);
        font-weight: 500;
      }
    `,
  ];

  @state() private told: ToldSettings | undefined;
  @query("earshot-confirm") private readonly confirm!: EarshotConfirm | null;
  @query("earshot-pairing-dialog") private readonly dialog!: EarshotPairingDialog | null;

  private readonly satellites = new Loaded(this, (session) => listed(session));
  private timer = 0;

  constructor() {
    super();
    new Followed(this, "earshot/settings/subscribe", (told) => {
      this.told = told;
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = window.setInterval(() => {
      if (document.visibilityState === "visible") void this.satellites.reload();
    }, LOOK_AGAIN_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearInterval(this.timer);
  }

  private get mayChange(): boolean {
    return this.session?.me.role === "admin";
  }

  protected override render() {
    return html`
      ${stateView(
        this.satellites.state,
        this.t,
        (satellites) => html`${this.house()}${this.list(satellites)}`,
        () => void this.satellites.reload(),
      )}
      <earshot-confirm></earshot-confirm>
      <earshot-pairing-dialog
        .postures=${this.satellites.value ?? []}
        @paired=${() => void this.satellites.reload()}></earshot-pairing-dialog>
    `;
  }

  private house() {
    const { told } = this;
    if (told === undefined) return nothing;
    const place = new PlaceSettings(told, null);
    return html`<section class="card house" aria-labelledby="house">
      <h2 id="house" class="row"><earshot-icon .path=${mdiHomeOutline}></earshot-icon>${this.t("satellites.house")}</h2>
      ${told.readable ? nothing : html`<p role="alert">${this.t("satellites.unreadable")}</p>`}
      <p>${keptText(place, this.t, (items) => this.session?.format.list(items) ?? "")}</p>
      <earshot-off-record .told=${told} ?may-change=${this.mayChange}></earshot-off-record>
      ${
        this.mayChange
          ? html`<details>
              <summary><earshot-icon .path=${mdiTune}></earshot-icon>${this.t("satellites.house_settings")}</summary>
              <earshot-privacy-settings .told=${told}></earshot-privacy-settings>
            </details>`
          : nothing
      }
    </section>`;
  }

  private list(satellites: readonly Posture[]) {
    if (satellites.length === 0) {
      return html`<earshot-message .icon=${mdiSpeakerOff} heading=${this.t("satellites.empty.title")}>
        ${this.t("satellites.empty.text")}
        ${
          this.mayChange
            ? html`<a slot="action" class="button" href="/config/integrations/dashboard">${this.t("satellites.empty.action")}</a>`
            : nothing
        }
      </earshot-message>`;
    }
    return html`<section class="stack">
      <div class="row wrap spread">
        <h2>${this.t("satellites.title", { count: satellites.length })}</h2>
        ${
          this.mayChange
            ? html`<button @click=${() => this.pair(undefined)}>
                <earshot-icon .path=${mdiPlus}></earshot-icon>${this.t("satellites.pairing.any")}
              </button>`
            : nothing
        }
      </div>
      <div class="satellites">${inOrder(satellites).map((posture) => this.card(posture))}</div>
    </section>`;
  }

  private card(posture: Posture) {
    return html`<earshot-satellite-card
      .posture=${posture}
      .told=${this.told}
      ?may-change=${this.mayChange}
      @pairing=${(event: CustomEvent<PairingWish>) => this.wish(event.detail, posture)}
    ></earshot-satellite-card>`;
  }

  private wish(wish: PairingWish, posture: Posture): void {
    if (wish === "unpair") void this.unpair(posture);
    else void this.pair(posture);
  }

  private async pair(posture: Posture | undefined): Promise<void> {
    await this.attempt(async (session) => this.dialog?.begin(await entryOf(session), posture));
  }

  private async unpair(posture: Posture): Promise<void> {
    const { label } = posture.satellite;
    const yes = await this.confirm?.ask({
      heading: this.t("satellites.unpair.title", { satellite: label }),
      text: this.t("satellites.unpair.text"),
      action: this.t("satellites.unpair.action"),
      danger: true,
    });
    const { paired } = posture;
    if (yes !== true || paired === null) return;
    await this.attempt(async (session) => {
      await session.client.ask("config_entries/subentries/delete", {
        entry_id: await entryOf(session),
        subentry_id: paired,
      });
      toast(this, { text: this.t("satellites.unpair.done", { satellite: label }) });
      await this.satellites.reload();
    });
  }

  private async attempt(work: (session: Session) => Promise<unknown>): Promise<void> {
    const { session } = this;
    if (session === undefined) return;
    try {
      await work(session);
    } catch (error) {
      toast(this, { text: errorText(ApiError.from(error), this.t), seconds: 10 });
    }
  }
}

/** All satellites, by their names. While Earshot loads itself anew, wait for it. */
async function listed({ client }: Session): Promise<readonly Posture[]> {
  for (let tried = 1; ; tried++) {
    try {
      return (await client.ask("earshot/satellites/list")).satellites;
    } catch (error) {
      if ((error as ApiError).code !== "not_loaded" || tried === RELOADS) throw error;
      await new Promise((resolve) => window.setTimeout(resolve, RELOAD_MS));
    }
  }
}

/** The id of Earshot's entry, whose pairings its flows are of. */
async function entryOf({ client }: Session): Promise<string> {
  const [entry] = await client.ask("config_entries/get", { domain: "earshot" });
  if (entry === undefined) throw ApiError.from({ code: "not_loaded" });
  return entry.entry_id;
}
