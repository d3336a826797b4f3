import {
  mdiAlertCircleOutline,
  mdiAlertOutline,
  mdiCheckCircleOutline,
  mdiChevronRight,
  mdiInformationOutline,
} from "@mdi/js";
import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { Loaded } from "../../api/loaded.js";
import type { Decision } from "../../api/types.js";
import { isolate } from "../../i18n/isolate.js";
import { EarshotElement } from "../../ui/element.js";
import "../../ui/icon.js";
import { type Item, itemsOf } from "./deciding.js";

const ICONS: Readonly<Record<string, string | undefined>> = {
  critical: mdiAlertCircleOutline,
  error: mdiAlertCircleOutline,
  warning: mdiAlertOutline,
};

/** What needs a person, the most urgent first, each with where to go; or calmly that nothing does. */
@customElement("earshot-decisions")
export class EarshotDecisions extends EarshotElement {
  static override styles = [
    ...EarshotElement.styles,
    css`
      :host {
        display: block;
      }
      ul {
        display: grid;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li > * {
        display: flex;
        align-items: center;
        gap: 12px;
        min-height: 48px;
        padding: 6px 0;
        color: var(--primary-text-color);
        text-decoration: none;
      }
      li + li {
        border-top: 1px solid var(--divider-color);
      }
      a:hover .text {
        text-decoration: underline;
      }
      .text {
        flex: 1;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .since {
        display: block;
      }
      .critical,
      .error {
        color: var(--es-danger);
      }
      .warning {
        color: var(--es-outside);
      }
      .info,
      .go {
        color: var(--es-quiet);
      }
      .none earshot-icon {
        color: var(--es-inside);
      }
      .go:dir(rtl) {
        transform: scaleX(-1);
      }
    `,
  ];

  @property({ attribute: false }) decisions: readonly Decision[] = [];

  /** Home Assistant has the texts of repair issues in the person's language. */
  private readonly texts = new Loaded(
    this,
    async (session, _language: string) => session.hass().loadBackendTranslation?.("issues", "earshot"),
    () => this.wanted(),
  );

  protected override render() {
    const me = this.session?.me;
    if (me === undefined) return nothing;
    const items = itemsOf(this.decisions, me);
    if (items.length === 0) {
      return html`<p class="row muted none">
        <earshot-icon .path=${mdiCheckCircleOutline}></earshot-icon>${this.t("today.decisions.none")}
      </p>`;
    }
    return html`<ul>${items.map((item) => html`<li>${this.item(item)}</li>`)}</ul>`;
  }

  private item(item: Item) {
    const { severity, since } = item.decision;
    const inside = html`
      <earshot-icon class=${severity in ICONS ? severity : "info"} .path=${ICONS[severity] ?? mdiInformationOutline}></earshot-icon>
      <span class="text" dir="auto">
        ${this.text(item)}
        ${since === null ? nothing : html`<span class="since muted small">${this.t("today.decisions.since", { at: this.session?.format.moment(since) })}</span>`}
      </span>
    `;
    if (item.address === undefined) return html`<div>${inside}</div>`;
    return html`<a href=${item.address}>${inside}<earshot-icon class="go" .path=${mdiChevronRight}></earshot-icon></a>`;
  }

  private text({ decision, key }: Item): string {
    if (key !== undefined) return this.t(key, { who: isolate(decision.who ?? ""), count: decision.count ?? 0 });
    const title = this.texts.value?.(
      `component.earshot.issues.${decision.translation_key}.title`,
      decision.placeholders,
    );
    return title || this.t("today.decisions.repair");
  }

  private wanted(): [string] | undefined {
    const language = this.session?.hass().language;
    return language !== undefined && this.decisions.some((one) => one.kind === "repair") ? [language] : undefined;
  }
}
