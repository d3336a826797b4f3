import {
  mdiArrowUp,
  mdiCheckboxMultipleMarkedOutline,
  mdiFilterOffOutline,
  mdiFormatListBulleted,
  mdiMagnify,
  mdiTrayArrowDown,
} from "@mdi/js";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { ApiError } from "../../api/error.js";
import { Followed, Loaded } from "../../api/loaded.js";
import type { Labels, UtteranceEvent, UtteranceView } from "../../api/types.js";
import { go, href } from "../../app/address.js";
import { EarshotPage } from "../../app/page.js";
import type { Session } from "../../app/session.js";
import "../../ui/icon.js";
import "../../ui/message.js";
import { failure } from "../../ui/state-view.js";
import type { RowWindow } from "../../ui/virtual-list.js";
import "./choosing-bar.js";
import "./export-dialog.js";
import "./filter-bar.js";
import { type Filters, isEmpty, parseFilters, toQuery, toRestriction } from "./filters.js";
import "./ledger-list.js";
import type { EarshotLedgerList } from "./ledger-list.js";
import { type Asker, Listing } from "./listing.js";
import { pageStyles } from "./page.css.js";
import "./search-dialog.js";
import { leavePlace, type Place, placeLeft } from "./place.js";
import type { Searched } from "./searching.js";
import { Selection } from "./selection.js";

/** Everything that was said, newest first: found by filters, chosen, erased, exported, and live while one watches. */
@customElement("earshot-ledger-page")
export class EarshotLedgerPage extends EarshotPage {
  static override styles = [...EarshotPage.styles, pageStyles];

  @state() private choosing = false;
  @state() private selection = Selection.nothing;
  @state() private dialog: "search" | "export" | undefined;
  /** What a search found. It is shown in place of the ledger, until it is closed. */
  @state() private found: readonly UtteranceView[] | undefined;
  @query("earshot-ledger-list") private readonly list!: EarshotLedgerList | null;

  private listing: Listing | undefined;
  private filters: Filters = {};
  private shownFilters = "";
  private generation = 0;
  private version = 0;
  private day = "";
  private resumed: Place | undefined;

  private readonly labels = new Loaded<Labels>(this, (session) => session.client.ask("earshot/utterances/labels"));

  constructor() {
    super();
    new Followed(this, "earshot/utterances/subscribe", (change) => this.told(change));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.listing?.end();
    this.listing = undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    const { session } = this;
    if (session === undefined || this.address === undefined) return;
    if (changed.has("address")) this.filters = parseFilters(this.address.query);
    const filters = JSON.stringify(this.filters);
    if (this.listing === undefined || filters !== this.shownFilters) this.begin(session, filters);
    else if (session.generation !== this.generation) void this.listing.refresh();
    this.generation = session.generation;
  }

  protected override render() {
    const { session, listing } = this;
    if (session === undefined || listing === undefined) return nothing;
    return html`
      <h2 class="visually-hidden">${this.t("ledger.title")}</h2>
      ${this.found === undefined ? this.filterBar() : nothing} ${this.choosing ? this.choosingBar(listing) : this.bar(session)}
      <section class="card frame">${this.body(session, listing)}</section>
      ${this.mayChange ? this.dialogs() : nothing}
    `;
  }

  private dialogs(): TemplateResult {
    return html`<div class="dialogs"><earshot-ledger-search
        .filters=${this.filters}
        .open=${this.dialog === "search"}
        @found=${this.showFound}
        @closed=${this.closeDialog}
      ></earshot-ledger-search>
      <earshot-ledger-export
        .filters=${this.filters}
        .open=${this.dialog === "export"}
        @closed=${this.closeDialog}
      ></earshot-ledger-export></div>`;
  }

  /** What a member may erase is theirs, and is offered with the utterance; many at once are an administrator's. */
  private get mayChange(): boolean {
    return this.session?.me.role === "admin";
  }

  private get total(): number | undefined {
    return this.found?.length ?? this.listing?.total;
  }

  private begin(session: Session, filters: string): void {
    this.listing?.end();
    this.listing = new Listing(askerOf(session), toRestriction(this.filters, session.format, new Date()), this.redraw);
    this.shownFilters = filters;
    this.stopChoosing();
    this.resumed = placeLeft();
    void (this.resumed === undefined ? this.listing.begin() : this.listing.resume(this.resumed.newest));
  }

