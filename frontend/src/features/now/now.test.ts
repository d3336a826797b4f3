// @vitest-environment node
import { describe, expect, test } from "vitest";
import { someOther, someSatellite, someStream } from "../../../test/listeners.js";
import { loadLocalize } from "../../i18n/localize.js";
import { afterEvent, type Line, lineOf, lineOfOther, summaryOf } from "./now.js";

const t = await loadLocalize("en");
/** What is said, without the signs that set a name off. */
const said = ({ key, values, tone }: Line) => [t(key, values).replace(/[\u2068\u2069]/g, ""), tone];

const OUTSIDE = someStream({ place: "internet", evidence: "declared" });
const NOWHERE = someStream({ place: "unknown", evidence: "unknown" });

describe("a satellite", () => {
  test.each([
    [{}, "Nothing comes from its microphone.", "quiet"],
    [{ wake: "on_device" }, "It waits for its wake word by itself, and sends nothing.", "quiet"],
    [{ wake: "on_device", muted: true }, "Muted, by the word of its device.", "quiet"],
    [{ wake: "none" }, "Nothing comes from its microphone.", "quiet"],
    [{ wake: null }, "Nothing comes from its microphone.", "quiet"],
    [
      { state: "listening", listening_for: "wake_word", streams_to: someStream() },
      "Heard, all the time, for its wake word.",
      "heard",
    ],
    [{ state: "listening", listening_for: "command" }, "Listening to a command.", "heard"],
    [{ state: "listening", listening_for: "command", streams_to: OUTSIDE }, "Listening to a command.", "left"],
    [{ state: "listening", listening_for: "wake_word", streams_to: NOWHERE }, /all the time/, "unknown"],
    [{ state: "processing" }, "Working on an answer.", "quiet"],
    [{ state: "responding" }, "Speaking.", "quiet"],
    [{ state: "responding", streams_to: someStream() }, "Speaking.", "heard"],
    [{ state: "unavailable" }, "It is away. Nobody knows what it does.", "unknown"],
    [{ captured: true }, "Nothing comes from its microphone.", "captured"],
  ] as const)("%o", (satellite, text, tone) => {
    const [told, felt] = said(lineOf(someSatellite(satellite)));
    expect(told).toMatch(text);
    expect(felt).toBe(tone);
  });
});

describe("something else", () => {
  test.each([
    [{}, "Its command is listened to.", "heard"],
    [{ listening_for: "wake_word" }, "Its microphone is heard for a wake word.", "heard"],
    [{ state: "processing" }, "Its command is being answered.", "quiet"],
    [{ state: "responding" }, "Its answer is being spoken.", "quiet"],
    [{ streams_to: OUTSIDE }, "Its command is listened to.", "left"],
    [{ kind: "stt_api", streams_to: NOWHERE }, "Sends sound straight to a recognizer.", "unknown"],
    [
      { kind: "capture", label: "Hall" },
      "Captures the microphone of Hall. Nobody knows who, nor from where.",
      "captured",
    ],
    [{ kind: "capture" }, "Captures a microphone. Nobody knows who, nor from where.", "captured"],
  ] as const)("%o", (other, text, tone) => {
    expect(said(lineOfOther(someOther(other)))).toEqual([text, tone]);
  });
});

describe("the sentence", () => {
  const heard = someSatellite({ state: "listening", listening_for: "command", streams_to: someStream() });
  const left = { ...heard, streams_to: OUTSIDE };
  const unknown = someSatellite({ state: "unavailable" });

  test.each([
    [[], [], "No satellite is known."],
    [[someSatellite()], [], "No microphone is heard at this moment, as far as Home Assistant knows."],
    [[heard], [], "1 microphone is heard at this moment. Its sound stays in the house."],
    [[heard], [someOther()], "2 microphones are heard at this moment. Their sound stays in the house."],
    [[heard, unknown], [], "Of 1 microphone nobody knows who hears it."],
    [[heard, unknown, left], [], "1 microphone is heard outside the house at this moment."],
    [[left], [someOther({ kind: "capture" })], "Somebody captures a microphone at this moment."],
  ] as const)("is as bad as the worst line: %#", (satellites, others, text) => {
    expect(said(summaryOf({ satellites, others }))[0]).toBe(text);
  });
});

describe("events", () => {
  const hall = someSatellite({ entity_id: "assist_satellite.hall", label: "Hall" });
  const kitchen = someSatellite();
  const whole = { type: "now", satellites: [hall, kitchen], others: [] } as const;

  test("tell all at once", () => expect(afterEvent(undefined, whole)).toMatchObject({ satellites: [hall, kitchen] }));

  test("tell what is other, new and gone", () => {
    const attic = someSatellite({ entity_id: "assist_satellite.attic", label: "Attic" });
    const speaking = { ...kitchen, state: "responding" } as const;
    const after = afterEvent(whole, {
      type: "changed",
      satellites: [speaking, attic],
      gone: ["assist_satellite.hall"],
      others: null,
    });
    expect(after?.satellites).toEqual([attic, speaking]);
  });

  test("leave the others as they are, or replace them", () => {
    const before = { ...whole, others: [someOther()] };
    const nothing = { type: "changed", satellites: [], gone: [] } as const;
    expect(afterEvent(before, { ...nothing, others: null })?.others).toEqual([someOther()]);
    expect(afterEvent(before, { ...nothing, others: [] })?.others).toEqual([]);
  });

  test("of changes alone tell nothing", () => {
    expect(afterEvent(undefined, { type: "changed", satellites: [kitchen], gone: [], others: [] })).toBeUndefined();
  });
});
