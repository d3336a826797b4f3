import { mdiCloudOffOutline, mdiHelpCircleOutline } from "@mdi/js";
import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { html as staticHtml, unsafeStatic } from "lit/static-html.js";
import { ApiError } from "../api/error.js";
import type { Hass, HassRoute } from "../ha/hass.js";
import type { Localize } from "../i18n/localize.js";
import { base } from "../ui/base.css.js";
import { failure } from "../ui/state-view.js";
import type { EarshotToasts, Toast } from "../ui/toast.js";
import { tokens } from "../ui/tokens.css.js";
import "../ui/icon.js";
import "../ui/message.js";
import "../ui/toast.js";
import { secondFactorMissing } from "../features/review/second-factor.js";
import { type Address, go, href, type PageName, parseAddress } from "./address.js";
import { PAGES, type PageEntry } from "./pages.js";
import type { Session } from "./session.js";
import { SessionKeeper } from "./session-keeper.js";

/** The panel: who is there, which page it is, and what every page is drawn with. */
@customElement("earshot-panel")
export class EarshotPanel extends LitElement {
  static override styles = [
    tokens,
    base,
    css`
      :host {
        display: block;
        min-height: 100vh;
        background: var(--primary-background-color);
      }
      header {
        position: sticky;
        z-index: 2;
        top: 0;
        display: flex;
        align-items: center;
        gap: 4px;
        min-height: var(--header-height, 56px);
        padding: env(safe-area-inset-top) 12px 0;
        background: var(--app-header-background-color, var(--primary-color));
        color: var(--app-header-text-color, #fff);
      }
      h1 {
        font-size: 1.25rem;
        margin-inline: 8px 16px;
      }
      nav {
        display: flex;
        flex: 1;
        align-self: stretch;
        overflow-x: auto;
        scrollbar-width: none;
      }
      nav a {
        display: inline-flex;
        align-items: center;
        gap: 8px;
        padding: 0 14px;
        border-bottom: 3px solid transparent;
        color: inherit;
        text-decoration: none;
        white-space: nowrap;
      }
      nav a[aria-current="page"] {
        border-bottom-color: currentColor;
        font-weight: 500;
      }
      nav a:focus-visible {
        outline-color: currentColor;
        outline-offset: -3px;
      }
      :host([narrow]) header {
        flex-wrap: wrap;
      }
      :host([narrow]) nav {
        flex-basis: 100%;
        min-height: 48px;
        margin-inline: -12px;
      }
      main {
        display: block;
        max-width: 1200px;
        margin: 0 auto;
        padding: 16px;
        padding-bottom: calc(80px + env(safe-area-inset-bottom));
      }
      main:focus {
        outline: none;
      }
      .offline {
        display: flex;
        align-items: center;
        justify-content: center;
        gap: 8px;
        padding: 8px 16px;
        background: #3b3f44;
        color: #fff;
      }
    `,
  ];

  @property({ attribute: false }) hass: Hass | undefined = undefined;
  @property({ type: Boolean, reflect: true }) narrow = false;
  @property({ attribute: false }) route: HassRoute | undefined = undefined;

  @state() private gone = false;
  @state() private readonly loadedPages = new Set<string>();
  @query("main") private readonly main!: HTMLElement | null;
  @query("nav a[aria-current]") private readonly currentLink!: HTMLElement | null;
  @query("earshot-toasts") private readonly toasts!: EarshotToasts | null;

  private readonly keeper = new SessionKeeper(this);
  private shownPath: string | undefined;
  private shownLink: HTMLElement | null = null;

  constructor() {
    super();
    this.addEventListener("earshot-toast", (event) => this.toasts?.show((event as CustomEvent<Toast>).detail));
    this.addEventListener("click", (event) => this.follow(event));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("location-changed", this.moved);
    window.addEventListener("popstate", this.moved);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("location-changed", this.moved);
    window.removeEventListener("popstate", this.moved);
  }

  /** Home Assistant hands on another path, and no other filters: these are behind it. */
  private readonly moved = (): void => this.requestUpdate();

  private get address(): Address | undefined {
    return parseAddress(this.route?.path ?? "", window.location.search);
  }

