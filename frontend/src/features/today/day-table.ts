import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Mark, SatelliteLine } from "../../api/types.js";
import { href } from "../../app/address.js";
import { EarshotElement } from "../../ui/element.js";
import "../../ui/icon.js";
import { SHAPES, sortColours } from "./sorts.js";

/** The marks of a day as a table, the newest first: for those who do not see lines, or want to read. */
@customElement("earshot-day-table")
export class EarshotDayTable extends EarshotElement {
  static override styles = [
    ...EarshotElement.styles,
    sortColours,
    css`
      :host {
        display: block;
        max-height: 420px;
        overflow: auto;
      }
      table {
        width: 100%;
        border-collapse: collapse;
      }
      th,
      td {
        padding: 0 12px 0 0;
        height: 40px;
        text-align: start;
        overflow-wrap: anywhere;
      }
      th {
        color: var(--es-muted);
        font-size: 0.875rem;
        font-weight: 400;
      }
      tr + tr td {
        border-top: 1px solid var(--divider-color);
      }
      td:first-child {
        white-space: nowrap;
      }
      .sorts {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 12px;
      }
      .sorts span {
        display: inline-flex;
        align-items: center;
        gap: 6px;
      }
      .sorts b {
        color: var(--primary-text-color);
        font-weight: 400;
      }
      earshot-icon {
        width: 14px;
        height: 14px;
      }
    `,
  ];

  @property({ attribute: false }) satellites: readonly SatelliteLine[] = [];

  protected override render() {
    const rows = this.satellites
      .flatMap((lane) => lane.marks.map((mark) => ({ mark, label: lane.label })))
      .sort((one, other) => Date.parse(other.mark.at) - Date.parse(one.mark.at));
    return html`<table>
      <caption class="visually-hidden">${this.t("today.strip.title")}</caption>
      <thead>
        <tr>
          <th scope="col">${this.t("today.table.time")}</th>
          <th scope="col">${this.t("today.table.satellite")}</th>
          <th scope="col">${this.t("today.table.what")}</th>
        </tr>
      </thead>
      <tbody>${rows.map(({ mark, label }) => this.row(mark, label))}</tbody>
    </table>`;
  }

  private row(mark: Mark, label: string | null) {
    return html`<tr>
      <td><a href=${href("utterance", mark.utterance_id)}>${this.session?.format.time(mark.at, true)}</a></td>
      <td dir="auto">${label ?? this.t("today.strip.unknown_satellite")}</td>
      <td>
        <div class="sorts">
          ${mark.sorts.map(
            (sort) => html`<span class=${sort}>
              <earshot-icon .path=${SHAPES[sort]}></earshot-icon><b>${this.t(`today.sort.${sort}`)}</b>
            </span>`,
          )}
          ${mark.open ? html`<span class="muted">${this.t("words.outcome.open")}</span>` : nothing}
        </div>
      </td>
    </tr>`;
  }
}
