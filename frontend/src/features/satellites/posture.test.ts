import { expect, test } from "vitest";
import { quiet, WHISPER } from "../../../test/satellites.js";
import { engines, inOrder, linesOf, warnings } from "./posture.js";

const unknown = { value: null, evidence: "unknown", why: "nothing" } as const;
const seen = { evidence: "observed", why: "run" } as const;
const keys = (...args: Parameters<typeof linesOf>) => linesOf(...args).map((line) => line.key);

test("nothing warns of a satellite that is as it should be", () => {
  expect(warnings(quiet())).toBe(0);
});

test("warnings come first", () => {
  const weights = linesOf(quiet({ encrypted: { ...unknown, value: false }, available: false })).map(
    (one) => one.weight,
  );
  expect(weights.slice(0, 2)).toEqual(["warning", "note"]);
});

test("what nobody knows is a warning", () => {
  const posture = quiet({ encrypted: unknown, wake: { where: unknown, words: [], choosable: false, most: null } });
  const warned = linesOf(posture).filter((line) => line.weight === "warning");
  expect(warned.map((line) => line.key)).toEqual(["wake_unknown", "encryption_unknown"]);
});

test("a stream is told of with whom it goes to, and is no surer than its weaker half", () => {
  const wake = { where: { value: "streamed", ...seen }, words: [], choosable: false, most: null } as const;
  const engine = { ...WHISPER, stage: "wake_word", label: "openWakeWord" } as const;
  const [pipeline] = quiet().pipelines;
  const streaming = (place: "internet" | "home_network") =>
    quiet({ wake, pipelines: pipeline ? [{ ...pipeline, stages: [{ ...engine, place }] }] : [] });
  expect(keys(streaming("home_network"))).toContain("streams");
  expect(keys(streaming("internet"))).toContain("streams_outside");
  const line = linesOf(streaming("internet"))[0];
  expect(line?.values).toEqual({ engine: "openWakeWord" });
  expect(line?.fact?.evidence).toBe("declared");
});

test("a satellite that hears its wake word itself hands the engine for wake words nothing", () => {
  const [pipeline] = quiet().pipelines;
  const stages = [{ ...WHISPER, stage: "wake_word" as const }, WHISPER];
  expect(engines(quiet({ pipelines: pipeline ? [{ ...pipeline, stages }] : [] }))).toEqual([WHISPER]);
});

test("a pipeline past Earshot warns, and so does an engine outside", () => {
  const [pipeline] = quiet().pipelines;
  const stages = [{ ...WHISPER, place: "unknown" as const }];
  const posture = quiet({ pipelines: pipeline ? [{ ...pipeline, assistant: null, stages }] : [] });
  expect(keys(posture).slice(0, 2)).toEqual(["past_earshot", "sound_leaves"]);
});

test("an open port warns unless it keeps strangers out", () => {
  const door = { host: "10.0.0.9", port: 10_700, transport: "tcp", encrypted: unknown };
  const open = (value: boolean | null) => keys(quiet({ doors: [{ ...door, authenticated: { ...unknown, value } }] }));
  expect(open(false)).toContain("door");
  expect(open(null)).toContain("door_unknown");
  expect(open(true)).not.toContain("door");
});

test("the one with the most warnings comes first, then by name", () => {
  const one = (label: string, changes = {}) =>
    quiet({ satellite: { label, entity_id: label, area: null }, ...changes });
  const order = inOrder([one("B"), one("A"), one("C", { encrypted: unknown })]);
  expect(order.map((posture) => posture.satellite.label)).toEqual(["C", "A", "B"]);
});
