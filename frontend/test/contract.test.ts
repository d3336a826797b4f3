import { expect, test } from "vitest";
import { sampleEvents, sampleOf } from "./samples.js";

test("a real answer is of the shape that the page reads", () => {
  const { items, next } = sampleOf("earshot/utterances/list");
  expect(next).toBeNull();
  expect(items.map((item) => item.outcome)).toContain("answered");
  const told = sampleOf("earshot/utterances/get");
  const [first] = told.entries;
  // A record is told from others by its kind, and has that kind's fields then.
  expect(first?.record.kind === "heard" && first.record.satellite.label).toBe("Kitchen");
  expect(Date.parse(told.utterance.at)).not.toBeNaN();
});

test("real work ends with an event of another type than its progress", () => {
  const events = sampleEvents("earshot/ledger/verify");
  const last = events.pop();
  expect(events.every((event) => event.type === "progress")).toBe(true);
  expect(last?.type === "verdict" && last.verdict.ok).toBe(true);
});
