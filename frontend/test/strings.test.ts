import { existsSync, globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../src/i18n/localize.js";

const SOURCE = join(import.meta.dirname, "../src");
const files = globSync("**/strings/en.json", { cwd: SOURCE }).map((path) => join(SOURCE, path));
const code = globSync("**/*.ts", { cwd: SOURCE })
  .map((path) => readFileSync(join(SOURCE, path), "utf8"))
  .join("\n");

/** Keys that are put together while running, by what they begin with. */
const COMPOSED = [...code.matchAll(/`([a-z_]+(?:\.[a-z_]+)*\.)(?:[a-z_]*)\$\{/g)].map((match) => match[1] ?? "");

function leaves(tree: object, prefix: string): [string, string][] {
  return Object.entries(tree).flatMap(([name, value]) =>
    typeof value === "string" ? [[`${prefix}.${name}`, value] as [string, string]] : leaves(value, `${prefix}.${name}`),
  );
}

function read(file: string): Map<string, string> {
  return new Map(leaves(JSON.parse(readFileSync(file, "utf8")), basename(dirname(dirname(file)))));
}

function placeholders(sentence: string, language: string): string[] {
  const names = new Set<string>();
  const collect = (elements: readonly unknown[]): void => {
    for (const element of elements as {
      type: number;
      value?: string;
      options?: Record<string, { value: unknown[] }>;
    }[]) {
      // 0 is plain text, 7 the number sign of a plural.
      if (element.type !== 0 && element.type !== 7 && element.value) names.add(element.value);
      for (const option of Object.values(element.options ?? {})) collect(option.value);
    }
  };
  collect(new IntlMessageFormat(sentence, language, undefined, { ignoreTag: true }).getAst());
  return [...names].sort();
}

/** The categories of each plural that tells one from more. */
function plurals(sentence: string, language: string): string[][] {
  const found: string[][] = [];
  const collect = (elements: readonly unknown[]): void => {
    for (const element of elements as { type: number; options?: Record<string, { value: unknown[] }> }[]) {
      // 6 is a plural.
      if (element.type === 6 && element.options && "one" in element.options) found.push(Object.keys(element.options));
      for (const option of Object.values(element.options ?? {})) collect(option.value);
    }
  };
  collect(new IntlMessageFormat(sentence, language, undefined, { ignoreTag: true }).getAst());
  return found;
}

/** The categories that a language has for whole numbers that a house comes to: Spanish has one more, for millions. */
function categories(language: string): string[] {
  const rules = new Intl.PluralRules(language);
  return [...new Set(Array.from({ length: 200 }, (_, number) => rules.select(number)))];
}

const english = new Map(files.flatMap((file) => [...read(file)]));

test("there are sentences", () => {
  expect(english.size).toBeGreaterThan(30);
});

test("every key that the code names has a sentence", () => {
  const named = [...code.matchAll(/\b(?:t|localize)\(\s*"([a-z_]+(?:\.[a-z0-9_]+)+)"/g)].map((match) => match[1] ?? "");
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((key) => !english.has(key))).toEqual([]);
});

// The words of the project are whole by their enumerations, whoever says which of them.
test("every sentence is said somewhere", () => {
  const unused = [...english.keys()].filter(
    (key) =>
      !code.includes(`"${key}"`) && !key.startsWith("words.") && !COMPOSED.some((begin) => key.startsWith(begin)),
  );
  expect(unused).toEqual([]);
});

test("every sentence is well formed", () => {
  for (const sentence of english.values()) expect(() => placeholders(sentence, "en")).not.toThrow();
});

const OTHERS = LANGUAGES.filter((language) => language !== "en");

test("every folder with sentences has a file for every language", () => {
  const wanted = files.flatMap((file) => OTHERS.map((language) => join(dirname(file), `${language}.json`)));
  expect(wanted.filter((file) => !existsSync(file)).map((file) => file.slice(SOURCE.length))).toEqual([]);
});

describe.each(OTHERS)("%s", (language) => {
  for (const file of files) {
    const translated = join(dirname(file), `${language}.json`);
    test(`${file.slice(SOURCE.length)} has the same keys and placeholders, and its own plurals`, () => {
      const own = read(translated);
      const meant = read(file);
      expect([...own.keys()].sort()).toEqual([...meant.keys()].sort());
      for (const [key, sentence] of own) {
        expect(sentence.trim(), String(key)).not.toBe("");
        expect(placeholders(sentence, language), String(key)).toEqual(placeholders(meant.get(key) ?? "", "en"));
        for (const told of plurals(sentence, language))
          expect(told, String(key)).toEqual(expect.arrayContaining(categories(language)));
      }
    });
  }
});
