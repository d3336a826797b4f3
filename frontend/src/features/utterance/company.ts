import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { StoredEntry, UtteranceView } from "../../api/types.js";
import "../../ui/badge.js";
import { EarshotElement } from "../../ui/element.js";
import "../../ui/icon.js";
import { EAR_ICONS } from "../../words/words.js";
import { type Station, stationsOf } from "./house/stations.js";
import { keepsText, receivedText } from "./telling.js";
import { readings } from "./told.js";

/**
 * "Who was within earshot": what the house drawing shows, as a list. Sends "pointed" with the number of the row that
 * the pointer is on, and 0 when it leaves.
 */
@customElement("earshot-company")
export class EarshotCompany extends EarshotElement {
  static override styles = [
    ...EarshotElement.styles,
    css`
      ol,
      ul {
        display: grid;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: 28px minmax(0, 1fr);
        gap: 2px 8px;
        padding: 12px 4px;
        border-top: 1px solid var(--divider-color);
      }
      li:first-child {
        border-top: none;
      }
      li:hover {
        background: color-mix(in srgb, var(--primary-text-color) 4%, transparent);
      }
      li > :not(.number) {
        grid-column: 2;
        overflow-wrap: anywhere;
      }
      .number {
        color: var(--es-muted);
        font-variant-numeric: tabular-nums;
      }
      .name {
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 4;
        overflow: hidden;
        font-weight: 500;
      }
      .facts {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 16px;
      }
      h3 {
        margin-top: 16px;
        font-size: 1rem;
        font-weight: 500;
      }
      .by {
        overflow-wrap: anywhere;
        display: flex;
        gap: 8px;
        padding: 8px 4px;
        border: none;
        color: var(--es-listened);
      }
    `,
  ];

  @property({ attribute: false }) utterance: UtteranceView | undefined = undefined;
  @property({ attribute: false }) entries: readonly StoredEntry[] = [];

  protected override render() {
    if (this.utterance === undefined) return nothing;
    const stations = stationsOf(this.utterance);
    const heard = stations.filter(({ blocked }) => blocked === undefined);
    const barred = stations.filter(({ blocked }) => blocked !== undefined);
    return html`
      ${
        heard.length === 0
          ? html`<p class="muted">${this.t("utterance.company.nobody")}</p>`
          : html`<ol>${heard.map((station) => this.row(station))}</ol>`
      }
      ${barred.length === 0 ? nothing : html`<h3>${this.t("utterance.company.barred")}</h3><ul>${barred.map((station) => this.barred(station))}</ul>`}
      ${this.listeners()}
    `;
  }

  private row(station: Station) {
    const { session } = this;
    if (session === undefined) return nothing;
    const point = (number: number) => () => this.dispatchEvent(new CustomEvent("pointed", { detail: number }));
    return html`<li @pointerenter=${point(station.number ?? 0)} @pointerleave=${point(0)}>
      <span class="number" aria-hidden="true">${session.format.number(station.number ?? 0)}</span>
      <div class="name"><bdi>${station.label || this.t("utterance.somebody")}</bdi></div>
      <div class="facts small">
        <span class="row"><earshot-icon .path=${EAR_ICONS[station.kind]}></earshot-icon>${this.t(`words.ear.${station.kind}`)}</span>
        <earshot-place .place=${station.place}></earshot-place>
        <earshot-evidence .evidence=${station.evidence}></earshot-evidence>
      </div>
      ${station.parts.map(
        (ear) => html`<div class="small">
          ${receivedText(ear, station.parts, session)}
          <span class="muted">${keepsText([ear], session)}</span>
        </div>`,
      )}
    </li>`;
  }

  private barred({ label, place, blocked }: Station) {
    if (blocked === undefined) return nothing;
    return html`<li>
      <div class="name"><bdi>${label}</bdi></div>
      <div class="facts small"><earshot-place .place=${place}></earshot-place></div>
      <div class="small">${this.t(`utterance.blocked.${blocked.content === "sound" ? "sound" : "words"}`)}</div>
      <div class="small muted">${this.t(ruleKey(blocked.rule, blocked.answer))}</div>
    </li>`;
  }

  private listeners() {
    const { session } = this;
    const read = readings(this.entries);
    if (read.length === 0 || session === undefined) return nothing;
    return html`<h3>${this.t("utterance.company.listened")}</h3>
      <ul>
        ${read.map(
          ({ how, who, at }) => html`<li class="by">
            <earshot-icon .path=${EAR_ICONS.household_member}></earshot-icon>
            <span>${this.t(HOW[how] ?? "utterance.read.other", { who: who || this.t("utterance.somebody"), at: session.format.moment(at) })}</span>
          </li>`,
        )}
      </ul>`;
  }
}

const HOW: Readonly<Record<string, string | undefined>> = {
  words: "utterance.read.words",
  sound: "utterance.read.sound",
  export: "utterance.read.export",
  found: "utterance.read.found",
};

/** Why it was not handed on. */
export function ruleKey(rule: string, answer: string | null): string {
  if (rule === "ask") return answer === "no" ? "utterance.rule.said_no" : "utterance.rule.silence";
  if (rule === "local_only") return "utterance.rule.local_only";
  return rule === "no_rule" ? "utterance.rule.no_rule" : "utterance.rule.unreadable";
}
