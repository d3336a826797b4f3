import { expect, test } from "vitest";
import { settings } from "../../../test/satellites.js";
import type { SatelliteSettings, ToldSettings } from "../../api/types.js";
import { PlaceSettings } from "./settings.js";

const KITCHEN = "assist_satellite.kitchen";
const silence = { since: "2026-11-28T20:00:00.000+00:00", until: null };

function withKitchen(own: Partial<SatelliteSettings>, house: Partial<ToldSettings["house"]> = {}): PlaceSettings {
  const kitchen: SatelliteSettings = {
    satellite: KITCHEN,
    retention: {},
    off_the_record: null,
    rules: {},
    guests_or_children: false,
    share_with_household: { shared: null, since: null },
    ...own,
  };
  return new PlaceSettings({ ...settings(house), satellites: [kitchen] }, KITCHEN);
}

test("a satellite of which nothing is set does as the house does", () => {
  const place = new PlaceSettings(settings(), KITCHEN);
  expect(place.period("words")).toBeNull();
  expect(place.kept("words")).toBe(604_800);
  expect(place.rule("sound", "internet")).toBeNull();
});

test("its own setting holds before the house's, also where it is nothing", () => {
  const place = withKitchen({ retention: { words: 0 } });
  expect(place.period("words")).toBe(0);
  expect(place.kept("words")).toBe(0);
  expect(place.kept("response")).toBe(604_800);
});

test("off the record nothing is kept, wherever that was set", () => {
  expect(withKitchen({ off_the_record: silence }).kept("words")).toBe(0);
  const house = withKitchen({}, { off_the_record: silence });
  expect(house.kept("words")).toBe(0);
  expect(house.ownSilence).toBeNull();
});

test("a period that is none of the usual ones can still be seen and kept", () => {
  expect(withKitchen({ retention: { words: 259_200 } }).periods("words")).toContain(259_200);
});

test("a place that shares nothing of its own is shared since the house is", () => {
  const since = "2026-11-28T20:00:00.000+00:00";
  const place = new PlaceSettings(settings({ share_with_household: { shared: true, since } }), KITCHEN);
  expect(place.shared).toBeNull();
  expect(place.sharedSince).toBe(since);
  expect(withKitchen({ share_with_household: { shared: false, since: null } }).sharedSince).toBeNull();
});