  /** The panel's own address is today's page, and that of whoever is not offered it their first one. */
  private addressFor(session: Session): Address | undefined {
    const { address } = this;
    const path = (this.route?.path ?? "").replaceAll("/", "");
    return address !== undefined && path === "" ? { ...address, page: homeOf(session) } : address;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.hass !== undefined && changed.has("hass")) this.keeper.take(this.hass);
  }

  protected override updated(): void {
    const path = this.route?.path;
    if (this.shownPath !== undefined && this.shownPath !== path) this.main?.focus({ preventScroll: true });
    this.shownPath = path;
    // On a phone the pages' names are wider than the screen, in some languages by half.
    if (this.currentLink !== this.shownLink) this.currentLink?.scrollIntoView({ block: "nearest", inline: "center" });
    this.shownLink = this.currentLink;
  }

  protected override render() {
    const { session } = this.keeper;
    if (session === undefined) return this.cannotBegin();
    const { localize: t } = session;
    const shown = this.addressFor(session);
    const page = PAGES.find((one) => one.name === shown?.page && one.offeredTo(session.me));
    return html`
      <header>
        <ha-menu-button .hass=${this.hass} .narrow=${this.narrow}></ha-menu-button>
        <h1>Earshot</h1>
        <nav aria-label=${t("app.pages")}>${this.menu(session).map((one) => this.link(one, shown, t))}</nav>
      </header>
      ${
        session.connected
          ? nothing
          : html`<div class="offline" role="status">
              <earshot-icon .path=${mdiCloudOffOutline}></earshot-icon>${t("app.offline")}
            </div>`
      }
      <main tabindex="-1">
        ${page === undefined || shown === undefined ? this.nowhere(t, homeOf(session)) : this.page(page, shown, t)}
      </main>
      <earshot-toasts></earshot-toasts>
    `;
  }

  private menu({ me }: Session): readonly PageEntry[] {
    return PAGES.filter((page) => page.icon !== undefined && page.offeredTo(me));
  }

  private link(page: PageEntry, shown: Address | undefined, t: Localize) {
    const current = page.name === shown?.page;
    return html`<a href=${href(page.name)} aria-current=${current ? "page" : nothing}>
      <earshot-icon .path=${page.icon ?? ""}></earshot-icon>${t(`app.page.${page.name}`)}
    </a>`;
  }

  private page(page: PageEntry, address: Address, t: Localize) {
    if (this.gone) return failure(new ApiError("unknown_command", page.name), t);
    if (!this.loadedPages.has(page.name)) {
      void this.load(page);
      return html`<earshot-waiting></earshot-waiting>`;
    }
    const tag = unsafeStatic(page.tag);
    return staticHtml`<${tag} .address=${address} ?narrow=${this.narrow}></${tag}>`;
  }

  private nowhere(t: Localize, home: PageName) {
    return html`<earshot-message .icon=${mdiHelpCircleOutline} heading=${t("app.nowhere.title")}>
      ${t("app.nowhere.text")}
      <a slot="action" class="button" href=${href(home)}>${t(`app.page.${home}`)}</a>
    </earshot-message>`;
  }

  private cannotBegin() {
    const { failed, localize } = this.keeper;
    if (failed === undefined || localize === undefined) return nothing;
    if (failed.code === "second_factor_missing") return html`<main>${secondFactorMissing(localize)}</main>`;
    return html`<main>${failure(failed, localize, () => this.keeper.again())}</main>`;
  }

  private async load(page: PageEntry): Promise<void> {
    try {
      await page.load();
    } catch {
      // The file is gone: Home Assistant serves a newer Earshot than this page is of.
      this.gone = true;
    }
    this.loadedPages.add(page.name);
    this.requestUpdate();
  }

  /** Follow a link within the panel without loading anything anew. */
  private follow(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = event.composedPath().find((one): one is HTMLAnchorElement => one instanceof HTMLAnchorElement);
    if (link === undefined || link.target !== "" || link.hasAttribute("download")) return;
    const url = new URL(link.href, window.location.href);
    if (url.origin !== window.location.origin || !/^\/earshot(\/|$)/.test(url.pathname)) return;
    event.preventDefault();
    go(url.pathname + url.search);
  }
}

/** The first page that somebody is offered. */
function homeOf({ me }: Session): PageName {
  return PAGES.find((page) => page.icon !== undefined && page.offeredTo(me))?.name ?? "today";
}