  private filterBar(): TemplateResult {
    return html`<earshot-ledger-filters
      .filters=${this.filters}
      .labels=${this.labels.value}
      ?narrow=${this.narrow}
      ?dark=${this.session?.hass().themes.darkMode}
      @filter=${(event: CustomEvent<Filters>) => go(href("ledger", undefined, toQuery(event.detail)))}
    ></earshot-ledger-filters>`;
  }

  private bar(session: Session): TemplateResult {
    const { total } = this;
    const count = total === undefined ? "" : session.format.number(total);
    const key =
      this.found !== undefined ? "ledger.found" : isEmpty(this.filters) ? "ledger.count" : "ledger.count_filtered";
    return html`<div class="row spread bar">
      <p role="status">
        <strong>${total === undefined ? nothing : this.t(key, { total, count })}</strong>
        <span class="muted">${this.day}</span>
      </p>
      <div class="row">
        ${
          this.found === undefined
            ? this.tools()
            : html`${this.mayChange ? this.tool("choose", mdiCheckboxMultipleMarkedOutline, () => this.toggleChoosing()) : nothing}
                <button @click=${this.closeFound}>${this.t("ledger.search.close")}</button>`
        }
      </div>
    </div>`;
  }

  private tools() {
    if (!this.mayChange) return nothing;
    return html`
      ${this.tool("search", mdiMagnify, () => this.openDialog("search"))}
      ${this.tool("export", mdiTrayArrowDown, () => this.openDialog("export"))}
      ${this.tool("choose", mdiCheckboxMultipleMarkedOutline, () => this.toggleChoosing())}
    `;
  }

  private tool(name: "search" | "export" | "choose", icon: string, run: () => void) {
    return html`<button
      class=${this.narrow ? "icon" : "plain"}
      aria-label=${this.t(`ledger.tool.${name}`)}
      title=${this.t(`ledger.tool.${name}`)}
      @click=${run}
    >
      <earshot-icon .path=${icon}></earshot-icon>${this.narrow ? nothing : this.t(`ledger.tool.${name}`)}
    </button>`;
  }

  /** Say which day the topmost row that is seen is of. */
  private readonly sayDay = (): void => {
    const view = this.rowAt(this.list?.topRow ?? 0);
    const day = view === undefined ? this.day : (this.session?.format.day(view.at) ?? "");
    if (day === this.day) return;
    this.day = day;
    this.requestUpdate();
  };

  private body(session: Session, listing: Listing): TemplateResult {
    const error = this.found === undefined ? (listing.error ?? errorOf(listing)) : undefined;
    const { total } = this;
    if (error !== undefined && (total === undefined || total === 0 || error.denied)) {
      return failure(error, session.localize, () => this.retry());
    }
    if (total === undefined) return html`<earshot-waiting></earshot-waiting>`;
    if (total === 0 && listing.waiting.length === 0) return this.nothingThere();
    return html`
      ${error === undefined ? nothing : html`<div class="trouble">${failure(error, session.localize, () => this.retry())}</div>`}
      ${this.newer(listing)}
      <earshot-ledger-list
        .count=${total}
        .rowAt=${this.rowAt}
        .version=${this.version}
        .selection=${this.selection}
        ?choosing=${this.choosing}
        ?choosable=${this.mayChange}
        ?narrow=${this.narrow}
        @window=${this.looked}
        @moved=${this.sayDay}
        @leave=${this.leave}
        .beginAt=${this.resumed?.row ?? 0}
        @toggle=${this.toggle}
      ></earshot-ledger-list>
    `;
  }

  private newer(listing: Listing) {
    const { length } = listing.waiting;
    if (length === 0 || this.found !== undefined) return nothing;
    return html`<button class="filled newer" @click=${() => void this.showNewer(listing)}>
      <earshot-icon .path=${mdiArrowUp}></earshot-icon>${this.t("ledger.newer", { count: length })}
    </button>`;
  }

  private nothingThere(): TemplateResult {
    if (this.found !== undefined) {
      return html`<earshot-message .icon=${mdiMagnify} heading=${this.t("ledger.nothing_found.title")}>
        ${this.t("ledger.nothing_found.text")}
      </earshot-message>`;
    }
    if (isEmpty(this.filters)) {
      return html`<earshot-message .icon=${mdiFormatListBulleted} heading=${this.t("ledger.empty.title")}>
        ${this.t("ledger.empty.text")}
        <a slot="action" class="button" href=${href("satellites")}>${this.t("app.page.satellites")}</a>
      </earshot-message>`;
    }
    return html`<earshot-message .icon=${mdiFilterOffOutline} heading=${this.t("ledger.no_match.title")}>
      ${this.t("ledger.no_match.text")}
      <a slot="action" class="button" href=${href("ledger")}>${this.t("ledger.filter.clear")}</a>
    </earshot-message>`;
  }

