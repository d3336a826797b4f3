/** A card's configuration, as it stands in a dashboard. */
export interface CardConfig {
  readonly type: string;
  readonly title?: string;
}

/** Something that a person can set, and what it may be. */
export type Option =
  | { readonly name: string; readonly kind: "boolean" }
  | { readonly name: string; readonly kind: "number"; readonly min: number; readonly max: number };

/** What Home Assistant's visual editor draws a field with. */
interface Field {
  readonly name: string;
  readonly selector: Record<string, unknown>;
}

/** Says what is wrong with a configuration. Shown by Home Assistant in English where cards are edited as YAML. */
export class ConfigError extends Error {}

/** Keys that Home Assistant itself puts into every card's configuration. */
const FOREIGN = new Set(["type", "view_layout", "layout_options", "grid_options", "visibility", "card_mod"]);

/** Hold a configuration to what may be set. Throws ConfigError, so that a slip of the pen is not left unseen. */
export function checkConfig<C extends CardConfig>(config: unknown, options: readonly Option[]): C {
  if (typeof config !== "object" || config === null) throw new ConfigError("The configuration is no mapping");
  for (const [name, value] of Object.entries(config)) {
    if (FOREIGN.has(name)) continue;
    if (name === "title") {
      if (typeof value !== "string") throw new ConfigError("title is no text");
    } else {
      const option = options.find((one) => one.name === name);
      if (option === undefined) throw new ConfigError(`There is no option ${name}`);
      check(option, value);
    }
  }
  return config as C;
}

/** The fields of the visual editor. */
export function fieldsOf(options: readonly Option[]): readonly Field[] {
  return [{ name: "title", selector: { text: {} } }, ...options.map(fieldOf)];
}

function check(option: Option, value: unknown): void {
  if (option.kind === "boolean") {
    if (typeof value !== "boolean") throw new ConfigError(`${option.name} is neither true nor false`);
  } else if (!Number.isInteger(value) || Number(value) < option.min || Number(value) > option.max) {
    throw new ConfigError(`${option.name} is no whole number from ${option.min} to ${option.max}`);
  }
}

function fieldOf(option: Option): Field {
  const { name } = option;
  return option.kind === "boolean"
    ? { name, selector: { boolean: {} } }
    : { name, selector: { number: { min: option.min, max: option.max, mode: "box" } } };
}
