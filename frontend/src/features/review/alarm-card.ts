import { mdiAlertOctagonOutline, mdiEarHearing } from "@mdi/js";
import { css, html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { ApiError } from "../../api/error.js";
import type { Alarm, AlarmDecision, AlarmOpened } from "../../api/types.js";
import "../../ui/confirm.js";
import type { EarshotConfirm } from "../../ui/confirm.js";
import { EarshotElement } from "../../ui/element.js";
import "../../ui/icon.js";
import { errorText } from "../../ui/state-view.js";
import { fetchOnce, Playing } from "./sound.js";

/** Somebody may be in danger: what is held, for an administrator who has to decide. Sends "decided". */
@customElement("earshot-desk-alarm")
export class EarshotDeskAlarm extends EarshotElement {
  static override styles = [
    ...EarshotElement.styles,
    css`
      .card {
        display: grid;
        gap: 12px;
        border: 2px solid var(--es-danger);
      }
      .title {
        color: var(--es-danger);
      }
      blockquote {
        margin: 0;
        padding-inline-start: 12px;
        border-inline-start: 3px solid var(--es-outline);
      }
      .error {
        color: var(--es-danger);
      }
    `,
  ];

  @property({ attribute: false }) alarm: Alarm | undefined = undefined;
  @state() private opened: AlarmOpened | undefined;
  @state() private busy = false;
  @state() private error: ApiError | undefined;
  @query("earshot-confirm") private readonly confirm!: EarshotConfirm | null;
  private readonly sound = new Playing(() => this.requestUpdate());

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sound.forget();
    this.opened = undefined;
  }

  protected override render() {
    const { alarm, opened, session } = this;
    if (alarm === undefined || session === undefined) return nothing;
    const { format } = session;
    return html`<section class="card" aria-labelledby="title">
      <div class="row title">
        <earshot-icon .path=${mdiAlertOctagonOutline}></earshot-icon><h3 id="title">${this.t("review.alarms.title")}</h3>
      </div>
      <p>
        ${this.t("review.alarms.raised", { reviewer: alarm.reviewer, at: format.moment(alarm.raised) })}
        ${alarm.until === null ? nothing : this.t("review.alarms.until", { until: format.moment(alarm.until) })}
      </p>
      ${opened === undefined ? html`<p class="small muted">${this.t("review.alarms.entered")}</p>` : this.words(opened)}
      ${this.error === undefined ? nothing : html`<p class="error" role="alert">${errorText(this.error, this.t)}</p>`}
      <div class="row wrap">
        <button class="filled" ?disabled=${this.busy} @click=${this.hear}>
          <earshot-icon .path=${mdiEarHearing}></earshot-icon>${this.t(opened === undefined ? "review.alarms.open" : "review.alarms.again")}
        </button>
        <button ?disabled=${this.busy} @click=${() => this.decide("release")}>${this.t("review.alarms.release")}</button>
        <button class="danger" ?disabled=${this.busy} @click=${() => this.decide("delete")}>${this.t("review.alarms.delete")}</button>
      </div>
      <earshot-confirm></earshot-confirm>
    </section>`;
  }

  private words({ words, written }: AlarmOpened) {
    const part = (heading: string, text: string | null) =>
      text === null
        ? nothing
        : html`<div><p class="small muted">${heading}</p><blockquote dir="auto">${text}</blockquote></div>`;
    return html`${part(this.t("review.alarms.understood"), words)} ${part(this.t("review.alarms.written"), written)}`;
  }

  private readonly hear = (): Promise<void> =>
    this.work(async (session, { number }) => {
      if (!this.sound.loaded) {
        const opened = await session.client.ask("earshot/desk/open_alarm", { number });
        this.opened = opened;
        if (opened.sound === null) return;
        await this.sound.load(await fetchOnce(session.hass().hassUrl(opened.sound.path)));
      }
      await this.sound.play();
    });

  private async decide(decision: AlarmDecision): Promise<void> {
    const yes = await this.confirm?.ask({
      heading: this.t(`review.alarms.${decision}_title`),
      text: this.t(`review.alarms.${decision}_text`),
      action: this.t(`review.alarms.${decision}`),
      danger: decision === "delete",
    });
    if (yes !== true) return;
    await this.work(async (session, { number }) => {
      await session.client.ask("earshot/desk/decide", { number, decision });
      this.sound.forget();
      this.dispatchEvent(new CustomEvent("decided"));
    });
  }

  private async work(act: (session: NonNullable<typeof this.session>, alarm: Alarm) => Promise<void>): Promise<void> {
    const { session, alarm } = this;
    if (session === undefined || alarm === undefined || this.busy) return;
    this.busy = true;
    this.error = undefined;
    try {
      await act(session, alarm);
    } catch (error) {
      this.error = ApiError.from(error);
    }
    this.busy = false;
  }
}
