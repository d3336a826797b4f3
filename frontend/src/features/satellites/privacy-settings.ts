import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import type { Arguments, Command } from "../../api/client.js";
import { ApiError } from "../../api/error.js";
import type { ContentKind, Rule, RuleContent, ToldSettings, Zone } from "../../api/types.js";
import type { Hass } from "../../ha/hass.js";
import type { Localize } from "../../i18n/localize.js";
import { EarshotElement } from "../../ui/element.js";
import { errorText } from "../../ui/state-view.js";
import { toast } from "../../ui/toast.js";
import { CONTENTS, PlaceSettings, RULE_CONTENTS, RULES, ZONES } from "./settings.js";

/** What may be kept and handed on: in the house, or at one satellite. Each change is made at once. */
@customElement("earshot-privacy-settings")
export class EarshotPrivacySettings extends EarshotElement {
  static override styles = [
    ...EarshotElement.styles,
    css`
      :host {
        display: grid;
        gap: 24px;
        grid-template-columns: repeat(auto-fit, minmax(min(260px, 100%), 1fr));
        align-items: start;
      }
      fieldset {
        display: grid;
        gap: 12px;
        min-width: 0;
        margin: 0;
        padding: 0;
        border: none;
      }
      legend {
        margin-bottom: 8px;
        padding: 0;
        font-weight: 500;
      }
      label {
        display: grid;
        gap: 4px;
        font-size: 0.875rem;
        color: var(--es-muted);
      }
      select {
        width: 100%;
        font-size: 1rem;
      }
    `,
  ];

  /** Entity id; null: the whole house. */
  @property({ attribute: false }) satellite: string | null = null;
  @property({ attribute: false }) told: ToldSettings | undefined = undefined;
  @state() private busy = false;

  protected override render() {
    if (this.told === undefined) return nothing;
    const place = new PlaceSettings(this.told, this.satellite);
    return html`
      <fieldset ?disabled=${this.busy}>
        <legend>${this.t("satellites.kept.title")}</legend>
        ${CONTENTS.map((content) => this.period(place, content))}
        <p class="muted small">${this.t("satellites.kept.shorter")}</p>
      </fieldset>
      ${RULE_CONTENTS.map((content) => this.rules(place, content))} ${this.sharing(place)}
      ${place.satellite === null ? nothing : this.guests(place, place.satellite)}
    `;
  }

  private period(place: PlaceSettings, content: ContentKind) {
    const set = place.period(content);
    const house = this.t("satellites.as_the_house", { value: periodText(place.housePeriod(content), this.t) });
    const options = place
      .periods(content)
      .map((seconds) => ({ value: String(seconds), text: periodText(seconds, this.t) }));
    return this.choice(
      this.t(`words.content.${content}`),
      place.satellite === null ? options : [{ value: "", text: house }, ...options],
      set === null ? "" : String(set),
      (value) =>
        this.ask("earshot/settings/set_retention", {
          satellite: place.satellite,
          content,
          keep_for: value === "" ? null : Number(value),
        }),
    );
  }

  private sharing(place: PlaceSettings) {
    const text = (shared: boolean) => this.t(shared ? "satellites.share.yes" : "satellites.share.no");
    const house = this.t("satellites.as_the_house", { value: text(place.houseShares) });
    const options = [false, true].map((shared) => ({ value: String(shared), text: text(shared) }));
    const since = place.sharedSince;
    return html`<fieldset ?disabled=${this.busy}>
      <legend>${this.t("satellites.share.title")}</legend>
      ${this.choice(
        this.t("satellites.share.who"),
        place.satellite === null ? options : [{ value: "", text: house }, ...options],
        place.shared === null ? "" : String(place.shared),
        (value) =>
          this.ask("earshot/settings/share", {
            satellite: place.satellite,
            shared: value === "" ? null : value === "true",
          }),
      )}
      <p class="muted small">
        ${
          since === null
            ? this.t("satellites.share.hint")
            : this.t("satellites.share.since", { since: this.session?.format.moment(since) ?? "" })
        }
      </p>
    </fieldset>`;
  }

  private guests({ guests }: PlaceSettings, satellite: string) {
    const options = [false, true].map((one) => ({
      value: String(one),
      text: this.t(one ? "satellites.guests.yes" : "satellites.guests.no"),
    }));
    return html`<fieldset ?disabled=${this.busy}>
      <legend>${this.t("satellites.guests.title")}</legend>
      ${this.choice(this.t("satellites.guests.who"), options, String(guests), (value) =>
        this.ask("earshot/settings/guests", { satellite, guests_or_children: value === "true" }),
      )}
      <p class="muted small">${this.t("satellites.guests.hint")}</p>
    </fieldset>`;
  }

  private rules(place: PlaceSettings, content: RuleContent) {
    return html`<fieldset ?disabled=${this.busy}>
      <legend>${this.t(`satellites.rules.${content}`)}</legend>
      ${ZONES.map((zone) => this.zone(place, content, zone))}
      ${place.engineRules(content).map(([engine, rule]) => this.engine(content, engine, rule))}
      ${this.another(place, content)}
    </fieldset>`;
  }

