import {
  mdiEarHearing,
  mdiExportVariant,
  mdiMessageReplyTextOutline,
  mdiShieldOffOutline,
  mdiTextBoxOutline,
  mdiWaveform,
} from "@mdi/js";
import { css, html, nothing, type TemplateResult } from "lit";
import type { ContentKind, Ear, Place, UtteranceView } from "../../api/types.js";
import type { Session } from "../../app/session.js";
import type { Formats } from "../../i18n/format.js";
import type { Localize } from "../../i18n/localize.js";
import { OUTCOME_ICONS, PLACE_ICONS, PLACES } from "../../words/words.js";
import { keeps } from "./filters.js";

const CONTENTS: readonly (readonly [ContentKind, string])[] = [
  ["sound", mdiWaveform],
  ["words", mdiTextBoxOutline],
  ["response", mdiMessageReplyTextOutline],
];

/** Who heard at one place, by name, none twice. */
export interface Company {
  readonly place: Place;
  readonly labels: readonly string[];
}

/** Who heard an utterance, by place, the outermost first. */
export function companies(ears: readonly Ear[]): readonly Company[] {
  return [...PLACES]
    .reverse()
    .map((place) => ({
      place,
      labels: [...new Set(ears.filter((ear) => ear.place === place).map((ear) => ear.label))],
    }))
    .filter(({ labels }) => labels.length > 0);
}

/** What a screen reader says of a row: one sentence, of facts and never of words. */
export function sentenceOf(view: UtteranceView, t: Localize, format: Formats): string {
  const kept = CONTENTS.filter(([kind]) => keeps(view, kind)).map(([kind]) => t(`words.content.${kind}`));
  const ears = companies(view.ears).flatMap(({ labels }) => labels);
  const sentence = t("ledger.row.sentence", {
    moment: format.moment(view.at),
    satellite: view.satellite?.label ?? t("ledger.row.no_satellite"),
    outcome: t(`words.outcome.${view.outcome ?? "open"}`),
    heard: ears.length > 0 ? "some" : "nobody",
    ears: format.list(ears),
    outside: view.outside === null ? "no" : "yes",
    left: view.left_house ? "yes" : "no",
    listened: view.listened ? "yes" : "no",
    kept: kept.length > 0 ? "some" : "nothing",
    contents: format.list(kept),
  });
  // What a sentence leaves out leaves spaces.
  return sentence.replace(/ +/g, " ");
}

/** Draw what is in a row. Light on purpose, without elements of our own: forty of them are drawn while one scrolls. */
export function drawFacts(view: UtteranceView, session: Session): TemplateResult {
  const { localize: t, format } = session;
  const satellite = view.satellite?.label ?? t("ledger.row.no_satellite");
  const area = view.satellite?.area ?? undefined;
  const outcome = view.outcome ?? "open";
  return html`
    <span class="when"><span>${format.time(view.at)}</span><span class="second">${format.shortDay(view.at)}</span></span>
    <span class="who">
      <bdi class="name">${satellite}</bdi>
      <span class="second">
        ${picture(OUTCOME_ICONS[outcome])}${t(`words.outcome.${outcome}`)}${area === undefined ? nothing : html` · <bdi>${area}</bdi>`}
      </span>
    </span>
    <span class="ears">
      ${companies(view.ears).map(
        ({ place, labels }) =>
          html`<span class="company ${place}">${picture(PLACE_ICONS[place])}<bdi class="labels">${format.list(labels)}</bdi></span>`,
      )}
    </span>
    <span class="marks">
      ${view.outside === null ? nothing : html`<span class="mark outside">${picture(mdiShieldOffOutline)}<span>${t("ledger.row.outside")}</span></span>`}
      ${view.left_house ? html`<span class="mark left">${picture(mdiExportVariant)}<span>${t("ledger.row.left")}</span></span>` : nothing}
      ${view.listened ? html`<span class="mark listened">${picture(mdiEarHearing)}<span>${t("words.listened")}</span></span>` : nothing}
      <span class="kept">${CONTENTS.map(([kind, icon]) => (keeps(view, kind) ? picture(icon) : nothing))}</span>
    </span>
  `;
}

/** Draw a row that is not here yet. */
export function drawSkeleton(): TemplateResult {
  return html`<span class="when"><i></i></span><span class="who"><i></i><i></i></span><span class="ears"><i></i></span><span class="marks"></span>`;
}

