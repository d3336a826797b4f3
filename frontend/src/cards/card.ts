import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import type { Session } from "../app/session.js";
import { SessionKeeper } from "../app/session-keeper.js";
import type { Hass } from "../ha/hass.js";
import type { Localize } from "../i18n/localize.js";
import { base } from "../ui/base.css.js";
import { failure } from "../ui/state-view.js";
import { tokens } from "../ui/tokens.css.js";
import { type CardConfig, ConfigError, checkConfig, type Option } from "./config.js";

/** How much room a card takes in a sections view, in its grid of 12 columns; rows are 56 px. */
export interface GridOptions {
  readonly columns: number | "full";
  readonly rows: number | "auto";
  readonly min_columns: number;
  readonly min_rows?: number;
}

/** What all cards have in common: a configuration that is checked, a session of their own, and a frame. */
export abstract class EarshotCardBase<C extends CardConfig> extends LitElement {
  static override styles = [
    tokens,
    base,
    css`
      :host {
        display: block;
        height: 100%;
      }
      ha-card {
        display: block;
        height: 100%;
        overflow: hidden;
      }
      a.whole {
        display: block;
        height: 100%;
        color: inherit;
        text-decoration: none;
      }
      .body {
        padding: 16px;
      }
      h2 {
        margin-bottom: 8px;
      }
    `,
  ];

  @property({ attribute: false }) hass: Hass | undefined = undefined;
  @state() protected config: C | undefined;
  private readonly keeper = new SessionKeeper(this);

  protected readonly t: Localize = (key, values) => this.session?.localize(key, values) ?? "";

  get session(): Session | undefined {
    return this.keeper.session;
  }

  /** What may be set, beside the title. */
  protected abstract readonly options: readonly Option[];

  protected abstract body(config: C): TemplateResult | typeof nothing;

  /** Called by Home Assistant. Throws what the card's editor shows. */
  setConfig(config: unknown): void {
    this.config = checkConfig<C>(config, this.options);
  }

  getCardSize(): number {
    return 3;
  }

  abstract getGridOptions(): GridOptions;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.hass !== undefined && changed.has("hass")) this.keeper.take(this.hass);
  }

  protected override render() {
    const { config, session } = this;
    if (config === undefined) return nothing;
    return html`<ha-card>
      <div class="body">
        ${config.title === undefined ? nothing : html`<h2>${config.title}</h2>`}
        ${session === undefined ? this.waiting() : this.body(config)}
      </div>
    </ha-card>`;
  }

  private waiting() {
    const { failed, localize } = this.keeper;
    return failed === undefined || localize === undefined
      ? nothing
      : failure(failed, localize, () => this.keeper.again());
  }
}

export { ConfigError };
