import { expect, test } from "vitest";
import type { StatementText, StatementTold } from "../../api/types.js";
import {
  type Draft,
  daysAfter,
  fingerprint,
  isAddress,
  isAnswered,
  isWhole,
  newDraft,
  STEPS,
  textIn,
  toggled,
} from "./consenting.js";

const TODAY = "2026-11-28";
const TEXT: StatementText = {
  listen: "People listen.",
  who: "w",
  where: "w",
  how_long: "h",
  what_for: "f",
  withdraw: "w",
  danger: "d",
};

function statement(texts: Record<string, StatementText> = { en: TEXT }): StatementTold {
  return {
    address: "https://desk.example",
    name: "Desk",
    contact: "desk@example.org",
    people: "Two people",
    place: "Here",
    retention_days: 30,
    purposes: ["improve_wake_words"],
    texts,
    version: 1,
    issued: "2026-11-01T00:00:00.000+00:00",
    sha256: "ab".repeat(32),
    key_sha256: "cd".repeat(32),
  };
}

const WHOLE: Draft = {
  address: "https://desk.example",
  statement: statement(),
  purposes: new Set(["improve_wake_words"]),
  satellites: new Set(["kitchen"]),
  until: "2027-02-01",
  ofAge: true,
  othersKnow: true,
};

test("nothing is answered for anybody, but for the end", () => {
  const draft = newDraft("", daysAfter(TODAY, 90));
  expect(STEPS.filter((step) => isAnswered(step, draft, TODAY))).toEqual(["until"]);
});

test("a consent is whole only with every answer", () => {
  expect(isWhole(WHOLE, TODAY)).toBe(true);
  const lacking: Partial<Draft>[] = [
    { address: "desk.example" },
    { statement: undefined },
    { purposes: new Set() },
    { satellites: new Set() },
    { until: TODAY },
    { until: "2027-11-29" },
    { ofAge: false },
    { othersKnow: false },
  ];
  for (const one of lacking) expect(isWhole({ ...WHOLE, ...one }, TODAY), JSON.stringify(one)).toBe(false);
});

test.each([
  "https://desk.example",
  " https://desk.example:8123/ ",
  "http://127.0.0.1:8123",
  "http://localhost",
  "http://[::1]:1",
])("%s can be a desk", (address) => {
  expect(isAddress(address)).toBe(true);
});

test.each([
  "",
  "desk.example",
  "http://desk.example",
  "http://192.168.1.4",
  "https://a:b@desk.example",
  "ftp://127.0.0.1",
])("%s cannot be a desk", (address) => {
  expect(isAddress(address)).toBe(false);
});

test("a desk is heard in the language of the person, or in one that it speaks", () => {
  const german = { ...TEXT, listen: "Menschen hören zu." };
  const both = statement({ en: TEXT, de: german });
  expect(textIn(both, "de-CH")).toEqual({ language: "de", text: german });
  expect(textIn(both, "fr")).toEqual({ language: "en", text: TEXT });
  expect(textIn(statement({ de: german }), "fr")?.language).toBe("de");
  expect(textIn(statement({}), "fr")).toBeUndefined();
});

test("a day is counted by the calendar", () => {
  expect(daysAfter("2026-11-28", 90)).toBe("2027-02-26");
});

test("a fingerprint can be read out", () => {
  expect(fingerprint("abcdef01")).toBe("abcd ef01");
});

test("what is tapped twice is as before", () => {
  const one = toggled(new Set<string>(), "a");
  expect([...one]).toEqual(["a"]);
  expect(toggled(one, "a").size).toBe(0);
});
