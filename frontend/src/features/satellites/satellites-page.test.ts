import { afterEach, beforeEach, expect, test } from "vitest";
import { all, FakeHome, settled, shown, textOf } from "../../../test/home.js";
import { quiet, settings } from "../../../test/satellites.js";
import { enginesOf } from "./privacy-settings.js";
import { EarshotSatellitesPage } from "./satellites-page.js";

const HOSTILE = `<img src=x onerror="window.hacked=1"> \u202e ${"x".repeat(300)} 🙂`;
let home: FakeHome;

beforeEach(() => {
  home = new FakeHome();
  home.answers["earshot/settings/subscribe"] = () => settings();
  home.answers["config_entries/get"] = () => [{ entry_id: "e1" }];
});

afterEach(() => document.body.replaceChildren());

async function page(satellites = [quiet()], role: "admin" | "member" = "admin") {
  home.answers["earshot/satellites/list"] = () => ({ satellites });
  return shown(new EarshotSatellitesPage(), await home.session(role));
}

function button(element: Element, text: string): HTMLButtonElement {
  const found = all<HTMLButtonElement>(element, "button").find((one) => textOf(one) === text);
  if (found === undefined) throw new Error(`no button ${text}`);
  return found;
}

test("a name is text, whatever it is made of", async () => {
  const element = await page([
    quiet({ satellite: { label: HOSTILE, entity_id: "assist_satellite.x", area: HOSTILE } }),
  ]);
  expect(all(element, "img")).toEqual([]);
  expect(textOf(element)).toContain(HOSTILE.slice(0, 40));
});

test("what is kept here is told, and that the sound is not", async () => {
  expect(textOf(await page())).toContain("Kept here: words for 7 days and answers for 7 days. The sound is never");
});

test("whoever lives here sees whether others may read and hear what they say", async () => {
  expect(textOf(await page([quiet()], "member"))).toContain("Only administrators may read and hear it.");
  document.body.replaceChildren();
  const since = "2026-11-28T20:00:00Z";
  home.answers["earshot/settings/subscribe"] = () => settings({ share_with_household: { shared: true, since } });
  expect(textOf(await page([quiet()], "member"))).toContain("Everybody in the house may read and hear it.");
});

test("without a satellite it says what to do", async () => {
  expect(textOf(await page([]))).toContain("No satellite yet");
});

test("who may not see it is told so", async () => {
  home.answers["earshot/satellites/list"] = () => {
    throw { code: "unauthorized" };
  };
  const element = await shown(new EarshotSatellitesPage(), await home.session("member"));
  expect(textOf(element)).toContain("This is not for your account");
});

test("a member is offered no change", async () => {
  const element = await page([quiet()], "member");
  expect(all(element, "button")).toEqual([]);
  expect(all(element, "details")).toEqual([]);
});

test("a change is drawn when the server tells of it", async () => {
  const element = await page();
  home.tell("earshot/settings/subscribe", settings({ off_the_record: { since: "2026-11-28T20:00:00Z", until: null } }));
  await settled(element);
  expect(textOf(element)).toContain("Off the record until somebody ends it.");
  expect(textOf(element)).toContain("The whole house is off the record.");
});

test("a period is set for the satellite that it is chosen at", async () => {
  home.answers["earshot/settings/set_retention"] = () => settings();
  const element = await page();
  const details = all<HTMLDetailsElement>(element, "details")[1];
  if (details === undefined) throw new Error("no settings");
  details.open = true;
  details.dispatchEvent(new Event("toggle"));
  await settled(element);
  const select = all<HTMLSelectElement>(details, "select")[1];
  if (select === undefined) throw new Error("no choice");
  expect(select.selectedOptions[0]?.textContent).toBe("As the house (7 days)");
  select.value = "86400";
  select.dispatchEvent(new Event("change"));
  await settled(element);
  expect(home.asked.at(-1)).toEqual({
    type: "earshot/settings/set_retention",
    satellite: "assist_satellite.kitchen",
    content: "words",
    keep_for: 86_400,
  });
});

