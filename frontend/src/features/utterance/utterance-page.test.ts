import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { all, FakeHome, settled, shown, textOf } from "../../../test/home.js";
import { block, entry, erased, kept, ordinary, reading, told, utterance } from "../../../test/utterances.js";
import type { Me, UtteranceEvent, UtteranceTold, UtteranceView } from "../../api/types.js";
import { parseAddress } from "../../app/address.js";
import { EarshotUtterancePage } from "./utterance-page.js";

const GET = "earshot/utterances/get";
const WORDS = { words: "turn on the light", response: "Turned on" };
const full = { ...ordinary, contents: kept };
const HOSTILE = `<img src=x onerror="window.hacked=1"> \u202e مرحبا 🙂\u0000${"x".repeat(300)}`;

let home: FakeHome;

beforeEach(() => {
  home = new FakeHome();
  home.answers["earshot/utterances/list"] = () => ({ items: [], next: null });
  home.answers["earshot/utterances/count"] = () => ({ count: 1 });
});

afterEach(() => document.body.replaceChildren());

function answer(given: UtteranceTold): void {
  home.answers[GET] = ({ words }) => (words === true ? { ...given, words: WORDS } : given);
}

async function page(given?: UtteranceTold, role: Me["role"] = "admin", path = `/utterance/${ordinary.utterance_id}`) {
  if (given !== undefined) answer(given);
  const element = new EarshotUtterancePage();
  element.address = parseAddress(path, "");
  return shown(element, await home.session(role));
}

function buttons(element: Element): string[] {
  return all<HTMLButtonElement>(element, "button").map((one) => textOf(one));
}

async function press(element: EarshotUtterancePage, text: string): Promise<void> {
  const found = all<HTMLButtonElement>(element, "button").find((one) => textOf(one) === text);
  if (found === undefined) throw new Error(`no button ${text}`);
  found.click();
  await settled(element);
}

function changedTo(view: UtteranceView): UtteranceEvent {
  return { type: "changed", by: ["finished"], utterance: view };
}

function asked(type: string) {
  return home.asked.filter((message) => message.type === type);
}

describe("what there is to see", () => {
  test("it is drawn, and told as a list in the same order", async () => {
    const element = await page(told(full));
    const stations = all(element, ".station .label").map(textOf);
    expect(stations).toHaveLength(5);
    const names = all(element, ".name").map(textOf);
    expect([...stations].sort()).toEqual(names.map((name, index) => `${index + 1} ${name}`));
    expect(all(element, "[role=img]")[0]?.getAttribute("aria-label")).toContain("Inside: 5 ears. Outside: nobody.");
    expect(textOf(element)).toContain("Nothing left the house.");
  });

  test("while it is asked for, that is said", async () => {
    home.answers[GET] = () => new Promise(() => undefined);
    expect(textOf(await page())).toContain("Loading");
  });

  test("without an identifier it says where to choose one", async () => {
    const element = await page(undefined, "admin", "/utterance");
    expect(textOf(element)).toContain("No utterance is chosen");
    expect(asked(GET)).toEqual([]);
  });

  test("one that the ledger does not know may have been redacted, and that is said", async () => {
    home.answers[GET] = () => {
      throw { code: "not_found", message: "" };
    };
    expect(textOf(await page())).toContain("only the fingerprints of its entries are left");
  });

  test("who may not see it is told so", async () => {
    home.answers[GET] = () => {
      throw { code: "unauthorized", message: "" };
    };
    expect(textOf(await page(undefined, "reviewer"))).toContain("This is not for your account");
  });

  test("when it fails, it can be tried again", async () => {
    home.answers[GET] = () => {
      throw { code: "timeout", message: "" };
    };
    const element = await page();
    expect(textOf(element)).toContain("took too long");
    answer(told(full));
    await press(element, "Try again");
    expect(textOf(element)).toContain("Kitchen satellite");
  });

  test("one that is still open is asked for again when it ends", async () => {
    const element = await page(told(utterance({ outcome: null, took_ms: null })));
    expect(textOf(element)).toContain("Nothing has left the house so far.");
    expect(textOf(element)).toContain("Going on");
    answer(told(full));
    home.tell("earshot/utterances/subscribe", changedTo(utterance({ utterance_id: "another" })));
    await settled(element);
    expect(asked(GET)).toHaveLength(1);
    home.tell("earshot/utterances/subscribe", changedTo(full));
    await settled(element);
    expect(textOf(element)).toContain("Answered");
    expect(textOf(element)).not.toContain("so far");
  });

  test("one that somebody redacts elsewhere is gone here, too", async () => {
    const element = await page(told(full));
    home.answers[GET] = () => {
      throw { code: "not_found", message: "" };
    };
    home.tell("earshot/utterances/subscribe", { type: "gone", utterance_ids: [full.utterance_id] });
    await settled(element);
    expect(textOf(element)).toContain("The ledger does not know this utterance");
  });

  test("one that failed tells the error", async () => {
    expect(textOf(await page(told({ ...full, outcome: "failed", code: "stt-stream-failed" })))).toContain(
      "It ended in an error: stt-stream-failed.",
    );
  });

  test("what a rule stopped is among the drawing and the list, and nothing left the house", async () => {
    const element = await page(told({ ...full, outcome: "blocked", blocked: [block()] }));
    expect(all(element, ".station.barred").map(textOf)).toEqual(["Cloud agent Agent Did not get it Words"]);
    expect(textOf(element)).toContain("A rule lets nothing go there.");
    expect(textOf(element)).toContain("Nothing left the house.");
  });

  test("what went past Earshot is said to be by somebody's word", async () => {
    const element = await page(told({ ...full, outside: "pipeline", outcome: "unseen" }));
    expect(textOf(element)).toContain("This went past Earshot, through another pipeline.");
  });

  test("what it did to the home is told, and how much is not named", async () => {
    const target = { entity_id: "light.desk", area: "Office" };
    const acted = {
      evidence: "observed" as const,
      deeds: [{ action: "light.turn_on", targets: [target], through: null }],
      changed: [target],
      left_out: 2,
    };
    const text = textOf(await page(told({ ...full, acted })));
    expect(text).toContain("light.turn_on light.desk Office");
    expect(text).toContain("2 more are not named.");
  });

  test("the stages tell engine, time, what came of it, and what an agent could see", async () => {
    const ear = full.ears[2];
    if (ear === undefined) throw new Error("no agent");
    const stage = {
      stage: "conversation" as const,
      ear,
      took_ms: 71,
      integration: "conversation",
      version: "2026.10.4",
      status: "error:unknown",
      llm_apis: ["Assist"],
      exposed_entities: 34,
    };
    const text = textOf(await page(told({ ...full, stages: [stage] })));
    for (const fact of ["71 ms", "conversation 2026.10.4", "failed (unknown)", "through Assist", "34 things"]) {
      expect(text).toContain(fact);
    }
  });
});

