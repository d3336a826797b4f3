import {
  mdiCheckCircleOutline,
  mdiCoffeeOutline,
  mdiDeleteClockOutline,
  mdiEarHearing,
  mdiLifebuoy,
  mdiLockOutline,
} from "@mdi/js";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { ApiError } from "../../api/error.js";
import { Loaded } from "../../api/loaded.js";
import type { Bound, ClipToReview, ReviewProgress } from "../../api/types.js";
import { Watching } from "../../api/watching.js";
import "../../ui/confirm.js";
import type { EarshotConfirm } from "../../ui/confirm.js";
import "../../ui/dialog.js";
import { EarshotElement } from "../../ui/element.js";
import "../../ui/message.js";
import { errorText, failure } from "../../ui/state-view.js";
import { toast } from "../../ui/toast.js";
import "./bound-card.js";
import "./clip-card.js";
import type { ClipEvents, EarshotReviewClip } from "./clip-card.js";
import { actOf } from "./keys.js";
import { type Alarm, type Draft, handedIn } from "./label.js";
import { secondFactorMissing } from "./second-factor.js";

/** What is in a reviewer's hands. */
type Hands =
  | { readonly kind: "empty" }
  | { readonly kind: "clip"; readonly clip: ClipToReview }
  /** It was taken out of them: taken back by its donor, or too long there. */
  | { readonly kind: "over" }
  | { readonly kind: "none_left" }
  | { readonly kind: "limit" }
  | { readonly kind: "raised" }
  | { readonly kind: "failed"; readonly error: ApiError };

/** Where somebody reviews: one clip at a time, by keys if they like. */
@customElement("earshot-review-room")
export class EarshotReviewRoom extends EarshotElement {
  static override styles = [
    ...EarshotElement.styles,
    css`
      :host {
        display: grid;
        gap: 16px;
        width: 100%;
        max-width: 760px;
        margin-inline: auto;
      }
      .progress {
        display: grid;
        gap: 6px;
      }
      .guidance {
        display: grid;
        gap: 12px;
        padding: 16px;
        border-inline-start: 4px solid var(--es-danger);
        border-radius: 8px;
        background: color-mix(in srgb, var(--es-danger) 8%, transparent);
        text-align: start;
        white-space: pre-line;
      }
      .guidance p {
        max-width: none;
      }
      ul {
        margin: 12px 0 0;
        padding-inline-start: 20px;
      }
      li {
        padding-block: 2px;
      }
      .raised {
        display: grid;
        gap: 16px;
        padding: 24px;
      }
    `,
  ];

  @state() private hands: Hands = { kind: "empty" };
  @state() private busy = false;
  /** What is about to be raised, while the person is told what happens then. */
  @state() private raising: Draft | undefined;
  @query("earshot-review-clip") private readonly clip!: EarshotReviewClip | null;
  @query("earshot-confirm") private readonly confirm!: EarshotConfirm | null;
  private timer = 0;
  /** How far they are, as it was told last. */
  private latest: ReviewProgress | undefined;

  private readonly told = new Loaded(this, ({ client }) => client.ask("earshot/review/progress"));
  private readonly watched = new Watching<"earshot/review/subscribe", ReviewProgress>(
    this,
    "earshot/review/subscribe",
    (_before, { progress, ticket }) => {
      this.latest = progress;
      if (!this.busy && this.hands.kind === "clip" && this.hands.clip.ticket !== ticket) this.takenAway();
      return progress;
    },
  );

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("keydown", this.pressed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("keydown", this.pressed);
    window.clearTimeout(this.timer);
  }

  protected override render() {
    const { told, watched } = this;
    const failed = told.state.kind === "failed" ? told.state.error : (watched.interrupted ?? undefined);
    if (failed !== undefined) return this.refused(failed);
    if (told.state.kind !== "ready") return html`<earshot-waiting></earshot-waiting>`;
    const { bound } = told.state.value;
    const progress = this.latest ?? told.state.value.progress;
    return html`
      ${this.progress(progress)} ${this.inHands(progress, bound)}
      <earshot-bound .bound=${bound} ?open=${this.hands.kind === "empty"}></earshot-bound>
      ${this.raisingDialog(bound)}
      <earshot-confirm></earshot-confirm>
    `;
  }

