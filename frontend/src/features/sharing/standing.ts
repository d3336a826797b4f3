import {
  mdiAlertOutline,
  mdiClockOutline,
  mdiEarHearing,
  mdiEarHearingOff,
  mdiEyeOutline,
  mdiHandBackLeftOutline,
} from "@mdi/js";
import { css, html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { ApiError } from "../../api/error.js";
import type { DonationTold } from "../../api/types.js";
import { go, href } from "../../app/address.js";
import { EarshotElement } from "../../ui/element.js";
import "../../ui/icon.js";
import { errorText } from "../../ui/state-view.js";
import { switches } from "../../ui/switch.css.js";
import { toast } from "../../ui/toast.js";
import { suspensionText } from "./naming.js";

/** What happens to a clip, told before anybody switches anything on. */
const FACTS: readonly (readonly [string, string])[] = [
  ["people", mdiEarHearing],
  ["preview", mdiEyeOutline],
  ["wait", mdiClockOutline],
  ["back", mdiHandBackLeftOutline],
];

/** Whether anything is donated, in one sentence; and the switch. Sends "changed". */
@customElement("earshot-sharing-standing")
export class EarshotSharingStanding extends EarshotElement {
  static override styles = [
    ...EarshotElement.styles,
    switches,
    css`
      :host {
        display: block;
      }
      .card {
        display: grid;
        gap: 20px;
        padding: 24px;
      }
      .head {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        align-items: center;
        gap: 4px 20px;
      }
      .ear {
        display: grid;
        place-items: center;
        width: 64px;
        height: 64px;
        border-radius: 50%;
        background: color-mix(in srgb, var(--es-inside) 14%, transparent);
        color: var(--es-inside);
      }
      .ear earshot-icon {
        width: 34px;
        height: 34px;
      }
      .on .ear {
        background: color-mix(in srgb, var(--es-listened) 14%, transparent);
        color: var(--es-listened);
      }
      .suspended .ear {
        background: color-mix(in srgb, var(--es-outside) 14%, transparent);
        color: var(--es-outside);
      }
      h2 {
        font-size: 1.5rem;
        line-height: 1.25;
      }
      .facts {
        display: grid;
        gap: 16px 24px;
        grid-template-columns: minmax(0, 1fr);
        margin: 0;
        padding: 0;
        list-style: none;
      }
      @media (min-width: 700px) {
        .facts {
          grid-template-columns: repeat(2, minmax(0, 1fr));
        }
      }
      .facts li {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 12px;
        line-height: 1.45;
      }
      .facts earshot-icon {
        margin-top: 2px;
        color: var(--es-quiet);
      }
      .trouble {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 12px;
        color: var(--es-outside);
      }
    `,
  ];

  @property({ attribute: false }) told: DonationTold | undefined = undefined;
  @state() private busy = false;
  @query("input") private readonly input!: HTMLInputElement | null;

  protected override render() {
    const { told, session } = this;
    if (told === undefined || session === undefined) return nothing;
    const off = told.standing === "off";
    const may = off ? session.me.role === "admin" : session.me.role !== "read_only";
    return html`<section class="card ${told.standing}" aria-labelledby="standing">
      <div class="head">
        <span class="ear"><earshot-icon .path=${off ? mdiEarHearingOff : mdiEarHearing}></earshot-icon></span>
        <div>
          <h2 id="standing">${this.sentence(told)}</h2>
          <p class="muted">${this.second(told)}</p>
        </div>
      </div>
      ${off ? this.facts() : this.trouble(told)}
      <label class="switch">
        <input type="checkbox" role="switch" .checked=${!off} ?disabled=${!may || this.busy} @change=${this.change} />
        <span>${this.t("sharing.switch")}</span>
      </label>
      ${may ? nothing : html`<p class="muted small">${this.t(off ? "sharing.not_you" : "sharing.read_only")}</p>`}
    </section>`;
  }

  private sentence({ standing, consents }: DonationTold): string {
    const satellites = new Set(consents.map((one) => one.satellite)).size;
    return this.t(`sharing.standing.${standing}`, { count: satellites });
  }

  private second({ standing, statement, choices }: DonationTold): string {
    if (standing === "off") return this.t("sharing.standing.off_text");
    const folder = choices?.folder;
    if (folder) return this.t("sharing.standing.folder");
    return statement === null ? "" : this.t("sharing.standing.desk", { desk: statement.name, place: statement.place });
  }

  private facts() {
    return html`<ul class="facts">
      ${FACTS.map(
        ([name, icon]) =>
          html`<li><earshot-icon .path=${icon}></earshot-icon><span>${this.t(`sharing.fact.${name}`)}</span></li>`,
      )}
    </ul>`;
  }

  private trouble({ standing, consents, failing_since, failure }: DonationTold) {
    const format = this.session?.format;
    const reasons = [...new Set(consents.map((one) => one.suspended).filter((one) => one !== null))];
    const told = [
      ...reasons.map((reason) => suspensionText(reason, this.t)),
      ...(failing_since === null
        ? []
        : [this.t("sharing.failing", { at: format?.moment(failing_since), why: this.because(failure) })]),
    ];
    return html`${told.map(
      (text) =>
        html`<p class="trouble" role="status"><earshot-icon .path=${mdiAlertOutline}></earshot-icon>${text}</p>`,
    )}
    ${
      standing === "suspended" && this.session?.me.role === "admin"
        ? html`<div><a class="button filled" href=${href("sharing", "consent")}>${this.t("sharing.anew")}</a></div>`
        : nothing
    }`;
  }

  private because(code: string | null): string {
    return code === null ? "" : errorText(ApiError.from({ code }), this.t);
  }

  private readonly change = (): void => {
    const off = this.told?.standing === "off";
    // It shows what is, and not what somebody would like: it moves when it has happened.
    if (this.input !== null) this.input.checked = !off;
    if (off) go(href("sharing", "consent"));
    else void this.switchOff();
  };

  /** At once, and without a question: it must be easier than to switch it on. */
  private async switchOff(): Promise<void> {
    this.busy = true;
    try {
      await this.session?.client.ask("earshot/donation/off");
      toast(this, { text: this.t("sharing.off.done") });
      this.dispatchEvent(new CustomEvent("changed"));
    } catch (error) {
      toast(this, { text: errorText(ApiError.from(error), this.t), seconds: 10 });
    }
    this.busy = false;
  }
}
