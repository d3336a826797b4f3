import { mdiAlertOutline, mdiEarHearing, mdiHomeExportOutline, mdiHomeOutline } from "@mdi/js";
import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { UtteranceTold, UtteranceView } from "../../api/types.js";
import type { Session } from "../../app/session.js";
import "../../ui/badge.js";
import { EarshotElement } from "../../ui/element.js";
import "../../ui/icon.js";
import { headline } from "./summary.js";

/** What it was said to, when, how it ended, and how it came about. */
@customElement("earshot-utterance-heading")
export class EarshotUtteranceHeading extends EarshotElement {
  static override styles = [
    ...EarshotElement.styles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 8px;
        overflow-wrap: anywhere;
      }
      h1 {
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 3;
        overflow: hidden;
        font-size: 1.5rem;
        font-weight: 500;
      }
      .marks {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 20px;
      }
      .mark {
        display: inline-flex;
        align-items: center;
        gap: 4px;
        font-size: 0.9375rem;
      }
      .inside {
        color: var(--es-inside);
      }
      .outside {
        color: var(--es-outside);
      }
      .listened {
        color: var(--es-listened);
      }
      ul {
        display: grid;
        gap: 4px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      .beyond {
        display: flex;
        gap: 8px;
        padding: 12px 16px;
        border-radius: 12px;
        background: color-mix(in srgb, var(--es-unknown) 12%, transparent);
      }
      .beyond earshot-icon {
        color: var(--es-unknown);
      }
    `,
  ];

  @property({ attribute: false }) told: UtteranceTold | undefined = undefined;

  protected override render() {
    const { told, session } = this;
    if (told === undefined || session === undefined) return nothing;
    const { utterance } = told;
    const { at, outcome, outside } = utterance;
    const { format } = session;
    return html`
      <h1><bdi>${headline(utterance, session)}</bdi></h1>
      <p class="muted">${format.day(at)}, ${format.time(at, true)}</p>
      <div class="marks" role=${outcome === null ? "status" : nothing}>
        <earshot-outcome .outcome=${outcome}></earshot-outcome>
        ${this.left(utterance)}
        ${utterance.listened ? mark("listened", mdiEarHearing, this.t("words.listened")) : nothing}
      </div>
      ${
        outside === null
          ? nothing
          : html`<div class="beyond" role="note"><earshot-icon .path=${mdiAlertOutline}></earshot-icon><span>${this.t(`utterance.outside.${outside}`)}</span></div>`
      }
      <ul class="small muted">${this.circumstances(utterance, session).map((text) => html`<li>${text}</li>`)}</ul>
    `;
  }

  private left({ left_house, outcome }: UtteranceView) {
    if (left_house) return mark("outside", mdiHomeExportOutline, this.t("words.left_house.yes"));
    if (outcome === null) return nothing;
    return mark("inside", mdiHomeOutline, this.t("words.left_house.no"));
  }

  /** How it came about, a sentence each. */
  private circumstances(utterance: UtteranceView, { format }: Session): string[] {
    const { wake_word, woken_by, given, prompted, user, assistant, also_heard, code, disowned_by, speech_by_token } =
      utterance;
    const said: (string | undefined)[] = [
      wake_word ? this.t(WOKEN[woken_by ?? ""] ?? "utterance.how.woken", { word: wake_word }) : undefined,
      given === "typed" ? this.t("utterance.how.typed") : undefined,
      given === "action" ? this.t("utterance.how.action") : undefined,
      prompted ? this.t("utterance.how.prompted", { action: prompted }) : undefined,
      user ? this.t("utterance.how.user", { user }) : undefined,
      assistant ? this.t("utterance.how.assistant", { assistant }) : undefined,
      also_heard.length > 0
        ? this.t("utterance.how.also_heard", { satellites: format.list(also_heard.map(({ label }) => label)) })
        : undefined,
      disowned_by === null
        ? undefined
        : this.t("utterance.how.disowned", { who: disowned_by || this.t("utterance.somebody") }),
      code ? this.t("utterance.how.failed", { code }) : undefined,
      speech_by_token ? this.t("utterance.how.speech_by_token") : undefined,
    ];
    return said.filter((one) => one !== undefined);
  }
}

const WOKEN: Readonly<Record<string, string | undefined>> = {
  engine: "utterance.how.woken_by_engine",
  satellite: "utterance.how.woken_by_satellite",
};

function mark(look: string, icon: string, text: string) {
  return html`<span class="mark ${look}"><earshot-icon .path=${icon}></earshot-icon>${text}</span>`;
}
