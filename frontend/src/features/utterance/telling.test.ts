import { expect, test } from "vitest";
import { FakeHome } from "../../../test/home.js";
import type { Ear, Received } from "../../api/types.js";
import { receivedText } from "./telling.js";

const NOTHING: Received = { sound_ms: null, sound_bytes: null, words: null };

function ear(got: Partial<Received>, kind: Ear["kind"] = "reviewer"): Ear {
  const got_: Received = { ...NOTHING, ...got };
  return {
    label: "A person",
    kind,
    place: "internet",
    evidence: "declared",
    got: got_,
    keeps: "until",
    until: "2026-12-29T09:00:00.000+00:00",
  };
}

async function received(one: Ear, ...others: readonly Ear[]): Promise<string> {
  return receivedText(one, [one, ...others], await new FakeHome().session("admin"));
}

test("a reviewer got as much sound as they heard", async () => {
  expect(await received(ear({ sound_ms: 6000 }))).toMatch(/^Got 6.* of sound\.$/);
});

test("a reviewer who heard nothing was shown it", async () => {
  expect(await received(ear({ sound_ms: 0 }))).toBe("Was shown it, without the sound.");
});

test("an engine that got no sound got none, and that is said", async () => {
  expect(await received(ear({ sound_ms: 0 }, "speech_to_text"))).toMatch(/^Got 0/);
});

test("what was done with what had been got before is not another getting", async () => {
  const heard = ear({ sound_ms: 6000 });
  expect(await received(ear({}), heard)).toBe("");
  expect(await received(ear({}, "recipient"), heard)).toBe("");
  expect(await received(ear({}))).toBe("Nobody measured what it got.");
  expect(await received(ear({}, "agent"), heard)).toBe("Nobody measured what it got.");
});