function picture(path: string): TemplateResult {
  return html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${path}></path></svg>`;
}

export const rowStyles = css`
  .row {
    display: grid;
    grid-template-columns: 5.8rem minmax(9rem, 1fr) minmax(0, 1.6fr) auto;
    align-items: center;
    gap: 16px;
    height: 100%;
    padding-inline: 16px;
    border-bottom: 1px solid var(--divider-color);
    color: inherit;
    text-decoration: none;
    cursor: pointer;
  }
  .row.choosing {
    grid-template-columns: 24px 5.8rem minmax(9rem, 1fr) minmax(0, 1.6fr) auto;
  }
  .row:hover {
    background: color-mix(in srgb, var(--primary-text-color) 4%, transparent);
  }
  .row[aria-selected="true"] {
    background: color-mix(in srgb, var(--es-accent) 12%, transparent);
  }
  #scroller:focus-visible .row.active {
    outline: 2px solid var(--es-link);
    outline-offset: -3px;
    border-radius: 8px;
  }
  .facts {
    display: contents;
  }
  svg {
    flex: none;
    width: 1.15rem;
    height: 1.15rem;
    fill: currentColor;
  }
  .when,
  .who {
    display: grid;
    gap: 2px;
    min-width: 0;
  }
  .when {
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }
  .name,
  .labels {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .second {
    display: flex;
    align-items: center;
    gap: 5px;
    min-width: 0;
    overflow: hidden;
    color: var(--es-muted);
    font-size: 0.875rem;
    white-space: nowrap;
  }
  .second svg {
    width: 1rem;
    height: 1rem;
  }
  .ears {
    display: flex;
    gap: 14px;
    min-width: 0;
    overflow: hidden;
    font-size: 0.875rem;
  }
  .company {
    display: flex;
    align-items: center;
    gap: 5px;
    min-width: 1.15rem;
    color: var(--es-inside);
  }
  .company.home_network {
    color: var(--es-network);
  }
  .company.internet {
    color: var(--es-outside);
  }
  .company.unknown {
    color: var(--es-unknown);
  }
  .labels {
    color: var(--primary-text-color);
  }
  .marks {
    display: flex;
    align-items: center;
    justify-content: flex-end;
    gap: 12px;
    font-size: 0.875rem;
    white-space: nowrap;
  }
  .mark {
    display: flex;
    align-items: center;
    gap: 5px;
  }
  .left {
    color: var(--es-outside);
  }
  .outside {
    color: var(--es-unknown);
  }
  .listened {
    color: var(--es-listened);
  }
  .kept {
    display: flex;
    gap: 4px;
    justify-content: flex-end;
    min-width: 4rem;
    color: var(--es-muted);
  }
  .quiet .name,
  .quiet .when,
  .quiet .labels,
  .quiet .company {
    color: var(--es-muted);
  }
  .box {
    display: grid;
    place-items: center;
    width: 22px;
    height: 22px;
    border: 2px solid var(--es-outline);
    border-radius: 6px;
    color: var(--es-on-accent);
  }
  [aria-selected="true"] .box {
    border-color: transparent;
    background: var(--es-accent);
  }
  i {
    display: block;
    width: 70%;
    height: 0.75rem;
    border-radius: 6px;
    background: color-mix(in srgb, var(--primary-text-color) 8%, transparent);
  }
  .who i + i {
    width: 40%;
  }
  :host([narrow]) .row {
    grid-template-columns: 4.9rem minmax(0, 1fr) auto;
    grid-template-rows: auto auto;
    align-content: center;
    gap: 2px 10px;
    padding-inline: 12px;
  }
  :host([narrow]) .row.choosing {
    grid-template-columns: 24px 4.9rem minmax(0, 1fr) auto;
  }
  :host([narrow]) .when,
  :host([narrow]) .who,
  :host([narrow]) .box {
    grid-row: 1 / 3;
  }
  :host([narrow]) .labels,
  :host([narrow]) .mark span {
    display: none;
  }
  :host([narrow]) .ears {
    justify-content: flex-end;
    gap: 6px;
    overflow: visible;
  }
  :host([narrow]) .marks {
    gap: 6px;
  }
  :host([narrow]) .kept {
    min-width: 0;
  }
`;
