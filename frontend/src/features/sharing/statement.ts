import {
  mdiAccountGroupOutline,
  mdiAlertOutline,
  mdiCalendarClock,
  mdiEarHearing,
  mdiHandBackLeftOutline,
  mdiMapMarkerOutline,
  mdiTargetVariant,
} from "@mdi/js";
import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { StatementText, StatementTold } from "../../api/types.js";
import { EarshotElement } from "../../ui/element.js";
import "../../ui/icon.js";
import { fingerprint, textIn } from "./consenting.js";

/** The desk's own sentences, in the order in which a person wants to know: that people listen comes first. */
const PARTS: readonly (readonly [keyof StatementText, string])[] = [
  ["listen", mdiEarHearing],
  ["who", mdiAccountGroupOutline],
  ["where", mdiMapMarkerOutline],
  ["how_long", mdiCalendarClock],
  ["what_for", mdiTargetVariant],
  ["withdraw", mdiHandBackLeftOutline],
  ["danger", mdiAlertOutline],
];

/** What a desk says of itself: all of it, as it signed it. */
@customElement("earshot-statement")
export class EarshotStatement extends EarshotElement {
  static override styles = [
    ...EarshotElement.styles,
    css`
      :host {
        display: grid;
        gap: 20px;
      }
      .parts {
        display: grid;
        gap: 16px;
      }
      .part {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 2px 16px;
      }
      .part earshot-icon {
        grid-row: span 2;
        width: 24px;
        height: 24px;
        margin-top: 2px;
        color: var(--es-listened);
      }
      h3 {
        font-size: 0.875rem;
        color: var(--es-muted);
      }
      .own {
        white-space: pre-wrap;
        line-height: 1.5;
        max-width: 42em;
      }
      dl {
        display: grid;
        grid-template-columns: minmax(8em, auto) minmax(0, 1fr);
        gap: 6px 16px;
        margin: 0;
        padding-top: 16px;
        border-top: 1px solid var(--divider-color);
      }
      dt {
        color: var(--es-muted);
      }
      dd {
        margin: 0;
        overflow-wrap: anywhere;
      }
      code {
        font-size: 0.875rem;
      }
      @media (max-width: 600px) {
        dl {
          grid-template-columns: minmax(0, 1fr);
          gap: 0;
        }
        dd {
          margin-bottom: 8px;
        }
      }
    `,
  ];

  @property({ attribute: false }) statement: StatementTold | undefined = undefined;

  protected override render() {
    const { statement, session } = this;
    if (statement === undefined || session === undefined) return nothing;
    const { format } = session;
    const said = textIn(statement, format.language);
    return html`
      <div class="parts" lang=${said?.language ?? nothing}>
        ${said === undefined ? nothing : PARTS.map(([part, icon]) => this.paragraph(part, icon, said.text))}
      </div>
      <dl class="small">
        ${this.fact("name", statement.name)} ${this.fact("people", statement.people)}
        ${this.fact("place", statement.place)}
        ${this.fact("retention", this.t("sharing.days", { count: statement.retention_days }))}
        ${this.fact("contact", statement.contact)} ${this.fact("address", statement.address)}
        ${this.fact("version", this.t("sharing.statement.issued", { version: statement.version, at: format.date(statement.issued) }))}
        <dt>${this.t("sharing.statement.key")}</dt>
        <dd><code dir="ltr">${fingerprint(statement.key_sha256)}</code></dd>
        <dt>${this.t("sharing.statement.hash")}</dt>
        <dd><code dir="ltr">${fingerprint(statement.sha256)}</code></dd>
      </dl>
      <p class="muted small">${this.t("sharing.statement.declared")}</p>
    `;
  }

  private paragraph(part: keyof StatementText, icon: string, text: StatementText) {
    if (text[part].trim() === "") return nothing;
    return html`<div class="part">
      <earshot-icon .path=${icon}></earshot-icon>
      <h3>${this.t(`sharing.statement.part.${part}`)}</h3>
      <p class="own" dir="auto">${text[part]}</p>
    </div>`;
  }

  private fact(name: string, value: string) {
    return html`<dt>${this.t(`sharing.statement.fact.${name}`)}</dt><dd dir="auto">${value}</dd>`;
  }
}