test("an engine of somebody else can be given a rule of its own, and begins with the strictest", async () => {
  home.answers["earshot/settings/set_rule"] = () => settings();
  const named = (friendly_name: string) => ({ state: "unknown", attributes: { friendly_name } });
  home.hass.states = { "stt.cloud": named(HOSTILE), "stt.earshot": named("Earshot"), "tts.piper": named("Piper") };
  home.hass.entities = { "stt.earshot": { platform: "earshot" }, "stt.cloud": { platform: "cloud" } };
  expect(enginesOf(home.hass, "sound")).toEqual([{ value: "stt.cloud", text: HOSTILE }]);
  const element = await page();
  const select = all<HTMLSelectElement>(element, "select").find((one) =>
    [...one.options].some((option) => option.value === "stt.cloud"),
  );
  if (select === undefined) throw new Error("no choice of engines");
  select.value = "stt.cloud";
  select.dispatchEvent(new Event("change"));
  await settled(element);
  expect(home.asked.at(-1)).toEqual({
    type: "earshot/settings/set_rule",
    satellite: null,
    content: "sound",
    target: "stt.cloud",
    rule: "local_only",
  });
});

test("nobody is unpaired without being asked", async () => {
  home.answers["config_entries/subentries/delete"] = () => null;
  const element = await page();
  button(element, "Unpair").click();
  await settled(element);
  expect(home.asked.some((one) => one.type === "config_entries/subentries/delete")).toBe(false);
  all<HTMLButtonElement>(element, "button.filled.danger")[0]?.click();
  await settled(element);
  expect(home.asked).toContainEqual({ type: "config_entries/subentries/delete", entry_id: "e1", subentry_id: "s1" });
});

test("pairing goes to the proof, shows that it is heard, and gives up when it is closed", async () => {
  const steps: Record<string, unknown> = {
    begin: {
      type: "form",
      flow_id: "f1",
      step_id: "user",
      data_schema: [
        { name: "satellite", selector: { select: { options: [{ value: "k1", label: "Kitchen" }] } } },
        { name: "assistant", default: "a1", selector: { select: { options: [{ value: "a1", label: "Earshot" }] } } },
      ],
    },
    chosen: { type: "progress", flow_id: "f1", progress_action: "listen" },
    heard: { type: "create_entry", flow_id: "f1" },
  };
  let answered: unknown;
  home.answers["frontend/get_translations"] = () => ({ resources: {} });
  home.restAnswers = (method, path, body) => {
    if (method === "DELETE") return {};
    if (method === "GET") return steps.heard;
    if (path.endsWith("f1")) answered = body;
    return path.endsWith("f1") ? steps.chosen : steps.begin;
  };
  const element = await page([quiet({ paired: null })]);
  button(element, "Pair").click();
  await settled(element);
  expect(answered).toEqual({ satellite: "k1", assistant: "a1" });
  expect(textOf(element)).toContain("Say the wake word now …");
  home.tell("subscribe_entities", { a: { "assist_satellite.kitchen": { s: "listening" } } });
  await settled(element);
  expect(textOf(element)).toContain("It listens to you.");
  button(element, "Stop, and put everything back").click();
  await settled(element);
  expect(home.rest.at(-1)).toBe("DELETE config/config_entries/subentries/flow/f1");
  expect(home.follows("subscribe_events")).toBe(0);

  button(element, "Pair").click();
  await settled(element);
  home.tell("subscribe_events", { data: { flow_id: "another" } });
  await settled(element);
  expect(textOf(element)).toContain("Say the wake word now …");
  home.tell("subscribe_events", { data: { flow_id: "f1" } });
  await settled(element);
  expect(textOf(element)).toContain("… heard");
  const asked = home.rest.length;
  button(element, "Close").click();
  await settled(element);
  expect(home.rest.length).toBe(asked);
});