describe("words", () => {
  test("they are asked for when somebody taps, and not before", async () => {
    const element = await page(told(full));
    expect(asked(GET).map(({ words }) => words)).toEqual([undefined]);
    expect(textOf(element)).toContain("Reading is entered in the ledger.");
    await press(element, "Show the words");
    expect(asked(GET).filter(({ words }) => words === true)).toHaveLength(1);
    expect(all(element, "blockquote").map(textOf)).toEqual([WORDS.words, WORDS.response]);
  });

  test("the entry of the reading is there as soon as they are shown", async () => {
    const element = await page(told(full));
    answer(told(full, { entries: [entry(103, reading())] }));
    await press(element, "Show the words");
    expect(textOf(element)).toContain("Bea read the words on");
  });

  test("they go when another utterance is looked at", async () => {
    const element = await page(told(full));
    await press(element, "Show the words");
    answer(told({ ...full, utterance_id: "other" }));
    element.address = parseAddress("/utterance/other", "");
    await settled(element);
    expect(all(element, "blockquote")).toEqual([]);
  });

  test("somebody else's are not offered", async () => {
    const element = await page(told(full, { readable: "nothing", may_change: false }), "member");
    expect(textOf(element)).toContain("These are somebody else’s words.");
    expect(buttons(element)).toEqual(["Copy the facts", "Download the receipt"]);
  });

  test("where nothing is kept, nobody is asked", async () => {
    const element = await page(told(ordinary));
    expect(textOf(element)).toContain("The words were not kept.");
    expect(textOf(element)).toContain("The sound was not kept.");
    expect(buttons(element)).not.toContain("Erase what is kept");
  });

  test.each([
    ["Bea", "Erased by Bea on"],
    ["retention", "when its time was over"],
    ["off_the_record", "Said off the record."],
    ["", "Erased by somebody of this house on"],
  ])("erased by %s is told", async (by, text) => {
    const contents = kept.map((one) => ({ ...one, erased_at: "2026-11-28T14:00:00.000+00:00" }));
    const element = await page(told({ ...full, contents }, { entries: [entry(103, erased({ by }))] }));
    expect(textOf(element)).toContain(text);
    expect(buttons(element)).not.toContain("Show the words");
  });

  test.each([
    ["not_yours", "This is somebody else’s."],
    ["content_damaged", "it or its key is damaged"],
    ["content_gone", "It is not there any more"],
    ["ledger_unavailable", "nobody could see that you did"],
  ])("a refusal of the server (%s) is told", async (code, text) => {
    const element = await page(told(full));
    home.answers[GET] = () => {
      throw { code, message: "" };
    };
    await press(element, "Show the words");
    expect(textOf(element)).toContain(text);
  });
});

