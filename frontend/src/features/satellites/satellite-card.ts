import {
  mdiAlertOutline,
  mdiInformationOutline,
  mdiLinkVariant,
  mdiLinkVariantOff,
  mdiSpeakerWireless,
  mdiTune,
} from "@mdi/js";
import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Posture, StagePosture, ToldSettings } from "../../api/types.js";
import type { Localize } from "../../i18n/localize.js";
import "../../ui/badge.js";
import { EarshotElement } from "../../ui/element.js";
import "../../ui/icon.js";
import "./off-record.js";
import { engines, type Line, linesOf } from "./posture.js";
import "./privacy-settings.js";
import { periodText } from "./privacy-settings.js";
import { CONTENTS, PlaceSettings } from "./settings.js";

/** What somebody wants done with a satellite's pairing. */
export type PairingWish = "pair" | "change" | "unpair";

/** One satellite: what is known of it, the warnings first, and what may be kept of what is said to it. */
@customElement("earshot-satellite-card")
export class EarshotSatelliteCard extends EarshotElement {
  static override styles = [
    ...EarshotElement.styles,
    css`
      :host {
        display: block;
      }
      .card {
        display: grid;
        gap: 16px;
        height: 100%;
        align-content: start;
      }
      header {
        display: flex;
        align-items: flex-start;
        gap: 12px;
      }
      header > div {
        flex: 1;
        min-width: 0;
      }
      header > earshot-icon {
        width: 28px;
        height: 28px;
        color: var(--es-muted);
      }
      ul {
        display: grid;
        gap: 14px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li.line {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 2px 12px;
      }
      li.line > earshot-icon {
        margin-top: 2px;
      }
      li.line.warning > earshot-icon {
        color: var(--es-outside);
      }
      li.line.note > earshot-icon,
      li.line.fine > earshot-icon {
        color: var(--es-muted);
      }
      .why {
        grid-column: 2;
        display: flex;
        flex-wrap: wrap;
        gap: 4px 12px;
      }
      table {
        width: 100%;
        border-collapse: collapse;
      }
      th {
        font-weight: 400;
        text-align: start;
        color: var(--es-muted);
        white-space: nowrap;
      }
      th,
      td {
        padding: 8px 0;
        padding-inline-end: 12px;
        border-top: 1px solid var(--divider-color);
        vertical-align: top;
        overflow-wrap: anywhere;
      }
      .where {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 12px;
      }
      caption {
        padding-bottom: 8px;
        font-weight: 500;
        text-align: start;
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
      earshot-privacy-settings {
        margin-top: 8px;
      }
    `,
  ];

  @property({ attribute: false }) posture: Posture | undefined = undefined;
  @property({ attribute: false }) told: ToldSettings | undefined = undefined;
  @property({ type: Boolean, attribute: "may-change" }) mayChange = false;
  @state() private opened = false;

  protected override render() {
    const { posture } = this;
    if (posture === undefined) return nothing;
    const { label, area } = posture.satellite;
    return html`<article class="card" aria-label=${label}>
      <header>
        <earshot-icon .path=${mdiSpeakerWireless}></earshot-icon>
        <div>
          <h2>${label}</h2>
          <p class="muted small">${this.about(posture, area)}</p>
        </div>
      </header>
      <ul>
        ${linesOf(posture).map((line) => this.line(line))}
      </ul>
      ${this.handed(posture)}
      ${this.settings(posture)}
      ${this.mayChange ? this.pairing(posture) : nothing}
    </article>`;
  }

  private about(posture: Posture, area: string | null): string {
    const paired = this.t(posture.paired === null ? "satellites.pairing.none" : "satellites.pairing.is");
    const speaks = this.t(`satellites.speaks.${posture.speaks.value ?? "other"}`);
    return [area, speaks, paired].filter((one) => one !== null).join(" · ");
  }

  private line({ key, values, weight, icon, fact }: Line) {
    return html`<li class="line ${weight}">
      <earshot-icon .path=${weight === "warning" ? mdiAlertOutline : icon}></earshot-icon>
      <span>
        ${weight === "warning" ? html`<span class="visually-hidden">${this.t("satellites.warning")}</span>` : nothing}
        ${this.t(`satellites.line.${key}`, values)}
      </span>
      ${
        fact === undefined
          ? nothing
          : html`<span class="why small">
              <earshot-evidence .evidence=${fact.evidence}></earshot-evidence>
              <span class="muted">${this.t(`satellites.why.${fact.why}`)}</span>
            </span>`
      }
    </li>`;
  }

