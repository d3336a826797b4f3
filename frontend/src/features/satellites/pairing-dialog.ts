import { mdiCheckCircleOutline, mdiEarHearing, mdiInformationOutline, mdiMicrophone } from "@mdi/js";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Unsubscribe } from "../../api/client.js";
import type { ApiError } from "../../api/error.js";
import type { Posture } from "../../api/types.js";
import { type Localize, localizeWith, type Sentences } from "../../i18n/localize.js";
import "../../ui/dialog.js";
import { EarshotElement } from "../../ui/element.js";
import "../../ui/icon.js";
import { failure } from "../../ui/state-view.js";
import { switches } from "../../ui/switch.css.js";
import { answers, type Field, isAnswered, optionsOf, PairingFlow, type Step } from "./flow.js";

/** Where the texts of the flow are among Home Assistant's translations. */
const TEXTS = "component.earshot.config_subentries.satellite";

/** What the satellite does while somebody is asked to speak to it. */
const HEARD_STATES = new Set(["listening", "processing", "responding"]);

/**
 * Pairs a satellite, step by step, and shows that it works: somebody speaks, and the utterance reaches the ledger. To
 * close it gives up, and Home Assistant puts everything back. Sends "paired" when it is done.
 */
@customElement("earshot-pairing-dialog")
export class EarshotPairingDialog extends EarshotElement {
  static override styles = [
    ...EarshotElement.styles,
    switches,
    css`
      form,
      .text {
        display: grid;
        gap: 16px;
      }
      label.field {
        display: grid;
        gap: 4px;
      }
      .error {
        color: var(--es-danger);
      }
      .hint {
        margin-inline-start: 52px;
      }
      fieldset {
        margin: 0;
        padding: 0;
        border: none;
      }
      .option {
        display: flex;
        align-items: center;
        gap: 12px;
        min-height: 40px;
      }
      .menu {
        display: grid;
        gap: 8px;
        margin-top: 24px;
      }
      .live {
        display: grid;
        justify-items: center;
        gap: 16px;
        padding: 24px 0;
        text-align: center;
      }
      .ear {
        display: grid;
        place-items: center;
        width: 112px;
        height: 112px;
        border-radius: 50%;
        background: color-mix(in srgb, var(--es-accent) 14%, transparent);
        color: var(--es-link);
        animation: wait 2s ease-in-out infinite;
      }
      .ear.heard {
        background: color-mix(in srgb, var(--es-inside) 18%, transparent);
        color: var(--es-inside);
      }
      .ear earshot-icon {
        width: 56px;
        height: 56px;
      }
      .now {
        font-size: 1.15rem;
        font-weight: 500;
      }
      @keyframes wait {
        50% {
          transform: scale(1.06);
        }
      }
    `,
  ];

  @state() private open = false;
  @state() private step: Step | undefined;
  @state() private error: ApiError | undefined;
  @state() private busy = false;
  @state() private texts: Localize | undefined;
  @state() private live: string | undefined;
  /** All that could be chosen: for what the one that is chosen does meanwhile. */
  @property({ attribute: false }) postures: readonly Posture[] = [];
  @query("form") private readonly form!: HTMLFormElement | null;

  /** The one that it was begun for. undefined: the first step asks. */
  private posture: Posture | undefined;
  private entityId: string | null = null;
  private flow: PairingFlow | undefined;
  private generation: number | undefined;
  private following: Promise<Unsubscribe | undefined> | undefined;
  private readonly leaving = () => this.flow?.stopAtOnce();

  /** Begin: with `posture`, that satellite. */
  async begin(entryId: string, posture: Posture | undefined): Promise<void> {
    const { session } = this;
    if (session === undefined) return;
    this.posture = posture;
    this.entityId = posture?.satellite.entity_id ?? null;
    this.step = undefined;
    this.error = undefined;
    this.open = true;
    window.addEventListener("pagehide", this.leaving);
    await this.loadTexts();
    const flow = new PairingFlow(
      session,
      (step) => this.show(step),
      (error) => this.show(undefined, error),
    );
    this.flow = flow;
    await flow.begin(entryId, posture?.paired ?? undefined);
  }

  protected override willUpdate(): void {
    const generation = this.session?.generation;
    // What came while the connection was gone was told to nobody.
    if (this.generation !== undefined && generation !== this.generation) void this.flow?.look();
    this.generation = generation;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.close();
  }

  protected override render() {
    return html`<earshot-dialog heading=${this.heading()} ?open=${this.open} @closed=${() => this.close()}>
      ${this.content()}
    </earshot-dialog>`;
  }

  private heading(): string {
    const { step } = this;
    const given = step?.type === "form" || step?.type === "menu" ? this.text(`step.${step.step_id}.title`, step) : "";
    if (step?.type === "progress") return this.t("satellites.pair.listening");
    if (step?.type === "create_entry" || this.succeeded) return this.t("satellites.pair.heard");
    return given || this.t("satellites.pair.title");
  }

