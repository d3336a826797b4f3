import {
  mdiAccountVoice,
  mdiCalendarRange,
  mdiClose,
  mdiEarHearing,
  mdiExportVariant,
  mdiFilterRemoveOutline,
  mdiListStatus,
  mdiMapMarkerOutline,
  mdiSpeakerWireless,
  mdiTextBoxOutline,
  mdiWaveform,
} from "@mdi/js";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { EarshotElement } from "../../ui/element.js";
import { PLACES } from "../../words/words.js";
import "../../ui/icon.js";
import { type Filters, FLAGS, type Flag, isEmpty, OUTCOMES, TIMES, type Time } from "./filters.js";

/** What occurs in the ledger, to choose from. */
export interface Labels {
  readonly satellites: readonly string[];
  readonly ears: readonly string[];
}

/** One value that can be chosen, as it stands in the select, and what it is called. */
type Option = readonly [value: string, text: string];

const FLAG_ICONS: Readonly<Record<Flag, string>> = {
  left_house: mdiExportVariant,
  listened: mdiEarHearing,
  sound_kept: mdiWaveform,
  words_kept: mdiTextBoxOutline,
};

const RANGE = "range";

/**
 * The filters as chips: the browser's own choice in each, which every keyboard, screen reader and phone knows. Sends
 * "filter" with what is chosen now.
 */
@customElement("earshot-ledger-filters")
export class EarshotLedgerFilters extends EarshotElement {
  static override styles = [
    ...EarshotElement.styles,
    css`
      :host {
        display: block;
      }
      .chips {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      :host([narrow]) .chips {
        flex-wrap: nowrap;
        margin-inline: -16px;
        padding: 2px 16px;
        overflow-x: auto;
        scrollbar-width: none;
      }
      .filter {
        position: relative;
        display: inline-flex;
        flex: none;
        align-items: center;
        height: 40px;
        border: 1px solid var(--es-outline);
        border-radius: 20px;
        background: var(--ha-card-background, var(--card-background-color));
      }
      .filter > earshot-icon {
        position: absolute;
        inset-inline-start: 12px;
        pointer-events: none;
      }
      .filter.set {
        border-color: transparent;
        background: var(--es-accent);
        color: var(--es-on-accent);
      }
      select {
        max-width: 15rem;
        min-height: 38px;
        padding-inline: 38px 14px;
        border: none;
        border-radius: 20px;
        background: transparent;
        color: inherit;
        font-size: 0.9rem;
        text-overflow: ellipsis;
        appearance: none;
        cursor: pointer;
        field-sizing: content;
      }
      .set select {
        padding-inline-end: 4px;
      }
      option {
        background: var(--card-background-color);
        color: var(--primary-text-color);
      }
      .filter button {
        min-height: 38px;
        width: 36px;
        color: inherit;
      }
      .range {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 16px;
        margin-top: 8px;
      }
      .range label {
        display: flex;
        align-items: center;
        gap: 8px;
      }
      .clear {
        flex: none;
        padding: 0 12px;
        font-size: 0.9rem;
      }
      :host([dark]) {
        color-scheme: dark;
      }
    `,
  ];

  @property({ attribute: false }) filters: Filters = {};
  @property({ attribute: false }) labels: Labels | undefined = undefined;
  @property({ type: Boolean, reflect: true }) narrow = false;
  @state() private ranging = false;

  protected override render() {
    const { filters } = this;
    return html`
      <div class="chips" role="group" aria-label=${this.t("ledger.filters")}>
        ${this.chip("heard_by", mdiAccountVoice, this.named(this.labels?.ears, filters.heard_by))}
        ${this.chip(
          "place",
          mdiMapMarkerOutline,
          [...PLACES].reverse().map((place) => [place, this.t(`words.place.${place}`)]),
        )}
        ${this.chip(
          "outcome",
          mdiListStatus,
          OUTCOMES.map((outcome) => [outcome, this.t(`words.outcome.${outcome}`)]),
        )}
        ${this.chip("satellite", mdiSpeakerWireless, this.satellites())}
        ${this.whenChip()} ${FLAGS.map((flag) => this.flagChip(flag))}
        ${
          isEmpty(filters)
            ? nothing
            : html`<button class="plain clear" @click=${() => this.choose({})}>
                <earshot-icon .path=${mdiFilterRemoveOutline}></earshot-icon>${this.t("ledger.filter.clear")}
              </button>`
        }
      </div>
      ${this.ranged ? this.range() : nothing}
    `;
  }

