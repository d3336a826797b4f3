import { IntlMessageFormat } from "intl-messageformat";

export type Values = Readonly<Record<string, string | number | boolean | Date | undefined>>;

/**
 * Return the sentence of a key in the person's language, its placeholders filled in. Sentences are ICU messages, so
 * numbers and plurals follow the language's own rules.
 */
export type Localize = (key: string, values?: Values) => string;

/** Sentences by key: "today.title". */
export type Sentences = Readonly<Record<string, string>>;

interface Tree {
  readonly [key: string]: string | Tree;
}

/** The languages that the panel speaks. */
export const LANGUAGES = ["en", "de", "es", "fr", "it", "nl", "pl", "pt"] as const;
export type Language = (typeof LANGUAGES)[number];

const english = import.meta.glob<Tree>("../**/strings/en.json", { eager: true, import: "default" });

const translations: Readonly<Record<Exclude<Language, "en">, () => Promise<{ trees: Record<string, Tree> }>>> = {
  de: () => import("./languages/de.js"),
  es: () => import("./languages/es.js"),
  fr: () => import("./languages/fr.js"),
  it: () => import("./languages/it.js"),
  nl: () => import("./languages/nl.js"),
  pl: () => import("./languages/pl.js"),
  pt: () => import("./languages/pt.js"),
};

/** Return the panel's language for one of Home Assistant's ("pt-BR", "de"): English where it speaks none nearer. */
export function nearest(language: string): Language {
  const [base = ""] = language.toLowerCase().split("-");
  return LANGUAGES.find((one) => one === base) ?? "en";
}

/** Load a language. A key that it lacks is said in English; one that nobody knows is shown as it is. */
export async function loadLocalize(language: string): Promise<Localize> {
  const spoken = nearest(language);
  const ownTrees = spoken === "en" ? {} : (await translations[spoken]()).trees;
  const own = { ...flatten(english), ...flatten(ownTrees) };
  // The person's own language tag, so that pt-BR counts and writes numbers as it does.
  return localizeWith(own, spoken === "en" && !language.startsWith("en") ? "en" : language);
}

export function localizeWith(sentences: Sentences, language: string): Localize {
  const compiled = new Map<string, IntlMessageFormat>();
  return (key, values = {}) => {
    const sentence = sentences[key];
    if (sentence === undefined) return key;
    let message = compiled.get(key);
    if (message === undefined) {
      message = new IntlMessageFormat(sentence, language, undefined, { ignoreTag: true });
      compiled.set(key, message);
    }
    return String(message.format(values));
  };
}

/** Make one table of many files: the folder that a file's `strings` lies in begins its keys. */
export function flatten(trees: Readonly<Record<string, Tree>>): Sentences {
  const sentences: Record<string, string> = {};
  for (const [path, tree] of Object.entries(trees)) {
    const folder = path.split("/").at(-3);
    if (folder !== undefined) collect(tree, folder, sentences);
  }
  return sentences;
}

function collect(tree: Tree, prefix: string, into: Record<string, string>): void {
  for (const [name, value] of Object.entries(tree)) {
    const key = `${prefix}.${name}`;
    if (typeof value === "string") into[key] = value;
    else collect(value, key, into);
  }
}
