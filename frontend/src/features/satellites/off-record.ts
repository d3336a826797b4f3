import { mdiIncognito } from "@mdi/js";
import { css, html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Arguments } from "../../api/client.js";
import type { Silence, ToldSettings } from "../../api/types.js";
import { EarshotElement } from "../../ui/element.js";
import "../../ui/icon.js";
import { changeSettings, periodText, type SettingCommand } from "./privacy-settings.js";
import { PlaceSettings, SILENCES } from "./settings.js";

/** Says whether something is kept here now, and goes off the record and on it again. */
@customElement("earshot-off-record")
export class EarshotOffRecord extends EarshotElement {
  static override styles = [
    ...EarshotElement.styles,
    css`
      :host {
        display: block;
      }
      .off {
        color: var(--es-unknown);
        font-weight: 500;
      }
      select {
        max-width: 100%;
      }
    `,
  ];

  /** Entity id; null: the whole house. */
  @property({ attribute: false }) satellite: string | null = null;
  @property({ attribute: false }) told: ToldSettings | undefined = undefined;
  @property({ type: Boolean, attribute: "may-change" }) mayChange = false;
  @state() private busy = false;
  @query("select") private readonly period!: HTMLSelectElement | null;

  protected override render() {
    if (this.told === undefined) return nothing;
    const place = new PlaceSettings(this.told, this.satellite);
    const { silence } = place;
    if (silence !== null) return this.off(silence, place.ownSilence !== null);
    return this.mayChange ? this.on() : nothing;
  }

  private off(silence: Silence, own: boolean) {
    return html`<div class="row wrap">
      <span class="row off" role="status"><earshot-icon .path=${mdiIncognito}></earshot-icon>${this.since(silence, own)}</span>
      ${
        own && this.mayChange
          ? html`<button ?disabled=${this.busy} @click=${() => this.ask("earshot/settings/on_the_record", { satellite: this.satellite })}>
              ${this.t("satellites.off.end")}
            </button>`
          : nothing
      }
    </div>`;
  }

  private since({ until }: Silence, own: boolean): string {
    const format = this.session?.format;
    if (!own) return this.t("satellites.off.house");
    if (until === null || format === undefined) return this.t("satellites.off.open");
    const today = format.isoDay(until) === format.isoDay(new Date());
    return this.t("satellites.off.until", { until: today ? format.time(until) : format.moment(until) });
  }

  private on() {
    return html`<div class="row wrap">
      <button ?disabled=${this.busy} @click=${this.go}>
        <earshot-icon .path=${mdiIncognito}></earshot-icon>${this.t("satellites.off.begin")}
      </button>
      <select aria-label=${this.t("satellites.off.how_long")} ?disabled=${this.busy}>
        ${SILENCES.map((seconds) => html`<option value=${seconds ?? ""}>${this.length(seconds)}</option>`)}
      </select>
    </div>`;
  }

  private length(seconds: number | null): string {
    return seconds === null ? this.t("satellites.off.until_ended") : periodText(seconds, this.t);
  }

  private go(): void {
    const seconds = Number(this.period?.value ?? 0);
    const until = seconds === 0 ? null : new Date(Date.now() + seconds * 1_000).toISOString();
    void this.ask("earshot/settings/off_the_record", { satellite: this.satellite, until });
  }

  private async ask<K extends SettingCommand>(command: K, args: Arguments<K>): Promise<void> {
    this.busy = true;
    await changeSettings(this, command, args);
    this.busy = false;
  }
}
