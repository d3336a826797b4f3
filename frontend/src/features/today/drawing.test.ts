import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { someDay, someDecision, someLane, someMark, someReason } from "../../../test/days.js";
import { deep, drawn, find, findAll, HOSTILE, settled, textOf } from "../../../test/drawing.js";
import { someSatellite } from "../../../test/listeners.js";
import { FakeServer, fakeSession } from "../../../test/session.js";
import { ApiError } from "../../api/error.js";
import type { Today } from "../../api/types.js";
import { parseAddress } from "../../app/address.js";
import type { EarshotDaySentence } from "./day-sentence.js";
import type { EarshotDayStrip } from "./day-strip.js";
import type { EarshotTodayPage } from "./today-page.js";
import "./today-page.js";

const BUSY = someDay({
  said: 3,
  sentence: { said: 3, house: "left", listened: "nobody", watched: "so_far" },
  left_house: 1,
  satellites: [
    someLane("Hall", [someMark("01:00"), someMark("12:00", "left_house"), someMark("12:01")]),
    someLane("Kitchen", [someMark("05:00", "false_wake")], { more: 4 }),
  ],
  gaps: [{ began: "2026-11-28T03:00:00Z", ended: "2026-11-28T04:30:00Z", reason: "not_running" }],
});

/** Everything of a day that somebody outside has named. */
function named(name: string): Today {
  return someDay({
    satellites: [someLane(name, [someMark("01:00"), someMark("12:00"), someMark("12:01")], { name, more: 2 })],
    reasons: [
      someReason({ who: name, ear: "agent", place: "internet", evidence: "declared" }),
      someReason({ why: "streamed", who: name, how: name }),
      someReason({ part: "listened", says: "somebody", why: "accessed", who: name, how: name }),
      someReason({ part: "watched", says: "in_part", why: "gap", how: name }),
    ],
    gaps: [{ began: "2026-11-28T03:00:00Z", ended: null, reason: name }],
    contacted: [{ purpose: name, label: name, host: name, count: 1, received_bytes: null, last_at: BUSY.began }],
    decisions: [
      someDecision({ kind: "question", id: name, who: name }),
      someDecision({ translation_key: name, placeholders: { name } }),
      someDecision({ kind: name as "repair" }),
    ],
  });
}

let server: FakeServer;

async function page(search = ""): Promise<EarshotTodayPage> {
  const address = parseAddress("/today", search);
  return drawn<EarshotTodayPage>("earshot-today-page", { session: await fakeSession(server), address });
}

async function tell(element: EarshotTodayPage, today: Today): Promise<void> {
  server.send("earshot/today/subscribe", { type: "today", today });
  await settled(element);
}

beforeEach(() => {
  server = new FakeServer();
});

afterEach(() => document.body.replaceChildren());

describe("the page", () => {
  test("says the sentence as soon as it is told, and again when it changes", async () => {
    const shown = await page();
    expect(find(shown, "earshot-day-sentence")).toBeUndefined();
    await tell(shown, someDay());
    expect(textOf(shown)).toContain("Nothing said yet today. Nothing left your house. Nobody listened.");
    const sentence = find(shown, "earshot-day-sentence");
    await tell(shown, BUSY);
    expect(textOf(shown)).toContain("3 things said. 1 thing left your house. Nobody listened.");
    expect(find(shown, "earshot-day-sentence")).toBe(sentence);
  });

  test("keeps what it shows while Earshot is reloaded, and says so", async () => {
    const shown = await page();
    await tell(shown, BUSY);
    server.send("earshot/today/subscribe", { type: "unavailable", code: "not_loaded" });
    await settled(shown);
    expect(textOf(shown)).toContain("This is how it was before Earshot stopped answering.");
    expect(textOf(shown)).toContain("3 things said.");
    await tell(shown, BUSY);
    expect(textOf(shown)).not.toContain("stopped answering");
  });

  test("follows another day when one goes there, and that one only", async () => {
    const shown = await page("day=2026-11-20");
    const old = server.followers.get("earshot/today/subscribe");
    shown.address = parseAddress("/today", "day=2026-11-19");
    await settled(shown);
    expect(server.asked.map(({ day }) => day)).toEqual(["2026-11-20", "2026-11-19"]);
    old?.({ type: "today", today: BUSY });
    await settled(shown);
    expect(find(shown, "earshot-day-sentence")).toBeUndefined();
  });

  test("follows nothing any more when it is gone", async () => {
    const shown = await page();
    expect([...server.followers.keys()]).toEqual(["earshot/today/subscribe", "earshot/now/subscribe"]);
    shown.remove();
    await new Promise((resolve) => queueMicrotask(() => queueMicrotask(() => resolve(undefined))));
    expect(server.followers.size).toBe(0);
  });

  test("says what keeps it from telling, and tries again", async () => {
    server.answers = { "earshot/today/subscribe": new ApiError("ledger_unavailable", "no") };
    const shown = await page();
    await settled(shown);
    expect(find(shown, "earshot-message[role=alert]")).toBeDefined();
    find(shown, "button[slot=action]")?.click();
    await settled(shown);
    expect(server.asked.filter(({ type }) => type === "earshot/today/subscribe")).toHaveLength(2);
  });

  test("shows who listens, and that nobody can say while Earshot does not answer", async () => {
    const shown = await page();
    await tell(shown, someDay());
    expect(textOf(shown)).not.toContain("At this moment");
    server.send("earshot/now/subscribe", { type: "now", satellites: [someSatellite()], others: [] });
    await settled(shown);
    expect(textOf(shown)).toContain("At this moment No microphone is heard at this moment");
    server.send("earshot/now/subscribe", { type: "unavailable", code: "not_loaded" });
    await settled(shown);
    expect(textOf(shown)).toContain("At this moment Earshot does not answer, so nobody can say who listens.");
  });

  test("shows of a day before nothing that is of now", async () => {
    const shown = await page("day=2026-11-20");
    await tell(shown, someDay({ day: "2026-11-20", is_today: false }));
    expect(find(shown, "earshot-kept")).toBeUndefined();
    expect(find(shown, "earshot-decisions")).toBeUndefined();
  });
});

