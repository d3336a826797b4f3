import { mdiCheckCircleOutline, mdiDownload } from "@mdi/js";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { ApiError } from "../../api/error.js";
import type { ConsentTold, DonationTold, Purpose } from "../../api/types.js";
import { href } from "../../app/address.js";
import { EarshotElement } from "../../ui/element.js";
import "../../ui/icon.js";
import "../../ui/message.js";
import { saveFile } from "../../ui/handing.js";
import { errorText } from "../../ui/state-view.js";
import {
  type ConsentStep,
  DEFAULT_DAYS,
  type Draft,
  daysAfter,
  isAnswered,
  isWhole,
  MAX_DAYS,
  newDraft,
  places,
  STEPS,
  toggled,
} from "./consenting.js";
import { flow } from "./flow.css.js";
import { purposeName, purposeText } from "./naming.js";
import "./statement.js";

/**
 * Consenting, one question at a time. Nothing is chosen beforehand, and nothing is given before the last button. Sends
 * "given" when it is.
 */
@customElement("earshot-consent-flow")
export class EarshotConsentFlow extends EarshotElement {
  static override styles = [...EarshotElement.styles, flow, css``];

  @property({ attribute: false }) told: DonationTold | undefined = undefined;
  /** The desk that was consented to before: its address is proposed again. */
  @property() proposed = "";
  @state() private draft: Draft | undefined;
  @state() private step: ConsentStep = "desk";
  @state() private busy = false;
  @state() private error: ApiError | undefined;
  @state() private given: readonly ConsentTold[] | undefined;
  @query("h2") private readonly heading!: HTMLElement | null;

  private get today(): string {
    return this.session?.format.isoDay(new Date()) ?? "";
  }

  private get answers(): Draft {
    this.draft ??= newDraft(this.proposed, daysAfter(this.today, DEFAULT_DAYS));
    return this.draft;
  }

  protected override render() {
    const { told, session } = this;
    if (told === undefined || session === undefined) return nothing;
    if (this.given !== undefined) return this.done(this.given);
    const number = STEPS.indexOf(this.step) + 1;
    const last = this.step === "confirm";
    const ready = last ? isWhole(this.answers, this.today) : isAnswered(this.step, this.answers, this.today);
    return html`<form class="card" @submit=${this.next}>
      <p class="muted small">${this.t("sharing.consent.step", { number, of: STEPS.length })}</p>
      <progress max=${STEPS.length} value=${number} aria-label=${this.t("sharing.consent.progress")}></progress>
      <h2 tabindex="-1">${this.t(`sharing.consent.${this.step}.title`)}</h2>
      <p class="intro">${this.t(`sharing.consent.${this.step}.text`)}</p>
      ${this.question(told)}
      ${this.error === undefined ? nothing : html`<p class="error" role="alert">${errorText(this.error, this.t)}</p>`}
      <div class="row wrap spread">
        ${
          number === 1
            ? html`<a class="button" href=${href("sharing")}>${this.t("ui.cancel")}</a>`
            : html`<button type="button" ?disabled=${this.busy} @click=${this.back}>${this.t("sharing.consent.back")}</button>`
        }
        <button class="filled" ?disabled=${!ready || this.busy}>
          ${this.t(last ? "sharing.consent.give" : "sharing.consent.next")}
        </button>
      </div>
    </form>`;
  }

  private question(told: DonationTold): TemplateResult {
    switch (this.step) {
      case "desk":
        return this.desk();
      case "statement":
        return html`<earshot-statement .statement=${this.answers.statement}></earshot-statement>`;
      case "purposes":
        return this.purposes();
      case "satellites":
        return this.satellites(told);
      case "until":
        return this.until();
      case "confirm":
        return this.confirm(told);
    }
  }

  private desk() {
    return html`<label class="field">
      <span>${this.t("sharing.consent.desk.label")}</span>
      <input
        type="url"
        inputmode="url"
        autocomplete="off"
        required
        placeholder="https://"
        .value=${this.answers.address}
        @input=${(event: Event) => this.answer({ address: typed(event), statement: undefined })}
      />
      <span class="muted small">${this.t("sharing.consent.desk.hint")}</span>
    </label>`;
  }

  private purposes() {
    return html`<fieldset>
      <legend class="visually-hidden">${this.t("sharing.consent.purposes.title")}</legend>
      ${this.answers.statement?.purposes.map((purpose) =>
        this.box(purposeName(purpose, this.t), purposeText(purpose, this.t), this.answers.purposes.has(purpose), () =>
          this.answer({ purposes: toggled(this.answers.purposes, purpose) }),
        ),
      )}
    </fieldset>`;
  }

  private satellites(told: DonationTold) {
    const all = places(told);
    if (all.length === 0) return html`<p>${this.t("sharing.consent.satellites.none")}</p>`;
    return html`<fieldset>
      <legend class="visually-hidden">${this.t("sharing.consent.satellites.title")}</legend>
      ${all.map((place) =>
        this.box(
          place.label,
          place.guests_or_children ? this.t("sharing.consent.satellites.guests") : (place.area ?? ""),
          this.answers.satellites.has(place.satellite),
          () => this.answer({ satellites: toggled(this.answers.satellites, place.satellite) }),
          place.guests_or_children,
        ),
      )}
    </fieldset>`;
  }

  private until() {
    return html`<label class="field">
      <span>${this.t("sharing.consent.until.label")}</span>
      <input
        type="date"
        required
        min=${daysAfter(this.today, 1)}
        max=${daysAfter(this.today, MAX_DAYS)}
        .value=${this.answers.until}
        @input=${(event: Event) => this.answer({ until: typed(event) })}
      />
      <span class="muted small">${this.t("sharing.consent.until.hint", { days: MAX_DAYS })}</span>
    </label>`;
  }

