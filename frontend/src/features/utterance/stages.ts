import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { styleMap } from "lit/directives/style-map.js";
import type { StageView, UtteranceView } from "../../api/types.js";
import type { Session } from "../../app/session.js";
import { EarshotElement } from "../../ui/element.js";

/** Which engine had it in its hands, for how long, and what came of it. */
@customElement("earshot-utterance-stages")
export class EarshotUtteranceStages extends EarshotElement {
  static override styles = [
    ...EarshotElement.styles,
    css`
      ol {
        display: grid;
        gap: 16px;
        margin: 12px 0 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        gap: 4px;
        overflow-wrap: anywhere;
      }
      .head {
        display: flex;
        justify-content: space-between;
        gap: 12px;
      }
      .head b {
        font-weight: 500;
      }
      .bar {
        height: 10px;
        border-radius: 5px;
        background: color-mix(in srgb, var(--primary-text-color) 8%, transparent);
        overflow: hidden;
      }
      .bar div {
        height: 100%;
        min-width: 3px;
        border-radius: 5px;
        background: var(--es-accent);
      }
    `,
  ];

  @property({ attribute: false }) utterance: UtteranceView | undefined = undefined;

  protected override render() {
    const { utterance, session } = this;
    if (utterance === undefined || session === undefined) return nothing;
    const { stages, took_ms } = utterance;
    const longest = Math.max(1, ...stages.map((stage) => stage.took_ms));
    return html`
      <div class="row spread wrap">
        <h2>${this.t("utterance.stages.title")}</h2>
        ${took_ms === null ? nothing : html`<span class="muted small">${this.t("utterance.stages.whole", { time: session.format.duration(took_ms) })}</span>`}
      </div>
      ${
        stages.length === 0
          ? html`<p class="muted">${this.t("utterance.stages.none")}</p>`
          : html`<ol>${stages.map((stage) => this.stage(stage, longest, session))}</ol>`
      }
    `;
  }

  private stage(stage: StageView, longest: number, session: Session) {
    const share = `${Math.max(0, Math.min(100, (100 * stage.took_ms) / longest))}%`;
    return html`<li>
      <div class="head"><b>${this.t(`words.stage.${stage.stage}`)}</b><span>${session.format.duration(stage.took_ms)}</span></div>
      <div class="bar" aria-hidden="true"><div style=${styleMap({ width: share })}></div></div>
      <div class="small"><bdi>${stage.ear.label}</bdi></div>
      <div class="small muted">
        ${this.t("utterance.stages.engine", { integration: stage.integration, version: stage.version || "–" })} ·
        ${statusText(stage.status, session)}
      </div>
      ${this.sight(stage, session)}
    </li>`;
  }

  /** What an agent could see and use of the home, where that is known. */
  private sight({ llm_apis, exposed_entities }: StageView, { format }: Session) {
    return html`
      ${llm_apis === null || llm_apis.length === 0 ? nothing : html`<div class="small muted">${this.t("utterance.stages.apis", { apis: format.list(llm_apis) })}</div>`}
      ${exposed_entities === null ? nothing : html`<div class="small muted">${this.t("utterance.stages.exposed", { count: exposed_entities })}</div>`}
    `;
  }
}

const STATUS: Readonly<Record<string, string | undefined>> = {
  ok: "utterance.status.ok",
  rejected: "utterance.status.rejected",
  silence: "utterance.status.silence",
  unseen: "utterance.status.unseen",
  cancelled: "utterance.status.cancelled",
};

/** What came of a stage. */
export function statusText(status: string, { localize }: Session): string {
  const key = STATUS[status];
  if (key !== undefined) return localize(key);
  const code = status.startsWith("error:") ? status.slice("error:".length) : status;
  return localize("utterance.status.error", { code });
}
