import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { ApiError } from "../../api/error.js";
import type { ChoicesTold, DonationTold } from "../../api/types.js";
import { EarshotElement } from "../../ui/element.js";
import { errorText } from "../../ui/state-view.js";
import { toast } from "../../ui/toast.js";

const HOUR = 3_600;
/** The waits that are offered, in hours; the server takes any from an hour to a week. */
const WAITS: readonly number[] = [1, 6, 12, 24, 48, 72, 168];
/** The shares that are offered. */
const SHARES: readonly number[] = [5, 10, 20, 50, 100];
const MOST_A_DAY = 100;

/** How offers are made and how they leave. Each change is set at once. Sends "changed". */
@customElement("earshot-sharing-choices")
export class EarshotSharingChoices extends EarshotElement {
  static override styles = [
    ...EarshotElement.styles,
    css`
      .card {
        display: grid;
        gap: 20px;
      }
      fieldset {
        display: grid;
        gap: 4px;
        min-width: 0;
        margin: 0;
        padding: 0;
        border: none;
      }
      legend {
        padding: 0;
        font-weight: 500;
      }
      .option {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 2px 12px;
        align-items: start;
        min-height: 40px;
        padding: 8px 0;
      }
      .option span span {
        display: block;
      }
      .fields {
        display: grid;
        gap: 20px 24px;
        grid-template-columns: repeat(auto-fit, minmax(min(260px, 100%), 1fr));
      }
      .field {
        display: grid;
        gap: 6px;
        align-content: start;
      }
      .field input,
      .field select {
        width: 100%;
      }
      .field input[type="range"] {
        padding: 0;
        accent-color: var(--es-accent);
      }
    `,
  ];

  @property({ attribute: false }) told: DonationTold | undefined = undefined;
  @state() private busy = false;

  protected override render() {
    const choices = this.told?.choices;
    if (this.session === undefined || !choices) return nothing;
    return html`<section class="card" aria-labelledby="choices">
      <h2 id="choices">${this.t("sharing.choices.title")}</h2>
      ${this.modes(choices)}
      <div class="fields">
        ${choices.mode === "after_wait" ? this.wait(choices) : nothing} ${this.share(choices)} ${this.cap(choices)}
        ${this.strength(choices)} ${this.text("proxy", choices.proxy)} ${this.text("folder", choices.folder)}
      </div>
    </section>`;
  }

  private modes({ mode }: ChoicesTold) {
    return html`<fieldset>
      <legend>${this.t("sharing.choices.mode")}</legend>
      ${(["ask", "after_wait"] as const).map(
        (one) => html`<label class="option">
          <input type="radio" name="mode" .checked=${mode === one} ?disabled=${this.busy} @change=${() => this.set({ mode: one })} />
          <span>${this.t(`sharing.choices.mode_${one}`)}<span class="muted small">${this.t(`sharing.choices.mode_${one}_text`)}</span></span>
        </label>`,
      )}
    </fieldset>`;
  }

  private wait({ wait }: ChoicesTold) {
    const hours = wait / HOUR;
    const offered = WAITS.includes(hours) ? WAITS : [hours, ...WAITS];
    return this.field(
      "wait",
      html`<select ?disabled=${this.busy} @change=${(event: Event) => this.set({ wait: numberOf(event) * HOUR })}>
        ${offered.map((one) => html`<option value=${one} ?selected=${one === hours}>${this.t("sharing.choices.hours", { count: one })}</option>`)}
      </select>`,
    );
  }

  private share({ sampling }: ChoicesTold) {
    const offered = SHARES.includes(sampling) ? SHARES : [sampling, ...SHARES];
    return this.field(
      "sampling",
      html`<select ?disabled=${this.busy} @change=${(event: Event) => this.set({ sampling: numberOf(event) })}>
        ${offered.map((one) => html`<option value=${one} ?selected=${one === sampling}>${this.t("sharing.choices.percent", { share: one })}</option>`)}
      </select>`,
    );
  }

  private cap({ daily_cap }: ChoicesTold) {
    return this.field(
      "daily_cap",
      html`<input type="number" min="0" max=${MOST_A_DAY} .value=${String(daily_cap)} ?disabled=${this.busy} @change=${(event: Event) => this.set({ daily_cap: Math.round(numberOf(event)) })} />`,
    );
  }

  private strength({ strength }: ChoicesTold) {
    const set = (event: Event) => this.set({ strength: numberOf(event) });
    return this.field(
      "strength",
      html`<input type="range" min="0" max="100" step="5" .value=${String(strength)} ?disabled=${this.busy} aria-valuetext=${this.t("sharing.sound.strength_of", { share: strength })} @change=${set} />`,
    );
  }

  private text(name: "proxy" | "folder", value: string | null) {
    return this.field(
      name,
      html`<input type="text" autocomplete="off" spellcheck="false" .value=${value ?? ""} ?disabled=${this.busy} @change=${(event: Event) => this.set({ [name]: textOf(event) })} />`,
    );
  }

  private field(name: string, control: unknown) {
    return html`<label class="field">
      <span>${this.t(`sharing.choices.${name}`)}</span>
      ${control}
      <span class="muted small">${this.t(`sharing.choices.${name}_text`)}</span>
    </label>`;
  }

  private async set(change: Partial<Record<keyof ChoicesTold, string | number | null>>): Promise<void> {
    this.busy = true;
    try {
      await this.session?.client.ask("earshot/donation/choices", change as Record<string, never>);
      toast(this, { text: this.t("sharing.choices.set") });
    } catch (error) {
      toast(this, { text: errorText(ApiError.from(error), this.t), seconds: 10 });
    }
    this.busy = false;
    this.dispatchEvent(new CustomEvent("changed"));
  }
}

function numberOf(event: Event): number {
  return Number((event.target as HTMLInputElement | HTMLSelectElement).value);
}

function textOf(event: Event): string | null {
  const value = (event.target as HTMLInputElement).value.trim();
  return value === "" ? null : value;
}