describe("a week and a month", () => {
  const count = { said: 4, false_wakes: 1, blocked: 0, left_house: 2, unseen: 0, listened: 0 };
  const days = (first: string) => [{ day: first, count, unwatched_ms: 5_400_000 * 2 }];

  test("lead to their days", async () => {
    const totals = (message: { first: string }) => ({
      all: count,
      days: days(message.first),
      places: [],
      satellites: [],
    });
    server.answers = { "earshot/totals/get": totals };
    const shown = await page("view=week&day=2026-11-18");
    await settled(shown);
    expect(server.asked).toContainEqual({ type: "earshot/totals/get", first: "2026-11-16", last: "2026-11-22" });
    const day = find<HTMLAnchorElement>(shown, "a.day");
    expect(day?.getAttribute("href")).toBe("/earshot/today?day=2026-11-16");
    expect(day?.querySelector(".visually-hidden")?.textContent).toBe(
      "Monday, November 16: 4 things said, 1 false wake, nothing blocked, 2 left the house, none unknown, nothing listened to. Not watched for 3 hr.",
    );
    expect(findAll(shown, ".day.future")).toHaveLength(6);
  });
});

describe("the line of a day", () => {
  const strip = async (today: Today) =>
    drawn<EarshotDayStrip>("earshot-day-strip", { session: await fakeSession(server), today });

  test("has a lane for each satellite, and a name for each mark", async () => {
    const shown = await strip(BUSY);
    expect(findAll(shown, "h3").map(textOf)).toEqual(["Hall 3 utterances", "Kitchen 1 utterance"]);
    const marks = findAll(shown, ".mark");
    expect(marks.map((mark) => mark.getAttribute("aria-label"))).toEqual([
      "01:00, Hall: said",
      expect.stringMatching(/^12:00\s–\s12:01: 2 utterances, among them: left the house$/),
      "05:00, Kitchen: false wake",
    ]);
    expect(marks[0]?.getAttribute("href")).toBe("/earshot/utterance/U01%3A00");
  });

  test("opens what is gathered", async () => {
    const shown = await strip(BUSY);
    const many = find(shown, ".mark.many");
    many?.click();
    await settled(shown);
    expect(many?.getAttribute("aria-expanded")).toBe("true");
    expect(findAll(shown, ".gathered a").map((link) => link.getAttribute("href"))).toEqual([
      "/earshot/utterance/U12%3A00",
      "/earshot/utterance/U12%3A01",
    ]);
  });

  test("is one stop for the Tab key by lane, and arrows lead on", async () => {
    const shown = await strip(BUSY);
    const [first, many] = findAll(shown, ".mark");
    expect(findAll(shown, ".mark").filter((mark) => mark.tabIndex === 0)).toHaveLength(2);
    many?.focus();
    many?.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowLeft", bubbles: true, composed: true }));
    await settled(shown);
    expect(first?.matches(":focus")).toBe(true);
    expect(first?.tabIndex).toBe(0);
  });

  test("draws gaps and names them", async () => {
    const shown = await strip(BUSY);
    expect(findAll(shown, ".track .hatch")).toHaveLength(2);
    expect(textOf(shown)).toContain("Not watched from 03:00 to 04:30. Earshot was not running.");
  });

  test("says what has no mark", async () => {
    expect(textOf(await strip(BUSY))).toContain("Kitchen: 4 earlier utterances have no mark here");
  });

  test("can be read as a list, the newest first", async () => {
    const shown = await strip(BUSY);
    find(shown, "button.list")?.click();
    await settled(shown);
    expect(findAll(shown, "tbody tr").map((row) => textOf(row).slice(0, 8))).toEqual([
      "12:01:00",
      "12:00:00",
      "05:00:00",
      "01:00:00",
    ]);
  });
});

