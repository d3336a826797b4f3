import { afterEach, beforeEach, expect, test } from "vitest";
import { all, FakeHome, settled, shown, textOf } from "../../../test/home.js";
import type { TraceFound } from "../../api/types.js";
import { EarshotLeftoversPage } from "./leftovers-page.js";
import { outcomes, sorted, sum } from "./traces.js";

function found(place: string, changes: Partial<TraceFound> = {}): TraceFound {
  const none = { size: null, since: null, until: null, why_not: null };
  return { place, count: 0, evidence: "observed", purgeable: true, ...none, ...changes };
}

const HELD = found("speech_files", { count: 4, size: 81_648 });
const KEPT = found("backups", { count: 1, purgeable: false, why_not: "backup" });
const UNSURE = found("log_files", { count: null, evidence: "unknown", purgeable: false, why_not: "unknown" });
const EMPTY = found("system_log");

let home: FakeHome;

beforeEach(() => {
  home = new FakeHome();
});

afterEach(() => document.body.replaceChildren());

async function page(...traces: TraceFound[]) {
  home.answers["earshot/traces/list"] = () => ({ traces });
  return shown(new EarshotLeftoversPage(), await home.session());
}

test("a place that nobody can look into is not among the empty ones", () => {
  const places = sorted([EMPTY, UNSURE, KEPT, HELD]);
  expect(places).toEqual({ held: [HELD], kept: [KEPT], unsure: [UNSURE], empty: [EMPTY] });
});

test("what nobody can count is not in the sum", () => {
  expect(sum([HELD, KEPT, UNSURE, EMPTY])).toEqual({ count: 5, places: 2, size: 81_648 });
});

test("a clearing tells of the places where something was done or is left", () => {
  const nothing = { place: "a", count: 0, left: 0, why_not: null };
  const unsure = { place: "b", count: 0, left: null, why_not: "unknown" };
  expect([...outcomes([nothing, unsure]).keys()]).toEqual(["b"]);
});

test("why something cannot be cleared stands where a button would", async () => {
  const element = await page(KEPT, UNSURE);
  expect(textOf(element)).toContain("A backup holds everything else as well.");
  expect(all(element, "button").map(textOf)).toEqual(["Look again"]);
});

test("nothing left says so, and an unknown place is not nothing", async () => {
  expect(textOf(await page(EMPTY))).toContain("Home Assistant keeps nothing of what was said");
  document.body.replaceChildren();
  expect(textOf(await page(UNSURE))).not.toContain("keeps nothing");
});

test("a place of a newer Earshot is called by its key", async () => {
  const element = await page(found("<b>new_place</b>", { count: 2 }));
  expect(all(element, "b")).toEqual([]);
  expect(textOf(element)).toContain("<b>new_place</b>");
});

test("one is cleared after a yes only, and what is left is told", async () => {
  home.answers["earshot/traces/purge"] = () => ({
    traces: [{ place: "speech_files", count: 3, left: 1, why_not: "storage" }],
  });
  const element = await page(HELD);
  all<HTMLButtonElement>(element, "button")
    .find((one) => textOf(one) === "Clear")
    ?.click();
  await settled(element);
  expect(home.asked.map((one) => one.type)).not.toContain("earshot/traces/purge");
  all<HTMLButtonElement>(element, "button.filled.danger")[0]?.click();
  await settled(element);
  expect(home.asked).toContainEqual({ type: "earshot/traces/purge", place: "speech_files" });
  expect(textOf(element)).toContain("3 things were cleared. 1 thing is left. The disk or the database refused");
});

test("who is no administrator sees it, and is offered no clearing", async () => {
  home.answers["earshot/traces/list"] = () => ({ traces: [HELD] });
  const element = await shown(new EarshotLeftoversPage(), await home.session("member"));
  expect(textOf(element)).toContain("4 things");
  expect(textOf(element)).toContain("An administrator of this Home Assistant can clear it.");
  expect(all(element, "button").map(textOf)).toEqual(["Look again"]);
});

test("who may not see it is told so", async () => {
  home.answers["earshot/traces/list"] = () => {
    throw { code: "unauthorized" };
  };
  const element = await shown(new EarshotLeftoversPage(), await home.session("member"));
  expect(textOf(element)).toContain("This is not for your account");
});
