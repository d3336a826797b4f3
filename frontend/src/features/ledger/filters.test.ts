import { describe, expect, test } from "vitest";
import { ear, utterance } from "../../../test/listed.js";
import { href } from "../../app/address.js";
import { Formats } from "../../i18n/format.js";
import { type Filters, isEmpty, matches, parseFilters, toQuery, toRestriction } from "./filters.js";

const FORMAT = new Formats(
  "en",
  {
    language: "en",
    number_format: "language",
    time_format: "24",
    date_format: "language",
    first_weekday: "monday",
    time_zone: "server",
  },
  "Europe/Berlin",
);
const NOW = new Date("2026-11-28T12:00:00Z");

const read = (address: string) => parseFilters(new URL(address, "http://home").searchParams);
const write = (filters: Filters) => href("ledger", undefined, toQuery(filters));

describe("filters and addresses", () => {
  test.each<[string, Filters]>([
    ["/earshot/ledger", {}],
    ["/earshot/ledger?heard_by=Piper+%26+friends", { heard_by: "Piper & friends" }],
    ["/earshot/ledger?place=internet&outcome=false_wake", { place: "internet", outcome: "false_wake" }],
    ["/earshot/ledger?satellite=assist_satellite.hall&when=week", { satellite: "assist_satellite.hall", when: "week" }],
    ["/earshot/ledger?from=2026-11-01&to=2026-11-28", { from: "2026-11-01", to: "2026-11-28" }],
    ["/earshot/ledger?left_house=true&listened=false", { left_house: true, listened: false }],
    ["/earshot/ledger?sound_kept=true&words_kept=false", { sound_kept: true, words_kept: false }],
  ])("%s is written and read", (address, filters) => {
    expect(read(address)).toEqual(filters);
    expect(write(filters)).toBe(address);
  });

  test("what makes no sense restricts nothing", () => {
    const address =
      "/earshot/ledger?place=moon&outcome=x&when=never&from=2026-02-30&left_house=maybe&satellite=&q=words";
    expect(read(address)).toEqual({});
  });

  test("a time that moves on with the clock goes before a range", () => {
    expect(read("/earshot/ledger?when=today&from=2026-11-01")).toEqual({ when: "today" });
  });

  test("any text is a name", () => {
    const heard_by = "<img src=x>&place=internet\u0000👂 مطبخ";
    expect(read(write({ heard_by }))).toEqual({ heard_by });
  });

  test("no filters are none", () => {
    expect(isEmpty({})).toBe(true);
    expect(isEmpty({ place: undefined })).toBe(true);
    expect(isEmpty({ listened: false })).toBe(false);
  });
});

describe("what the server is asked", () => {
  test.each<[Filters, object]>([
    [{ when: "today" }, { since: "2026-11-27T23:00:00.000Z" }],
    [{ when: "week" }, { since: "2026-11-21T23:00:00.000Z" }],
    [{ when: "month" }, { since: "2026-10-29T23:00:00.000Z" }],
    [
      { from: "2026-11-01", to: "2026-11-01" },
      { since: "2026-10-31T23:00:00.000Z", until: "2026-11-01T23:00:00.000Z" },
    ],
    [{ to: "2026-07-31" }, { until: "2026-07-31T22:00:00.000Z" }],
    [
      { place: "internet", listened: true },
      { place: "internet", listened: true },
    ],
  ])("%j", (filters, asked) => {
    expect(toRestriction(filters, FORMAT, NOW)).toEqual(asked);
  });
});

describe("whether an utterance is one of those that are shown", () => {
  const content = { kind: "words", size: 10, until: null, erased_at: null } as const;
  const view = utterance(0, {
    left_house: true,
    ears: [ear("Cloud", "internet"), ear("Kitchen", "satellite")],
    contents: [content, { ...content, kind: "sound", erased_at: "2026-11-28T12:00:01.000Z" }],
  });

  test.each([
    {},
    { heard_by: "Cloud" },
    { place: "satellite" },
    { outcome: "answered" },
    { satellite: "assist_satellite.kitchen" },
    { left_house: true },
    { listened: false },
    { words_kept: true },
    { sound_kept: false },
    { since: view.at },
    { until: "2026-11-28T12:00:00.001Z" },
  ] as const)("%j holds", (asked) => {
    expect(matches(asked, view)).toBe(true);
  });

  test.each([
    { heard_by: "Nobody" },
    { place: "sandbox" },
    { outcome: "failed" },
    { satellite: "Kitchen" },
    { left_house: false },
    { listened: true },
    { words_kept: false },
    { sound_kept: true },
    { since: "2026-11-28T12:00:00.001Z" },
    { until: view.at },
    { place: "internet", outcome: "failed" },
  ] as const)("%j does not hold", (asked) => {
    expect(matches(asked, view)).toBe(false);
  });

  test("a satellite without an entity is known by its name", () => {
    const typed = utterance(0, { satellite: { label: "Browser", entity_id: null, area: null } });
    expect(matches({ satellite: "Browser" }, typed)).toBe(true);
  });

  test("of one that goes on it is not known whether it left the house", () => {
    const open = utterance(0, { outcome: null });
    expect([true, false].map((left_house) => matches({ left_house }, open))).toEqual([false, false]);
  });
});
