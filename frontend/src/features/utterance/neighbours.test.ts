import { expect, test } from "vitest";
import { FakeHome } from "../../../test/home.js";
import { utterance } from "../../../test/utterances.js";
import { neighboursOf } from "./neighbours.js";

/** Utterances as the server lists them, newest first. */
function listing(names: string[]): FakeHome {
  const home = new FakeHome();
  const rows = names.map((name, index) => utterance({ utterance_id: name, at: `2026-11-28T12:0${9 - index}:00.000Z` }));
  const matching = ({ since, until }: Record<string, unknown>) =>
    rows.filter(
      ({ at }) => (since === undefined || at >= String(since)) && (until === undefined || at < String(until)),
    );
  home.answers["earshot/utterances/count"] = (message) => ({ count: matching(message).length });
  home.answers["earshot/utterances/list"] = (message) => {
    const skip = Number(message.skip ?? 0);
    return { items: matching(message).slice(skip, skip + Number(message.limit)), next: null };
  };
  return home;
}

test.each([
  ["a", { older: "b", newer: undefined }],
  ["b", { older: "c", newer: "a" }],
  ["d", { older: undefined, newer: "c" }],
])("those beside %s are found", async (name, found) => {
  const names = ["a", "b", "c", "d"];
  const at = `2026-11-28T12:0${9 - names.indexOf(name)}:00.000Z`;
  expect(await neighboursOf(await listing(names).session(), name, at)).toEqual(found);
});