  private handed(posture: Posture) {
    const stages = engines(posture);
    if (stages.length === 0) return nothing;
    return html`<table>
      <caption>
        ${this.t("satellites.handed")}
      </caption>
      <tbody>
        ${stages.map((stage) => this.stage(stage))}
      </tbody>
    </table>`;
  }

  private stage({ stage, label, place, evidence }: StagePosture) {
    return html`<tr>
      <th scope="row">${this.t(`words.stage.${stage}`)}</th>
      <td>
        <div>${label}</div>
        <div class="where small">
          <earshot-place .place=${place}></earshot-place><earshot-evidence .evidence=${evidence}></earshot-evidence>
        </div>
      </td>
    </tr>`;
  }

  private settings(posture: Posture) {
    const { told } = this;
    const entity = posture.satellite.entity_id;
    if (told === undefined || entity === null) return nothing;
    const place = new PlaceSettings(told, entity);
    return html`
      <div class="stack">
        <p>
          ${keptText(place, this.t, (items) => this.session?.format.list(items) ?? "")}
          ${this.readers(place)}
        </p>
        <earshot-off-record .satellite=${entity} .told=${told} ?may-change=${this.mayChange}></earshot-off-record>
      </div>
      ${this.mayChange ? this.details(entity, told) : nothing}
    `;
  }

  /** Say who may read what is kept here. Where nothing is kept there is nothing to read. */
  private readers(place: PlaceSettings) {
    if (!CONTENTS.some((content) => place.kept(content) > 0)) return nothing;
    return this.t(place.sharedSince === null ? "satellites.share.is_not" : "satellites.share.is");
  }

  private details(entity: string, told: ToldSettings) {
    return html`<details @toggle=${(event: Event) => this.toggle(event)}>
      <summary><earshot-icon .path=${mdiTune}></earshot-icon>${this.t("satellites.settings")}</summary>
      ${
        this.opened
          ? html`<earshot-privacy-settings .satellite=${entity} .told=${told}></earshot-privacy-settings>`
          : nothing
      }
    </details>`;
  }

  private toggle(event: Event): void {
    this.opened = (event.target as HTMLDetailsElement).open;
  }

  private pairing(posture: Posture) {
    if (posture.paired !== null) {
      return html`<div class="row wrap">
        <button @click=${() => this.wish("change")}>
          <earshot-icon .path=${mdiLinkVariant}></earshot-icon>${this.t("satellites.pairing.change")}
        </button>
        <button class="danger plain" @click=${() => this.wish("unpair")}>
          <earshot-icon .path=${mdiLinkVariantOff}></earshot-icon>${this.t("satellites.pairing.end")}
        </button>
      </div>`;
    }
    if (posture.pipelines.length === 0) {
      return html`<p class="row muted small">
        <earshot-icon .path=${mdiInformationOutline}></earshot-icon>${this.t("satellites.pairing.impossible")}
      </p>`;
    }
    return html`<div class="row wrap">
      <button class="filled" @click=${() => this.wish("pair")}>
        <earshot-icon .path=${mdiLinkVariant}></earshot-icon>${this.t("satellites.pairing.begin")}
      </button>
    </div>`;
  }

  private wish(wish: PairingWish): void {
    this.dispatchEvent(new CustomEvent<PairingWish>("pairing", { detail: wish }));
  }
}

/** Say in one sentence what is kept here of what is said now. */
export function keptText(place: PlaceSettings, t: Localize, list: (items: readonly string[]) => string): string {
  if (place.silence !== null) return t("satellites.kept.off");
  const kept = CONTENTS.filter((content) => place.kept(content) > 0);
  if (kept.length === 0) return t("satellites.kept.nothing");
  const items = kept.map((content) =>
    t(`satellites.kept.item.${content}`, { period: periodText(place.kept(content), t) }),
  );
  return t(kept.includes("sound") ? "satellites.kept.now" : "satellites.kept.no_sound", { items: list(items) });
}