describe("names that are not friendly", () => {
  test.each(HOSTILE)("%.30s stay text", async (name) => {
    const shown = await page();
    await tell(shown, named(name));
    find(shown, "button[aria-controls=reasons]")?.click();
    find(shown, "button.list")?.click();
    await settled(shown);
    const elements = [...deep(shown)];
    expect(elements.filter((one) => ["IMG", "SCRIPT", "IFRAME"].includes(one.tagName))).toEqual([]);
    expect(elements.flatMap((one) => one.getAttributeNames()).filter((one) => one.startsWith("on"))).toEqual([]);
    expect("hacked" in window).toBe(false);
    expect(textOf(shown)).toContain(name.replace(/\s+/g, " ").trim());
  });

  test("of an identifier stay within the address of an utterance", async () => {
    const today = someDay({
      satellites: [someLane("Hall", [{ ...someMark("01:00"), utterance_id: "../../config?x=<b>#y" }])],
    });
    const shown = await drawn<EarshotDayStrip>("earshot-day-strip", { session: await fakeSession(server), today });
    expect(find(shown, "a.mark")?.getAttribute("href")).toBe("/earshot/utterance/..%2F..%2Fconfig%3Fx%3D%3Cb%3E%23y");
  });
});

describe("why", () => {
  const explained = async (today: Today) => {
    const shown = await drawn<EarshotDaySentence>("earshot-day-sentence", {
      session: await fakeSession(server),
      today,
    });
    find(shown, "button")?.click();
    await settled(shown);
    return shown;
  };

  test("names who got what, where, how it is known, and of which utterances", async () => {
    const shown = await explained(
      someDay({
        satellites: BUSY.satellites,
        reasons: [
          someReason({
            who: "Cloud agent",
            ear: "agent",
            place: "internet",
            evidence: "declared",
            count: 30,
            at_least: true,
            utterance_ids: ["U12:00", "U99:99"],
          }),
        ],
      }),
    );
    expect(textOf(shown)).toContain("Cloud agent Agent");
    expect(textOf(shown)).toContain("Internet");
    expect(textOf(shown)).toContain("Declared");
    expect(textOf(shown)).toContain("At least 30 utterances 12:00 Utterance 2 and more");
  });

  test("says why nothing being entered means something", async () => {
    const text = textOf(await explained(someDay()));
    expect(text).toContain("Nothing was said, and nothing else went anywhere that the ledger knows of.");
    expect(text).toContain("Whoever opens what is kept is entered before they see or hear it. Nobody was.");
    expect(text).toContain("Earshot has watched all of it up to now.");
  });

  test("is not offered where there is no room, nor for a day that has not begun", async () => {
    const session = await fakeSession(server);
    const brief = await drawn<EarshotDaySentence>("earshot-day-sentence", { session, today: someDay(), brief: true });
    expect(find(brief, "button")).toBeUndefined();
    const sentence = { said: 0, house: "nothing_seen", listened: "nobody_seen", watched: "not_yet" } as const;
    const early = await drawn<EarshotDaySentence>("earshot-day-sentence", { session, today: someDay({ sentence }) });
    expect(find(early, "button")).toBeUndefined();
  });
});

describe("what needs a decision", () => {
  test("is said to be nothing where it is nothing", async () => {
    const shown = await page();
    await tell(shown, someDay());
    expect(textOf(shown)).toContain("Nothing needs you now.");
  });

  test("comes before the line where it is urgent", async () => {
    const shown = await page();
    await tell(shown, someDay({ decisions: [someDecision({ kind: "outage", severity: "error" })] }));
    const order = findAll(shown, "earshot-decisions, earshot-day-strip").map((one) => one.localName);
    expect(order).toEqual(["earshot-decisions", "earshot-day-strip"]);
  });

  test("is told to a member without a way that they may not go", async () => {
    const session = await fakeSession(server, { role: "member" });
    const shown = await drawn("earshot-decisions", { session, decisions: [someDecision({})] } as object);
    expect(find(shown, "a")).toBeUndefined();
    expect(textOf(shown)).toContain("Home Assistant has a repair for Earshot.");
  });
});
