import { mdiAlertOctagonOutline, mdiCheck, mdiCheckCircleOutline, mdiShieldSearch } from "@mdi/js";
import { css, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { ApiError } from "../../api/error.js";
import type { Failure, Progress, Step, Verdict } from "../../api/types.js";
import { href } from "../../app/address.js";
import { EarshotElement } from "../../ui/element.js";
import "../../ui/icon.js";
import { errorText } from "../../ui/state-view.js";

/** Checks everything that is stored, step by step. To leave breaks it off. */
@customElement("earshot-verify-card")
export class EarshotVerifyCard extends EarshotElement {
  static override styles = [
    ...EarshotElement.styles,
    css`
      :host {
        display: block;
      }
      .card {
        display: grid;
        gap: 12px;
      }
      ol {
        display: grid;
        gap: 8px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: auto 1fr auto;
        gap: 12px;
      }
      li earshot-icon {
        color: var(--es-inside);
      }
      .good,
      .bad {
        display: flex;
        gap: 12px;
        font-weight: 500;
      }
      .good {
        color: var(--es-inside);
      }
      .bad,
      li.wrong,
      li.wrong earshot-icon {
        color: var(--es-danger);
      }
    `,
  ];

  @state() private progress: Progress | undefined;
  @state() private verdict: Verdict | undefined;
  @state() private error: ApiError | undefined;
  @state() private work: AbortController | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.work?.abort();
  }

  protected override render() {
    return html`<section class="card" aria-labelledby="verify">
      <h2 id="verify">${this.t("proof.verify.title")}</h2>
      <p class="muted">${this.t("proof.verify.what")}</p>
      ${this.work === undefined ? this.button() : this.working()}
      <div role="status">
        ${this.verdict === undefined ? nothing : this.told(this.verdict)}
        ${this.error === undefined ? nothing : html`<p class="bad">${errorText(this.error, this.t)}</p>`}
      </div>
    </section>`;
  }

  private button() {
    return html`<div>
      <button class="filled" @click=${this.verify}>
        <earshot-icon .path=${mdiShieldSearch}></earshot-icon>${this.t("proof.verify.action")}
      </button>
    </div>`;
  }

  private working() {
    const { done = 0, total = null } = this.progress ?? {};
    const { format } = this.session ?? {};
    return html`
      <progress max=${total ?? nothing} value=${total === null ? nothing : done} aria-labelledby="verify"></progress>
      <div class="row wrap spread">
        <span class="muted">
          ${
            total === null
              ? this.t("ui.loading")
              : this.t("proof.verify.progress", {
                  done: format?.number(done) ?? "",
                  total: format?.number(total) ?? "",
                })
          }
        </span>
        <button @click=${() => this.work?.abort()}>${this.t("ui.cancel")}</button>
      </div>
    `;
  }

  private told(verdict: Verdict) {
    const { ok, size, redacted, steps, failure } = verdict;
    return html`
      <p class=${ok ? "good" : "bad"}>
        <earshot-icon .path=${ok ? mdiCheckCircleOutline : mdiAlertOctagonOutline}></earshot-icon>
        ${this.t(ok ? "proof.verify.good" : "proof.verify.bad", { count: size })}
      </p>
      ${redacted === 0 ? nothing : html`<p class="muted">${this.t("proof.verify.redacted", { count: redacted })}</p>`}
      <ol>
        ${steps.map((step) => this.step(step))}${failure === null ? nothing : this.failed(failure)}
      </ol>
      ${ok ? nothing : html`<p>${this.t("proof.verify.then")}</p>`}
    `;
  }

  private step({ name, checked }: Step) {
    return html`<li>
      <earshot-icon .path=${mdiCheck}></earshot-icon>
      <span>${this.t(`proof.step.${name}`)}</span>
      <span class="muted">${this.session?.format.number(checked)}</span>
    </li>`;
  }

  private failed({ name, message, first, last, utterance_id: utterance }: Failure) {
    return html`<li class="wrong">
      <earshot-icon .path=${mdiAlertOctagonOutline}></earshot-icon>
      <span>
        ${this.t(`proof.step.${name}`)}
        <span class="small">${message}</span>
        ${first === null ? nothing : html`<span class="small">${this.t("proof.verify.where", { first, last: last ?? first })}</span>`}
        ${utterance === null ? nothing : html`<a href=${href("utterance", utterance)}>${this.t("proof.access.show")}</a>`}
      </span>
    </li>`;
  }

  private async verify(): Promise<void> {
    const { session } = this;
    if (session === undefined) return;
    const work = new AbortController();
    this.work = work;
    this.verdict = undefined;
    this.error = undefined;
    this.progress = undefined;
    try {
      const { verdict } = await session.client.work(
        "earshot/ledger/verify",
        {},
        (event) => event.type === "verdict",
        (event) => {
          if (event.type === "progress") this.progress = event;
        },
        work.signal,
      );
      this.verdict = verdict;
    } catch (error) {
      const failed = ApiError.from(error);
      // Whoever broke it off knows.
      if (failed.code !== "given_up") this.error = failed;
    }
    this.work = undefined;
  }
}
