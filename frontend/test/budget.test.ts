import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";

const BUILT = join(import.meta.dirname, "../../custom_components/earshot/frontend");
/** What a phone on a slow connection has to fetch before it sees anything: issue "The panel and the cards". */
const FIRST_PAGE_BYTES = 120_000;

type Manifest = Record<string, { file: string; imports?: string[] } | undefined>;

const manifest: Manifest = JSON.parse(readFileSync(join(BUILT, "manifest.json"), "utf8"));

function needed(entry: string, found = new Set<string>()): Set<string> {
  const chunk = manifest[entry];
  if (chunk === undefined || found.has(chunk.file)) return found;
  found.add(chunk.file);
  for (const imported of chunk.imports ?? []) needed(imported, found);
  return found;
}

function compressed(files: Iterable<string>): number {
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(BUILT, file))).byteLength, 0);
}

test("the panel's first page is small, in every language", () => {
  const first = needed("src/features/today/today-page.ts", needed("src/app/panel.ts"));
  expect(first.size).toBeGreaterThan(1);
  for (const language of ["de", "pl"]) {
    const own = needed(`src/i18n/languages/${language}.ts`, new Set(first));
    expect(own.size).toBe(first.size + 1);
    expect(compressed(own)).toBeLessThan(FIRST_PAGE_BYTES);
  }
});

test("the cards are no bigger than the first page", () => {
  expect(compressed(needed("src/cards/cards.ts"))).toBeLessThan(FIRST_PAGE_BYTES);
});