  private refused(error: ApiError): TemplateResult {
    if (error.code === "second_factor_missing") return secondFactorMissing(this.t);
    return failure(error, this.t, () => {
      void this.told.reload();
      this.watched.again();
    });
  }

  private progress({ today, limit, labels }: ReviewProgress) {
    return html`<section class="progress" aria-label=${this.t("review.progress.title")}>
      <div class="row wrap spread small">
        <span role="status">${this.t("review.progress.today", { today, limit })}</span>
        <span class="muted">${this.t("review.progress.labels", { count: labels })}</span>
      </div>
      <progress max=${limit} value=${Math.min(today, limit)} aria-label=${this.t("review.progress.title")}></progress>
    </section>`;
  }

  private inHands(progress: ReviewProgress, bound: Bound): TemplateResult {
    const { hands } = this;
    switch (hands.kind) {
      case "clip":
        return html`<earshot-review-clip
          .clip=${hands.clip}
          ?busy=${this.busy}
          @done=${(event: ClipEvents["done"]) => this.handIn(hands.clip, event.detail)}
          @skip=${() => this.skip(hands.clip)}
          @alarm=${(event: ClipEvents["alarm"]) => this.alarm(hands.clip, event.detail)}
          @over=${() => this.takenAway()}
        ></earshot-review-clip>`;
      case "over":
        return this.message(mdiDeleteClockOutline, "over", this.nextButton("review.next"));
      case "limit":
        return this.message(mdiCoffeeOutline, "limit");
      case "raised":
        return this.raised(bound);
      case "failed":
        return failure(hands.error, this.t, () => this.next());
      case "none_left":
      case "empty":
        if (progress.today >= progress.limit) return this.message(mdiCoffeeOutline, "limit");
        if (progress.waiting === 0) return this.message(mdiCheckCircleOutline, "nothing");
        return html`<earshot-message
          .icon=${mdiEarHearing}
          heading=${this.t("review.waiting.title", { count: progress.waiting })}
        >
          ${this.t("review.waiting.text")} ${this.nextButton("review.begin")}
        </earshot-message>`;
    }
  }

  private message(icon: string, key: string, action: TemplateResult | typeof nothing = nothing): TemplateResult {
    return html`<earshot-message role="status" .icon=${icon} heading=${this.t(`review.${key}.title`)}>
      ${this.t(`review.${key}.text`)} ${action}
    </earshot-message>`;
  }

  private nextButton(key: string) {
    const disabled = this.busy || this.session?.connected !== true;
    return html`<button slot="action" class="filled next" ?disabled=${disabled} @click=${() => this.next()}>
      ${this.t(key)}
    </button>`;
  }

  private guidance({ danger_contact, danger_guidance }: Bound) {
    return html`<div class="guidance">
      <p>${danger_guidance}</p>
      <p><strong>${this.t("review.danger.contact")}</strong> ${danger_contact}</p>
    </div>`;
  }

  private raisingDialog(bound: Bound) {
    return html`<earshot-dialog
      heading=${this.t("review.danger.title")}
      ?open=${this.raising !== undefined}
      @closed=${() => (this.raising = undefined)}
    >
      ${this.guidance(bound)}
      <ul>
        <li>${this.t("review.danger.held")}</li>
        <li>${this.t("review.danger.told", { name: bound.name })}</li>
        <li>${this.t("review.danger.donor")}</li>
        <li>${this.t("review.danger.nobody_knows")}</li>
      </ul>
      <button slot="actions" @click=${() => (this.raising = undefined)}>${this.t("ui.cancel")}</button>
      <button slot="actions" class="filled danger" ?disabled=${this.busy} @click=${this.raise}>
        ${this.t("review.danger.action")}
      </button>
    </earshot-dialog>`;
  }