  private get ranged(): boolean {
    const { when, from, to } = this.filters;
    return when === undefined && (this.ranging || from !== undefined || to !== undefined);
  }

  private chip(name: "heard_by" | "place" | "outcome" | "satellite", icon: string, options: readonly Option[]) {
    const set = (value: string) => this.choose({ ...this.filters, [name]: value || undefined });
    return this.draw(name, icon, this.filters[name] ?? "", options, set);
  }

  private flagChip(flag: Flag) {
    const value = this.filters[flag];
    const options: Option[] = [
      ["yes", this.t(`ledger.filter.${flag}_yes`)],
      ["no", this.t(`ledger.filter.${flag}_no`)],
    ];
    const set = (chosen: string) =>
      this.choose({ ...this.filters, [flag]: chosen === "" ? undefined : chosen === "yes" });
    return this.draw(flag, FLAG_ICONS[flag], value === undefined ? "" : value ? "yes" : "no", options, set);
  }

  private whenChip() {
    const times = Object.keys(TIMES) as Time[];
    const options: Option[] = times.map((time) => [time, this.t(`ledger.when.${time}`)]);
    const set = (value: string) => {
      this.ranging = value === RANGE;
      const { when: _when, from: _from, to: _to, ...others } = this.filters;
      this.choose(value === "" || value === RANGE ? others : { ...others, when: value as Time });
    };
    const value = this.filters.when ?? (this.ranged ? RANGE : "");
    return this.draw("when", mdiCalendarRange, value, [...options, [RANGE, this.t("ledger.when.range")]], set);
  }

  private draw(
    name: string,
    icon: string,
    value: string,
    options: readonly Option[],
    set: (value: string) => void,
  ): TemplateResult {
    const title = this.t(`ledger.filter.${name}`);
    const change = (event: Event) => set((event.target as HTMLSelectElement).value);
    return html`<span class=${value === "" ? "filter" : "filter set"}>
      <earshot-icon .path=${icon}></earshot-icon>
      <select aria-label=${title} data-filter=${name} @change=${change}>
        <option value="" ?selected=${value === ""}>${value === "" ? title : this.t("ledger.filter.any")}</option>
        ${options.map(([key, text]) => html`<option value=${key} ?selected=${key === value}>${text}</option>`)}
      </select>
      ${
        value === ""
          ? nothing
          : html`<button class="icon" aria-label=${this.t("ledger.filter.remove", { filter: title })} @click=${() => set("")}>
              <earshot-icon .path=${mdiClose}></earshot-icon>
            </button>`
      }
    </span>`;
  }

  private range() {
    const day = (name: "from" | "to") => {
      const change = (event: Event) =>
        this.choose({ ...this.filters, [name]: (event.target as HTMLInputElement).value || undefined });
      return html`<label>
        ${this.t(`ledger.filter.${name}`)}
        <input type="date" .value=${this.filters[name] ?? ""} @change=${change} />
      </label>`;
    };
    return html`<div class="range">${day("from")}${day("to")}</div>`;
  }

  /** Names to choose from; the one that an address names is among them, whether or not it occurs. */
  private named(names: readonly string[] = [], chosen: string | undefined): Option[] {
    const all = chosen === undefined || names.includes(chosen) ? names : [...names, chosen];
    return all.map((name) => [name, name]);
  }

  private satellites(): Option[] {
    const states = this.session?.hass().states ?? {};
    return this.named(this.labels?.satellites, this.filters.satellite).map(([name]) => {
      const called = states[name]?.attributes.friendly_name;
      return [name, typeof called === "string" ? called : name];
    });
  }

  private choose(filters: Filters): void {
    this.dispatchEvent(new CustomEvent<Filters>("filter", { detail: filters }));
  }
}