describe("sound", () => {
  test("it is fetched when somebody taps, and does not play by itself", async () => {
    const played = vi.spyOn(HTMLMediaElement.prototype, "play").mockResolvedValue();
    vi.stubGlobal("fetch", vi.fn().mockResolvedValue(new Response(new Uint8Array([1, 2, 3]))));
    vi.spyOn(URL, "createObjectURL").mockReturnValue("blob:sound");
    URL.revokeObjectURL = vi.fn();
    home.answers["earshot/utterances/sound_path"] = () => ({ path: "/sound?authSig=1", content_type: "audio/flac" });
    const element = await page(told(full));
    expect(asked("earshot/utterances/sound_path")).toEqual([]);
    await press(element, "Get the sound");
    expect(all<HTMLAudioElement>(element, "audio").map((one) => one.getAttribute("src"))).toEqual(["blob:sound"]);
    expect(played).not.toHaveBeenCalled();
    all<HTMLButtonElement>(element, ".play")[0]?.click();
    expect(played).toHaveBeenCalled();
    element.remove();
    expect(URL.revokeObjectURL).toHaveBeenCalledWith("blob:sound");
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  test.each([
    [403, "This is somebody else’s."],
    [404, "It is not there any more"],
    [503, "cannot be opened at the moment"],
  ])("what the server refuses with %d is told", async (status, text) => {
    vi.stubGlobal("fetch", vi.fn().mockResolvedValue(new Response("", { status })));
    home.answers["earshot/utterances/sound_path"] = () => ({ path: "/sound", content_type: "audio/flac" });
    const element = await page(told(full));
    await press(element, "Get the sound");
    expect(textOf(element)).toContain(text);
    vi.unstubAllGlobals();
  });
});

describe("what can be done", () => {
  const done = { utterances: 1, contents: 3, entries: 5, in_flight: 0, traces: [] };
  const ERASE = "earshot/utterances/erase";

  test("an administrator may do all, while somebody who lives here may change only what is theirs", async () => {
    const everything = ["Erase what is kept", "Not meant for you", "Redact"];
    expect(buttons(await page(told(full)))).toEqual(expect.arrayContaining(everything));
    const own = buttons(await page(told(full, { readable: "own" }), "member"));
    expect(own).toEqual(expect.arrayContaining(["Erase what is kept", "Not meant for you"]));
    expect(own).not.toContain("Redact");
    const shared = buttons(await page(told(full, { readable: "shared", may_change: false }), "member"));
    expect(shared).toContain("Show the words");
    for (const text of everything) expect(shared).not.toContain(text);
  });

  test("nothing is changed of one that is still open", async () => {
    const element = await page(told({ ...full, outcome: null }));
    expect(buttons(element)).not.toContain("Redact");
    expect(buttons(element)).not.toContain("Erase what is kept");
  });

  test("an erasure waits, and what was shown goes when it is done", async () => {
    const element = await page(told(full));
    await press(element, "Show the words");
    await press(element, "Erase what is kept");
    expect(asked(ERASE)).toEqual([{ type: ERASE, utterance_ids: [full.utterance_id], after: 10 }]);
    home.tell(ERASE, { type: "waiting", ticket: "t1", until: "2026-11-28T14:00:00.000+00:00" });
    await settled(element);
    expect(textOf(element)).toContain("It is erased in a moment.");
    expect(buttons(element)).not.toContain("Erase what is kept");
    home.tell(ERASE, { type: "forgotten", forgotten: done });
    await settled(element);
    expect(all(element, "blockquote")).toEqual([]);
    expect(home.follows(ERASE)).toBe(0);
  });

  test("an erasure can be taken back", async () => {
    const keep = vi.fn().mockReturnValue({ type: "kept" });
    home.answers["earshot/utterances/keep"] = keep;
    const element = await page(told(full));
    await press(element, "Erase what is kept");
    home.tell(ERASE, { type: "waiting", ticket: "t1", until: "2026-11-28T14:00:00.000+00:00" });
    await settled(element);
    await press(element, "Undo");
    home.tell(ERASE, { type: "kept" });
    await settled(element);
    expect(keep.mock.calls[0]?.[0]).toMatchObject({ ticket: "t1" });
    expect(buttons(element)).toContain("Erase what is kept");
    expect(home.follows(ERASE)).toBe(0);
  });

  test("to redact is asked about first, and a no changes nothing", async () => {
    const element = await page(told(full));
    await press(element, "Redact");
    expect(textOf(element)).toContain("This cannot be undone.");
    await press(element, "Cancel");
    expect(asked("earshot/utterances/redact")).toEqual([]);
  });

  test("of a redacted one it is told what is left", async () => {
    const element = await page(told(full));
    await press(element, "Redact");
    await press(element, "Redact for good");
    home.tell("earshot/utterances/redact", { type: "forgotten", forgotten: done });
    await settled(element);
    expect(textOf(element)).toContain("It is redacted");
    expect(textOf(element)).toContain("5 entries were taken away.");
    expect(textOf(element)).not.toContain("Kitchen");
  });

  test("what was not meant is asked about, and asked for again", async () => {
    home.answers["earshot/utterances/not_meant"] = () => null;
    const element = await page(told(full));
    await press(element, "Not meant for you");
    const [, sure] = all<HTMLButtonElement>(element, "[slot=actions]");
    answer(told({ ...full, outcome: "false_wake" }));
    sure?.click();
    await settled(element);
    expect(asked("earshot/utterances/not_meant")).toMatchObject([{ utterance_id: full.utterance_id }]);
    expect(textOf(element)).toContain("False wake");
    expect(all(element, ".buttons button").map(textOf)).not.toContain("Not meant for you");
  });

  test("a refusal is told", async () => {
    home.answers["earshot/utterances/receipt"] = () => {
      throw { code: "not_yours", message: "" };
    };
    const element = await page(told(full), "member");
    const said: string[] = [];
    element.addEventListener("earshot-toast", (event) =>
      said.push((event as CustomEvent<{ text: string }>).detail.text),
    );
    await press(element, "Download the receipt");
    expect(said).toEqual(["Your account may not do this."]);
  });

  test("the facts are copied without the words, unless these are shown", async () => {
    const copied: string[] = [];
    vi.stubGlobal("navigator", { clipboard: { writeText: async (text: string) => copied.push(text) } });
    const element = await page(told(full, { entries: [entry(101, reading())] }));
    await press(element, "Copy the facts");
    await press(element, "Show the words");
    await press(element, "Copy the facts");
    vi.unstubAllGlobals();
    expect(copied[0]).toContain("4. Earshot's vault (Storage, This machine; Observed)");
    expect(copied[0]).toContain("Bea");
    expect(copied[0]).not.toContain(WORDS.words);
    expect(copied[1]).toContain(WORDS.words);
  });
});

describe("entries", () => {
  test("each tells how far it is proven", async () => {
    const entries = [entry(101, reading()), entry(103, reading()), entry(104, reading())];
    const element = await page(told(full, { entries }));
    expect(all(element, ".proof").map(textOf)).toEqual(["Witnessed", "Signed", "Not signed yet"]);
  });

  test("each tells all its facts in words, with its number and its fingerprint", async () => {
    const [ear] = full.ears;
    if (ear === undefined) throw new Error("no ear");
    const element = await page(
      told(full, {
        entries: [
          entry(103, {
            kind: "stored",
            utterance_id: full.utterance_id,
            at: full.at,
            content: "sound",
            ear,
            size: 90_801,
            commitment: "ab12",
          }),
        ],
      }),
    );
    const text = textOf(all(element, "details")[0] as Element);
    for (const fact of [
      "Kept",
      "When 11/28/2026 12:05:09",
      "Content Sound",
      "Size 91 kB",
      "Name Kitchen satellite",
      "Place On the satellite",
      "How we know Declared",
      "Sound 1.5 sec",
      "Commitment ab12",
      "Number in the ledger 103",
      `Fingerprint ${"67".repeat(32)}`,
    ]) {
      expect(text).toContain(fact);
    }
  });

  test("a kind that the page does not know is shown as it is", async () => {
    const strange = { kind: "sung", utterance_id: full.utterance_id, at: full.at, tune: "low" } as never;
    const text = textOf(await page(told(full, { entries: [entry(103, strange)] })));
    expect(text).toContain("sung");
    expect(text).toContain("tune low");
  });
});

test("names and words are text, whatever they are made of", async () => {
  const view = {
    ...full,
    satellite: { label: HOSTILE, entity_id: "assist_satellite.x", area: HOSTILE },
    ears: full.ears.map((ear) => ({ ...ear, label: HOSTILE })),
    blocked: [block({ label: HOSTILE })],
    user: HOSTILE,
    wake_word: HOSTILE,
    assistant: HOSTILE,
    code: HOSTILE,
  };
  home.answers[GET] = () => ({
    ...told(view, { entries: [entry(103, reading({ who: HOSTILE }))] }),
    words: { words: HOSTILE, response: HOSTILE },
  });
  const element = await page();
  await press(element, "Show the words");
  expect(all(element, "img")).toEqual([]);
  expect(all(element, "blockquote").map(textOf)).toHaveLength(2);
  expect(textOf(element)).toContain(HOSTILE.slice(0, 30));
});