  private choosingBar(listing: Listing): TemplateResult {
    return html`<earshot-ledger-choosing
      .selection=${this.selection}
      .listing=${listing}
      .everything=${this.everything(listing)}
      @choose=${(event: CustomEvent<Selection>) => {
        this.selection = event.detail;
      }}
      @done=${() => this.stopChoosing()}
    ></earshot-ledger-choosing>`;
  }

  private readonly rowAt = (index: number): UtteranceView | undefined =>
    this.found === undefined ? this.listing?.rows.get(index) : this.found[index];

  private readonly redraw = (): void => {
    this.version++;
    this.requestUpdate();
  };

  private readonly looked = (event: CustomEvent<RowWindow>): void => {
    const { first, end } = event.detail;
    if (this.found === undefined) this.listing?.rows.want(first, end);
    this.sayDay();
  };

  /** An utterance is gone to: whoever comes back is to be where they were. */
  private readonly leave = (): void => {
    const { list, listing } = this;
    const newest = listing?.restriction.until;
    if (list === null || newest === undefined || this.found !== undefined) return;
    leavePlace({ newest, row: list.topRow });
  };

  private everything(listing: Listing): Selection | undefined {
    if (this.found !== undefined) return Selection.of(this.found.map((view) => view.utterance_id));
    const { until } = listing.restriction;
    return listing.total === undefined || until === undefined ? undefined : Selection.all(until, listing.total);
  }

  private told(change: UtteranceEvent): void {
    const { listing, list } = this;
    if (listing === undefined) return;
    this.found = this.found && changedBy(this.found, change);
    switch (change.type) {
      case "stale":
        listing.refreshSoon();
        return;
      case "gone": {
        this.selection = this.selection.without(change.utterance_ids);
        const above = listing.gone(change.utterance_ids, list?.topRow ?? 0);
        if (list !== null) list.addedAbove -= above;
        return;
      }
      case "changed": {
        const atStart = this.found === undefined && (list?.atStart ?? true);
        const place = listing.told(change.utterance, atStart);
        if (place === undefined || list === null) return;
        if (atStart) list.slideIn(1);
        else if (place < list.topRow) list.addedAbove++;
      }
    }
  }

  private async showNewer(listing: Listing): Promise<void> {
    this.list?.toStart();
    const came = await listing.letWaitingIn();
    if (came !== undefined) this.list?.slideIn(came);
    this.list?.focus({ preventScroll: true });
  }

  private retry(): void {
    this.listing?.retry();
    void this.labels.reload();
  }

  private readonly toggle = (event: CustomEvent<UtteranceView>): void => {
    this.choosing = true;
    this.selection = this.selection.toggle(event.detail);
  };

  private toggleChoosing(): void {
    if (this.choosing) this.stopChoosing();
    else this.choosing = true;
  }

  private stopChoosing(): void {
    this.choosing = false;
    this.selection = Selection.nothing;
  }

  private openDialog(dialog: "search" | "export"): void {
    this.dialog = dialog;
  }

  private readonly closeDialog = (): void => {
    this.dialog = undefined;
  };

  private readonly showFound = ({ detail }: CustomEvent<Searched>): void => {
    this.stopChoosing();
    this.found = detail.found;
    this.list?.toStart();
  };

  private readonly closeFound = (): void => {
    this.stopChoosing();
    this.found = undefined;
    this.list?.toStart();
  };
}

function askerOf(session: Session): Asker {
  const { client } = session;
  return {
    list: (asked) => client.ask("earshot/utterances/list", asked),
    count: async (asked) => (await client.ask("earshot/utterances/count", asked)).count,
  };
}

/** What a search found, as it is after a change. */
function changedBy(found: readonly UtteranceView[], change: UtteranceEvent): readonly UtteranceView[] {
  if (change.type === "gone") return found.filter((view) => !change.utterance_ids.includes(view.utterance_id));
  if (change.type === "stale") return found;
  return found.map((view) => (view.utterance_id === change.utterance.utterance_id ? change.utterance : view));
}

function errorOf(listing: Listing): ApiError | undefined {
  return listing.rows.error === undefined ? undefined : ApiError.from(listing.rows.error);
}
