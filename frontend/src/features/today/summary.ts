import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { MarkSort, Today } from "../../api/types.js";
import { EarshotElement } from "../../ui/element.js";
import "../../ui/icon.js";
import { ledgerOfDay } from "./ledger-links.js";
import { SHAPES, sortColours } from "./sorts.js";

interface Sum {
  readonly sort: MarkSort;
  readonly count: number;
  /** What the ledger is filtered by; undefined where it has no filter for it. */
  readonly filter: Readonly<Record<string, string>> | undefined;
}

/** The numbers of a day that are not zero, each leading to its utterances. */
export function sumsOf(today: Today): readonly Sum[] {
  const all: readonly Sum[] = [
    { sort: "said", count: today.said, filter: {} },
    { sort: "false_wake", count: today.false_wakes, filter: { outcome: "false_wake" } },
    { sort: "outside", count: today.outside, filter: undefined },
    { sort: "blocked", count: today.blocked, filter: { outcome: "blocked" } },
    { sort: "left_house", count: today.left_house - today.unknown, filter: { left_house: "true" } },
    { sort: "unknown", count: today.unknown, filter: undefined },
    { sort: "listened", count: today.listened, filter: { listened: "true" } },
  ];
  return all.filter((one) => one.count > 0);
}

/** The numbers of a day, as a row of links. */
@customElement("earshot-day-summary")
export class EarshotDaySummary extends EarshotElement {
  static override styles = [
    ...EarshotElement.styles,
    sortColours,
    css`
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 0 20px;
        margin: 8px 0 0;
        padding: 0;
        list-style: none;
      }
      li > * {
        display: inline-flex;
        align-items: center;
        gap: 8px;
        min-height: 40px;
        color: var(--primary-text-color);
      }
      a {
        text-decoration-color: var(--es-outline);
        text-underline-offset: 4px;
      }
      earshot-icon {
        width: 16px;
        height: 16px;
      }
    `,
  ];

  @property({ attribute: false }) today: Today | undefined = undefined;

  protected override render() {
    const { today } = this;
    if (today === undefined) return nothing;
    const sums = sumsOf(today);
    if (sums.length === 0) return nothing;
    return html`<ul>${sums.map((sum) => html`<li>${this.sum(sum, today)}</li>`)}</ul>`;
  }

  private sum({ sort, count, filter }: Sum, today: Today) {
    const inside = html`<earshot-icon class=${sort} .path=${SHAPES[sort]}></earshot-icon>${this.t(`today.days.of.${sort}`, { count })}`;
    return filter === undefined
      ? html`<span>${inside}</span>`
      : html`<a href=${ledgerOfDay(today, filter)}>${inside}</a>`;
  }
}
