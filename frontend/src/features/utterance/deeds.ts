import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Deed, Target, UtteranceView } from "../../api/types.js";
import { EarshotElement } from "../../ui/element.js";

/** What an utterance did to the home. */
@customElement("earshot-utterance-deeds")
export class EarshotUtteranceDeeds extends EarshotElement {
  static override styles = [
    ...EarshotElement.styles,
    css`
      :host {
        display: grid;
        gap: 8px;
        overflow-wrap: anywhere;
      }
      ul {
        display: grid;
        gap: 6px;
        margin: 0;
        padding-inline-start: 20px;
      }
      h3 {
        margin-top: 4px;
      }
      code {
        font-size: 0.9em;
      }
    `,
  ];

  @property({ attribute: false }) utterance: UtteranceView | undefined = undefined;

  protected override render() {
    const acted = this.utterance?.acted;
    return html`<h2>${this.t("utterance.deeds.title")}</h2>
      ${acted === undefined || acted === null ? html`<p class="muted">${this.t("utterance.deeds.not_entered")}</p>` : this.acted(acted)}`;
  }

  private acted({ evidence, deeds, changed, left_out }: NonNullable<UtteranceView["acted"]>) {
    const nothingSeen = deeds.length === 0 && changed.length === 0 && left_out === 0;
    if (nothingSeen && evidence === "unknown") return html`<p class="muted">${this.t("utterance.deeds.unknown")}</p>`;
    if (nothingSeen) return html`<p class="muted">${this.t("utterance.deeds.nothing")}</p>`;
    return html`
      ${deeds.length === 0 ? nothing : html`<ul>${deeds.map((deed) => this.deed(deed))}</ul>`}
      ${
        changed.length === 0
          ? nothing
          : html`<h3 class="small muted">${this.t("utterance.deeds.changed")}</h3>
              <ul>${changed.map((target) => html`<li>${this.target(target)}</li>`)}</ul>`
      }
      ${left_out === 0 ? nothing : html`<p class="small muted">${this.t("utterance.deeds.left_out", { count: left_out })}</p>`}
      ${evidence === "unknown" ? html`<p class="small muted">${this.t("utterance.deeds.maybe_more")}</p>` : nothing}
    `;
  }

  private deed({ action, targets, through }: Deed) {
    return html`<li>
      <code>${action}</code>
      ${targets.map((target) => html`<div>${this.target(target)}</div>`)}
      ${through === null ? nothing : html`<div class="small muted">${this.t("utterance.deeds.through", { entity: this.named(through) })}</div>`}
    </li>`;
  }

  private target({ entity_id, area }: Target) {
    return html`<bdi>${this.named(entity_id)}</bdi>${area === null ? nothing : html` <bdi class="muted small">${area}</bdi>`}`;
  }

  /** Its name now, where it is still there; the ledger has its id only. */
  private named(entity_id: string): string {
    const name = this.session?.hass().states[entity_id]?.attributes.friendly_name;
    return typeof name === "string" && name !== "" ? name : entity_id;
  }
}