  /** A pairing that is changed ends as an "abort" that says that it succeeded: so Home Assistant's flows do. */
  private get succeeded(): boolean {
    return this.step?.type === "abort" && this.step.reason.endsWith("_successful");
  }

  private content(): TemplateResult {
    const { step, error } = this;
    if (error !== undefined) return html`${failure(error, this.t)}${this.closing()}`;
    if (step === undefined) return html`<earshot-waiting></earshot-waiting>`;
    switch (step.type) {
      case "form":
        return this.formOf(step);
      case "menu":
        return this.menuOf(step);
      case "progress":
        return this.progressOf(step);
      case "create_entry":
        return this.done();
      case "abort":
        return this.succeeded ? this.done() : this.aborted(step);
    }
  }

  private formOf(step: Extract<Step, { type: "form" }>) {
    const { data_schema: fields, errors } = step;
    const strange = fields.find(({ selector }) => selector?.select === undefined && selector?.boolean === undefined);
    if (strange !== undefined) return this.strange();
    const { base } = errors ?? {};
    const send = (event: Event) => {
      event.preventDefault();
      void this.answer(this.collect(fields));
    };
    return html`<form @submit=${send}>
      ${this.paragraphs(`step.${step.step_id}.description`, step)}
      ${base === undefined ? nothing : html`<p class="error" role="alert">${this.text(`error.${base}`, step)}</p>`}
      ${fields.map((field) => this.field(field, step))}
      <div class="row wrap spread">
        <button type="button" class="plain" @click=${() => this.close()}>${this.t("ui.cancel")}</button>
        <button class="filled" ?disabled=${this.busy}>${this.t("satellites.pair.next")}</button>
      </div>
    </form>`;
  }

  private field(field: Field, step: Extract<Step, { type: "form" }>) {
    if (field.name in this.given()) return nothing;
    const label = this.text(`step.${step.step_id}.data.${field.name}`, step);
    const hint = this.text(`step.${step.step_id}.data_description.${field.name}`, step);
    const wrong = step.errors?.[field.name];
    const error =
      wrong === undefined ? nothing : html`<p class="error" role="alert">${this.text(`error.${wrong}`, step)}</p>`;
    const { select } = field.selector ?? {};
    if (select === undefined) return this.yesOrNo(field, label, hint);
    return select.multiple ? this.several(field, label, hint, error) : this.one(field, label, hint, error);
  }

  private yesOrNo(field: Field, label: string, hint: string) {
    return html`<div>
      <label class="switch">
        <input type="checkbox" role="switch" name=${field.name} .checked=${field.default === true} />${label}
      </label>
      <p class="muted small hint">${hint}</p>
    </div>`;
  }

  private one(field: Field, label: string, hint: string, error: TemplateResult | typeof nothing) {
    const options = field.selector?.select === undefined ? [] : optionsOf(field.selector.select);
    return html`<div>
      <label class="field">
        ${label}
        <select name=${field.name}>
          ${options.map(
            ({ value, label: text }) =>
              html`<option value=${value} .selected=${value === field.default}>${this.option(field, value, text)}</option>`,
          )}
        </select>
      </label>
      ${error}
      <p class="muted small">${hint}</p>
    </div>`;
  }

  /** "Every wake word" has a text of its own; the rest are names. */
  private option(field: Field, value: string, text: string): string {
    return field.name === "wake_word" && value === "all" ? this.t("satellites.pair.all_words") : text;
  }

  private several(field: Field, label: string, hint: string, error: TemplateResult | typeof nothing) {
    const options = field.selector?.select === undefined ? [] : optionsOf(field.selector.select);
    const chosen = Array.isArray(field.default) ? field.default : [];
    return html`<fieldset>
      <legend>${label}</legend>
      ${options.map(
        ({ value, label: text }) => html`<label class="option">
          <input type="checkbox" name=${field.name} value=${value} .checked=${chosen.includes(value)} />${text}
        </label>`,
      )}
      ${error}
      <p class="muted small">${hint}</p>
    </fieldset>`;
  }

  private menuOf(step: Extract<Step, { type: "menu" }>) {
    const [first] = step.menu_options;
    return html`<div class="text">${this.paragraphs(`step.${step.step_id}.description`, step)}</div>
      <div class="menu">
        ${step.menu_options.map(
          (option) => html`<button
            class=${option === first ? "filled" : ""}
            ?disabled=${this.busy}
            @click=${() => this.answer({ next_step_id: option })}
          >
            ${this.text(`step.${step.step_id}.menu_options.${option}`, step)}
          </button>`,
        )}
      </div>`;
  }