  private zone(place: PlaceSettings, content: RuleContent, zone: Zone) {
    const house = place.houseRule(content, zone);
    const inherited = this.t("satellites.as_the_house", { value: this.ruleText(house) });
    const rule = place.rule(content, zone);
    // What nobody set, and nobody can read, has no option: it shows as such until somebody sets it.
    const unset = { value: "", text: place.satellite === null ? this.ruleText(null) : inherited };
    const options = RULES.map((one) => ({ value: one as string, text: this.ruleText(one) }));
    return this.choice(
      this.t(`satellites.zone.${zone}`),
      place.satellite === null && rule !== null ? options : [unset, ...options],
      rule ?? "",
      (value) =>
        this.ask("earshot/settings/set_rule", {
          satellite: place.satellite,
          content,
          target: zone,
          rule: chosenRule(value),
        }),
    );
  }

  private engine(content: RuleContent, engine: string, rule: Rule) {
    const unset = {
      value: "",
      text: this.t(this.satellite === null ? "satellites.as_its_place" : "satellites.no_own_rule"),
    };
    const options = RULES.map((one) => ({ value: one as string, text: this.ruleText(one) }));
    const { friendly_name: name } = this.session?.hass().states[engine]?.attributes ?? {};
    return this.choice(typeof name === "string" ? name : engine, [unset, ...options], rule, (value) =>
      this.ask("earshot/settings/set_rule", {
        satellite: this.satellite,
        content,
        target: engine,
        rule: chosenRule(value),
      }),
    );
  }

  /** Let an engine be chosen that has no rule of its own here: it begins with the strictest. */
  private another(place: PlaceSettings, content: RuleContent) {
    const ruled = new Set(place.engineRules(content).map(([engine]) => engine));
    const hass = this.session?.hass();
    const free = hass === undefined ? [] : enginesOf(hass, content).filter(({ value }) => !ruled.has(value));
    if (free.length === 0) return nothing;
    const begin = { value: "", text: this.t("satellites.choose_engine") };
    return this.choice(this.t("satellites.one_engine"), [begin, ...free], "", (target) => {
      if (target !== "") {
        void this.ask("earshot/settings/set_rule", { satellite: place.satellite, content, target, rule: "local_only" });
      }
    });
  }

  private choice(
    label: string,
    options: readonly { value: string; text: string }[],
    chosen: string,
    choose: (value: string) => void,
  ): TemplateResult {
    return html`<label>
      ${label}
      <select @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
        ${options.map(
          ({ value, text }) => html`<option value=${value} .selected=${live(value === chosen)}>${text}</option>`,
        )}
      </select>
    </label>`;
  }

  private ruleText(rule: Rule | null): string {
    return this.t(`satellites.rule.${rule ?? "none"}`);
  }

  private async ask<K extends SettingCommand>(command: K, args: Arguments<K>): Promise<void> {
    this.busy = true;
    await changeSettings(this, command, args);
    // Where it was refused, the choices show again what holds.
    this.busy = false;
  }
}

/** "7 days", "not kept". */
export function periodText(seconds: number, t: Localize): string {
  if (seconds === 0) return t("satellites.period.nothing");
  if (seconds % 86_400 === 0) return t("satellites.period.days", { count: seconds / 86_400 });
  if (seconds % 3_600 === 0) return t("satellites.period.hours", { count: seconds / 3_600 });
  return t("satellites.period.minutes", { count: Math.round(seconds / 60) });
}

/** The domains of the engines that get each kind of content. */
const DOMAINS: Readonly<Record<RuleContent, readonly string[]>> = {
  sound: ["stt", "wake_word"],
  words: ["conversation", "tts"],
};

/** The engines of this Home Assistant that are not Earshot's own, by name. */
export function enginesOf(hass: Hass, content: RuleContent): readonly { value: string; text: string }[] {
  return Object.entries(hass.states)
    .filter(([id]) => DOMAINS[content].includes(id.split(".")[0] ?? "") && hass.entities?.[id]?.platform !== "earshot")
    .map(([id, state]) => {
      const { friendly_name: name } = state?.attributes ?? {};
      return { value: id, text: typeof name === "string" ? name : id };
    })
    .sort((one, other) => one.text.localeCompare(other.text));
}

function chosenRule(value: string): Rule | null {
  return RULES.find((rule) => rule === value) ?? null;
}

/** The commands that change a setting; each answers with what is set then. */
export type SettingCommand = {
  [K in Command]: K extends `earshot/settings/${string}` ? K : never;
}[Command];

/** Have a setting changed. The page hears of it by its subscription; what was refused is told in a toast. */
export async function changeSettings<K extends SettingCommand>(
  from: EarshotElement,
  command: K,
  args: Arguments<K>,
): Promise<void> {
  const { session } = from;
  if (session === undefined) return;
  try {
    await session.client.ask<SettingCommand>(command, args);
  } catch (error) {
    toast(from, { text: errorText(ApiError.from(error), session.localize), seconds: 10 });
  }
}