  private raised(bound: Bound): TemplateResult {
    return html`<section class="card raised" role="status">
      <div class="row"><earshot-icon .path=${mdiLifebuoy}></earshot-icon><h2>${this.t("review.raised.title")}</h2></div>
      <p>${this.t("review.raised.text", { name: bound.name })}</p>
      ${this.guidance(bound)}
      <p class="muted">${this.t("review.raised.rest")}</p>
      <div><button class="next" ?disabled=${this.busy} @click=${() => this.next()}>${this.t("review.raised.on")}</button></div>
    </section>`;
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    if (this.raising !== undefined || this.hasDialog) return;
    const act = actOf(event);
    if (act === undefined) return;
    if (this.hands.kind === "clip") {
      event.preventDefault();
      this.clip?.act(act);
    } else if (act === "done" && (this.hands.kind === "empty" || this.hands.kind === "over")) {
      this.renderRoot.querySelector<HTMLButtonElement>(".next")?.click();
    }
  };

  private get hasDialog(): boolean {
    return this.confirm?.shadowRoot?.querySelector("earshot-dialog[open]") != null;
  }

  /** Ask for a clip: that is when somebody reads its words, so it is never asked for by itself. */
  private async next(): Promise<void> {
    await this.work(async (session) => {
      const { clip, progress } = await session.client.ask("earshot/review/next");
      this.latest = progress;
      this.hold(clip === null ? { kind: "none_left" } : { kind: "clip", clip });
    });
    await this.updateComplete;
    this.clip?.focusPlay();
  }

  private async handIn(clip: ClipToReview, draft: Draft, alarm?: Alarm): Promise<void> {
    const done = await this.work(async (session) => {
      this.latest = await session.client.ask("earshot/review/label", handedIn(clip, draft, alarm));
      this.clip?.forget();
      this.hold({ kind: alarm === "danger" ? "raised" : "empty" });
    });
    if (!done || alarm === "danger") return;
    if (alarm !== undefined) toast(this, { text: this.t(`review.destroyed.${alarm}`) });
    await this.next();
  }

  private async skip(clip: ClipToReview): Promise<void> {
    const done = await this.work(async (session) => {
      this.latest = await session.client.ask("earshot/review/skip", { ticket: clip.ticket });
      this.clip?.forget();
      this.hold({ kind: "empty" });
    });
    if (done) await this.next();
  }

  private async alarm(clip: ClipToReview, { kind, draft }: ClipEvents["alarm"]["detail"]): Promise<void> {
    if (kind === "danger") {
      this.raising = draft;
      return;
    }
    const yes = await this.confirm?.ask({
      heading: this.t(`review.${kind}.title`),
      text: this.t(`review.${kind}.text`),
      action: this.t("review.destroy"),
      danger: true,
    });
    if (yes === true) await this.handIn(clip, draft, kind);
  }

  private readonly raise = async (): Promise<void> => {
    const { hands, raising } = this;
    if (hands.kind !== "clip" || raising === undefined) return;
    await this.handIn(hands.clip, raising, "danger");
    this.raising = undefined;
  };

  /** Do something with the desk. What was typed stays where it fails, unless the clip is over. */
  private async work(act: (session: NonNullable<typeof this.session>) => Promise<void>): Promise<boolean> {
    const { session } = this;
    if (session === undefined || this.busy) return false;
    this.busy = true;
    try {
      await act(session);
      return true;
    } catch (caught) {
      this.failed(ApiError.from(caught));
      return false;
    } finally {
      this.busy = false;
    }
  }

  private failed(error: ApiError): void {
    if (error.code === "clip_over") this.takenAway();
    else if (error.code === "review_limit") this.hold({ kind: "limit" });
    else if (this.hands.kind === "clip") toast(this, { text: errorText(error, this.t), seconds: 10 });
    else this.hold({ kind: "failed", error });
    if (error.code === "second_factor_missing" || error.denied) void this.told.reload();
  }

  private takenAway(): void {
    this.clip?.forget();
    this.raising = undefined;
    this.hold({ kind: "over" });
  }

  private hold(hands: Hands): void {
    window.clearTimeout(this.timer);
    this.hands = hands;
    if (hands.kind !== "clip") return;
    const left = new Date(hands.clip.until).getTime() - Date.now();
    // Nobody tells of it when the time is over, and nothing can be handed in then.
    this.timer = window.setTimeout(() => this.takenAway(), Math.max(left, 0));
  }
}

/** Shown where somebody runs the desk and is not listed. */
export function notListed(t: (key: string) => string): TemplateResult {
  return html`<earshot-message .icon=${mdiLockOutline} heading=${t("review.not_listed.title")}>
    ${t("review.not_listed.text")}
  </earshot-message>`;
}