  private confirm(told: DonationTold) {
    const { answers, session } = this;
    const { statement } = answers;
    const labels = told.places.filter((one) => answers.satellites.has(one.satellite)).map((one) => one.label);
    const purposes = [...answers.purposes].map((purpose) => purposeName(purpose, this.t));
    return html`
      <dl>
        <dt>${this.t("sharing.consent.confirm.who")}</dt>
        <dd dir="auto">${statement?.name}<br /><span class="muted">${statement?.people}</span></dd>
        <dt>${this.t("sharing.consent.confirm.what_for")}</dt>
        <dd>${session?.format.list(purposes)}</dd>
        <dt>${this.t("sharing.consent.confirm.where_from")}</dt>
        <dd dir="auto">${session?.format.list(labels)}</dd>
        <dt>${this.t("sharing.consent.confirm.until")}</dt>
        <dd>${session?.format.calendarDay(answers.until, { day: "numeric", month: "long", year: "numeric" })}</dd>
      </dl>
      <fieldset>
        <legend class="visually-hidden">${this.t("sharing.consent.confirm.title")}</legend>
        ${this.box(this.t("sharing.consent.confirm.of_age"), "", answers.ofAge, () => this.answer({ ofAge: !answers.ofAge }))}
        ${this.box(this.t("sharing.consent.confirm.others"), this.t("sharing.consent.confirm.others_text"), answers.othersKnow, () => this.answer({ othersKnow: !answers.othersKnow }))}
      </fieldset>
      <p class="muted small">${this.t("sharing.consent.confirm.separate")}</p>
    `;
  }

  private box(label: string, text: string, checked: boolean, change: () => void, disabled = false) {
    return html`<label class=${disabled ? "option barred" : "option"}>
      <input type="checkbox" .checked=${checked} ?disabled=${disabled} @change=${change} />
      <span><span dir="auto">${label}</span>${text === "" ? nothing : html`<span class="muted small" dir="auto">${text}</span>`}</span>
    </label>`;
  }

  private done(given: readonly ConsentTold[]) {
    return html`<section class="card done" role="status">
      <earshot-icon .path=${mdiCheckCircleOutline}></earshot-icon>
      <h2 tabindex="-1">${this.t("sharing.consent.done.title")}</h2>
      <p class="intro">${this.t("sharing.consent.done.text")}</p>
      <ul>
        ${given.map(
          (one) => html`<li>
            <span dir="auto">${this.t("sharing.consents.line", { satellite: one.satellite_label, purpose: purposeName(one.purpose, this.t) })}</span>
            <button @click=${() => this.download(one)}>
              <earshot-icon .path=${mdiDownload}></earshot-icon>${this.t("sharing.consents.receipt")}
            </button>
          </li>`,
        )}
      </ul>
      <a class="button filled" href=${href("sharing")}>${this.t("sharing.consent.done.go")}</a>
    </section>`;
  }

  private answer(change: Partial<Draft>): void {
    this.draft = { ...this.answers, ...change };
    this.error = undefined;
  }

  private readonly back = () => this.show(STEPS[STEPS.indexOf(this.step) - 1] ?? "desk");

  private readonly next = async (event: Event): Promise<void> => {
    event.preventDefault();
    this.error = undefined;
    this.busy = true;
    try {
      if (this.step === "desk") await this.askDesk();
      if (this.step === "confirm") await this.give();
      else this.show(STEPS[STEPS.indexOf(this.step) + 1] ?? "confirm");
    } catch (error) {
      this.error = ApiError.from(error);
    } finally {
      this.busy = false;
    }
  };

  private show(step: ConsentStep): void {
    this.step = step;
    this.error = undefined;
    void this.updateComplete.then(() => this.heading?.focus());
  }

  /** Ask the desk for what it says of itself. What was answered about another statement is asked again. */
  private async askDesk(): Promise<void> {
    const address = this.answers.address.trim();
    const statement = await this.session?.client.ask("earshot/donation/desk", { address });
    const same = statement?.sha256 === this.answers.statement?.sha256;
    const fresh = same ? {} : { purposes: new Set<Purpose>(), ofAge: false, othersKnow: false };
    this.answer({ address, statement, ...fresh });
  }

  private async give(): Promise<void> {
    const { answers, told } = this;
    if (answers.statement === undefined || told === undefined) return;
    const before = new Set(told.consents.map((one) => one.consent_id));
    const now = await this.session?.client.ask("earshot/donation/consent", {
      address: answers.address,
      statement_sha256: answers.statement.sha256,
      purposes: [...answers.purposes],
      satellites: [...answers.satellites],
      until: answers.until,
      of_age: answers.ofAge,
      others_know: answers.othersKnow,
    });
    this.given = now?.consents.filter((one) => !before.has(one.consent_id)) ?? [];
    this.dispatchEvent(new CustomEvent("given"));
    await this.updateComplete;
    this.heading?.focus();
  }

  private async download({ consent_id }: ConsentTold): Promise<void> {
    try {
      const receipt = await this.session?.client.ask("earshot/donation/consent_receipt", { consent_id });
      if (receipt !== undefined) saveFile(receipt.filename, receipt.receipt);
    } catch (error) {
      this.error = ApiError.from(error);
    }
  }
}

function typed(event: Event): string {
  return (event.target as HTMLInputElement).value;
}
