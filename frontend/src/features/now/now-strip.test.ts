import { afterEach, expect, test } from "vitest";
import { deep, drawn, find, findAll, HOSTILE, textOf } from "../../../test/drawing.js";
import { someOther, someSatellite, someStream } from "../../../test/listeners.js";
import { FakeServer, fakeSession } from "../../../test/session.js";
import type { Now } from "./now.js";
import type { EarshotNowStrip } from "./now-strip.js";
import "./now-strip.js";

afterEach(() => document.body.replaceChildren());

const strip = async (now: Now) =>
  drawn<EarshotNowStrip>("earshot-now-strip", { session: await fakeSession(new FakeServer()), now });

test("a line says who it is, what it does, and where its sound goes", async () => {
  const kitchen = someSatellite({
    area: "Downstairs",
    state: "listening",
    listening_for: "wake_word",
    streams_to: someStream(),
  });
  const shown = await strip({ satellites: [kitchen], others: [] });
  expect(textOf(shown)).toBe(
    "1 microphone is heard at this moment. Its sound stays in the house. " +
      "Kitchen Downstairs Heard, all the time, for its wake word. " +
      "Its sound goes to openWakeWord. In the sandbox Enforced",
  );
  expect(find(shown, ".summary")?.getAttribute("role")).toBe("status");
});

test("it is said how one knows that a satellite sends nothing", async () => {
  const shown = await strip({
    satellites: [someSatellite({ wake: "on_device", wake_evidence: "declared" })],
    others: [],
  });
  expect(textOf(shown)).toContain("sends nothing. Declared");
});

test("what goes no further than Earshot, and what nobody knows, is said so", async () => {
  const shown = await strip({
    satellites: [],
    others: [
      someOther({ streams_to: someStream({ label: "", ear: null, place: "this_machine" }) }),
      someOther({ id: "two", streams_to: someStream({ label: "", place: "unknown" }) }),
    ],
  });
  expect(textOf(shown)).toContain("Its sound comes as far as Earshot, and no further.");
  expect(textOf(shown)).toContain("Its sound goes to somebody whom nobody knows.");
});

test("what holds beside is said: captured, muted and heard all the same, off the record", async () => {
  const shown = await strip({
    satellites: [
      someSatellite({ captured: true, muted: true, state: "listening", off_the_record: true }),
      someSatellite({
        entity_id: "two",
        off_the_record: true,
        off_the_record_until: "2026-11-28T14:05:00.000+00:00",
      }),
    ],
    others: [],
  });
  expect(findAll(shown, ".flag").map(textOf)).toEqual([
    "Its microphone is captured.",
    "Its device says that it is muted.",
    "Off the record.",
    "Off the record until 14:05.",
  ]);
});

test.each(HOSTILE)("names stay text: %.30s", async (name) => {
  const shown = await strip({
    satellites: [someSatellite({ label: name, area: `${name}!`, streams_to: someStream({ label: name }) })],
    others: [
      someOther({ user: name, streams_to: someStream({ label: name }) }),
      someOther({ id: "two", kind: "capture", label: name }),
    ],
  });
  expect([...deep(shown)].filter((one) => ["IMG", "SCRIPT"].includes(one.tagName))).toEqual([]);
  expect("hacked" in window).toBe(false);
  expect(textOf(shown)).toContain(name.replace(/\s+/g, " ").trim());
});
