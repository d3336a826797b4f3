import type {
  ContentKind,
  Instant,
  Rule,
  RuleContent,
  SatelliteSettings,
  Silence,
  ToldSettings,
  Zone,
} from "../../api/types.js";

export const CONTENTS: readonly ContentKind[] = ["sound", "words", "response"];
export const RULE_CONTENTS: readonly RuleContent[] = ["sound", "words"];
/** From the outside to the inside: what matters most is asked first. */
export const ZONES: readonly Zone[] = ["internet", "home_network", "this_machine"];
export const RULES: readonly Rule[] = ["local_only", "ask", "warn", "allow"];

const HOUR = 3_600;
const DAY = 86_400;
const PERIODS: readonly number[] = [0, HOUR, DAY, 7 * DAY, 30 * DAY, 365 * DAY];

/** How long one can be off the record, in seconds; null: until somebody ends it. */
export const SILENCES: readonly (number | null)[] = [null, 15 * 60, HOUR, 4 * HOUR, 10 * HOUR];

/** The settings of one place: a satellite's (by entity id), or with null the house's. */
export class PlaceSettings {
  private readonly own: SatelliteSettings | undefined;

  constructor(
    private readonly told: ToldSettings,
    readonly satellite: string | null,
  ) {
    this.own = told.satellites.find((one) => one.satellite === satellite);
  }

  /** How long something is kept by the setting of exactly this place; null: as the house has it. */
  period(content: ContentKind): number | null {
    if (this.satellite === null) return this.told.house.retention[content];
    return this.own?.retention[content] ?? null;
  }

  /** How long something that is said now is kept here, in seconds. */
  kept(content: ContentKind): number {
    return this.silence === null ? this.standing(content) : 0;
  }

  /** How long something is kept here while nothing is off the record. */
  standing(content: ContentKind): number {
    return this.period(content) ?? this.housePeriod(content);
  }

  housePeriod(content: ContentKind): number {
    return this.told.house.retention[content];
  }

  /** The time off the record that holds here: its own before the house's. */
  get silence(): Silence | null {
    return this.ownSilence ?? this.told.house.off_the_record;
  }

  /** The time off the record that was set for exactly this place, and that can be ended here. */
  get ownSilence(): Silence | null {
    return this.satellite === null ? this.told.house.off_the_record : (this.own?.off_the_record ?? null);
  }

  /** Whether this place is shared with the household by the setting of exactly it; null: as the house has it. */
  get shared(): boolean | null {
    if (this.satellite === null) return this.houseShares;
    return this.own?.share_with_household.shared ?? null;
  }

  /** Whether guests or children speak here: then nothing of it is ever offered for donation. */
  get guests(): boolean {
    return this.own?.guests_or_children ?? false;
  }

  get houseShares(): boolean {
    return this.told.house.share_with_household.shared === true;
  }

  /** From when on everybody in the house may read and hear what is said here; null: they may not. */
  get sharedSince(): Instant | null {
    return (this.own ?? this.told.house).share_with_household.since;
  }

  /** The rule that is set for exactly this place; null: as the house has it. */
  rule(content: RuleContent, zone: Zone): Rule | null {
    const rules = this.satellite === null ? this.told.house.rules : this.own?.rules;
    return rules?.[content]?.places[zone] ?? null;
  }

  houseRule(content: RuleContent, zone: Zone): Rule | null {
    return this.told.house.rules[content]?.places[zone] ?? null;
  }

  /** Rules for engines by name that were set for exactly this place, as [engine, rule]. */
  engineRules(content: RuleContent): readonly [string, Rule][] {
    const rules = this.satellite === null ? this.told.house.rules : this.own?.rules;
    return Object.entries(rules?.[content]?.engines ?? {}).sort(([one], [other]) => one.localeCompare(other));
  }

  /** The periods to choose from: the usual ones, and the one that is set. */
  periods(content: ContentKind): readonly number[] {
    return [...new Set([...PERIODS, this.standing(content)])].sort((one, other) => one - other);
  }
}