  private progressOf(step: Extract<Step, { type: "progress" }>) {
    const heard = this.live !== undefined && HEARD_STATES.has(this.live);
    return html`<div class="live">
      <div class="ear ${heard ? "heard" : ""}">
        <earshot-icon .path=${heard ? mdiEarHearing : mdiMicrophone}></earshot-icon>
      </div>
      <p class="now">${this.text(`progress.${step.progress_action}`, step)}</p>
      <p role="status" class="muted">
        ${heard ? this.t(`satellites.pair.state.${this.live ?? ""}`) : this.t("satellites.pair.waits")}
      </p>
      <button class="plain" @click=${() => this.close()}>${this.t("satellites.pair.stop")}</button>
    </div>`;
  }

  private done() {
    return html`<div class="live">
      <div class="ear heard"><earshot-icon .path=${mdiCheckCircleOutline}></earshot-icon></div>
      <p role="status">${this.t("satellites.pair.done")}</p>
    </div>${this.closing()}`;
  }

  private aborted(step: Extract<Step, { type: "abort" }>) {
    return html`<div class="live">
        <earshot-icon .path=${mdiInformationOutline}></earshot-icon>
        <p role="status">${this.text(`abort.${step.reason}`, step)}</p>
      </div>${this.closing()}`;
  }

  /** Home Assistant asks for something that this page does not know how to draw: its own dialog does. */
  private strange() {
    return html`<p role="alert">${this.t("satellites.pair.strange")}</p>
      <p><a href="/config/integrations/integration/earshot">${this.t("satellites.pair.there")}</a></p>`;
  }

  private closing() {
    return html`<button slot="actions" class="filled" @click=${() => this.close()}>${this.t("satellites.pair.close")}</button>`;
  }

  private paragraphs(key: string, step: Step) {
    return this.text(key, step)
      .split(/\n\n+/)
      .filter((paragraph) => paragraph !== "")
      .map((paragraph) => html`<p>${paragraph}</p>`);
  }

  /** A text of the flow. Empty: there is none. */
  private text(key: string, step: Step): string {
    const full = `${TEXTS}.${key}`;
    const text = this.texts?.(full, step.description_placeholders ?? {}) ?? "";
    return text === full ? "" : text;
  }

  private given(): Record<string, unknown> {
    const { posture } = this;
    return posture !== undefined && posture.paired === null ? { satellite: posture.key } : {};
  }

  private collect(fields: readonly Field[]): Record<string, unknown> {
    const form = this.form === null ? new FormData() : new FormData(this.form);
    const entered = fields
      .filter(({ name }) => !(name in this.given()))
      .map(({ name, selector }) => {
        if (selector?.select === undefined) return [name, form.has(name)];
        return [name, selector.select.multiple ? form.getAll(name) : form.get(name)];
      });
    return { ...answers(fields, this.given()), ...Object.fromEntries(entered) };
  }

  private async answer(data: Record<string, unknown>): Promise<void> {
    this.busy = true;
    const { satellite } = data;
    const chosen = this.postures.find((one) => one.key === satellite);
    if (chosen !== undefined) this.entityId = chosen.satellite.entity_id;
    await this.flow?.answer(data);
    this.busy = false;
  }

  private show(step: Step | undefined, error?: ApiError): void {
    if (!this.open) return;
    this.step = step;
    this.error = error;
    if (step?.type === "form") {
      const given = this.given();
      if (step.step_id === "user" && !step.errors && isAnswered(step.data_schema, given)) {
        this.step = undefined;
        void this.answer(answers(step.data_schema, given));
      }
    }
    if (step?.type === "progress") this.followSatellite();
    else this.unfollow();
    if (step?.type === "create_entry" || this.succeeded) this.dispatchEvent(new CustomEvent("paired"));
  }

  /** Show what the satellite itself does meanwhile: that it listens is seen before the utterance is over. */
  private followSatellite(): void {
    const entity = this.entityId;
    if (this.following !== undefined || this.session === undefined || entity === null) return;
    this.following = this.session.client
      .follow("subscribe_entities", { entity_ids: [entity] }, ({ a, c }) => {
        this.live = a?.[entity]?.s ?? c?.[entity]?.["+"]?.s ?? this.live;
      })
      // Without it the dialog tells of the end only.
      .catch(() => undefined);
  }

  private unfollow(): void {
    void this.following?.then((end) => end?.());
    this.following = undefined;
    this.live = undefined;
  }

  private async loadTexts(): Promise<void> {
    const { session } = this;
    if (this.texts !== undefined || session === undefined) return;
    const { language } = session.hass();
    const { resources } = await session.client
      .ask("frontend/get_translations", {
        language,
        category: "config_subentries",
        integration: ["earshot"],
      })
      .catch(() => ({ resources: {} as Sentences }));
    this.texts = localizeWith(resources, language);
  }

  private close(): void {
    if (!this.open) return;
    this.open = false;
    window.removeEventListener("pagehide", this.leaving);
    this.unfollow();
    void this.flow?.stop();
    this.flow = undefined;
  }
}
