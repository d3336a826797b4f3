import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { all, FakeHome, settled, shown, textOf } from "../../../test/home.js";
import { sampleOf } from "../../../test/samples.js";
import type { ClipToReview, Me } from "../../api/types.js";
import { EarshotReviewPage } from "./review-page.js";

const CLIP: ClipToReview = {
  ticket: "t1",
  until: new Date(Date.now() + 600_000).toISOString(),
  purpose: "improve_speech_recognition",
  language: "en",
  words: "turn on the light",
  wake_word: null,
  sound_ms: 1200,
  masked: "mcadams 0.80",
  redactions: { name: 2, place: 1 },
};
const PROGRESS = { today: 3, limit: 50, labels: 7, waiting: 2 };
const BOUND = {
  name: "The Commons",
  contact: "desk@example.org",
  people: "four linguists",
  place: "Ghent",
  retention_days: 30,
  danger_contact: "Iris, 112",
  danger_guidance: "Call Iris at once.",
};

class FakeContext {
  currentTime = 0;
  destination = {};
  decodeAudioData = async () => ({ duration: 1.2, getChannelData: () => new Float32Array(8) });
  createBufferSource = () => ({
    connect: () => undefined,
    disconnect: () => undefined,
    start: () => undefined,
    stop: () => undefined,
  });
  resume = async () => undefined;
  close = async () => undefined;
}

let home: FakeHome;
const opened: FakeContext[] = [];

beforeEach(() => {
  home = new FakeHome();
  opened.length = 0;
  home.answers = {
    "earshot/review/progress": () => ({ progress: PROGRESS, bound: BOUND }),
    "earshot/review/subscribe": () => ({ type: "review", progress: PROGRESS, ticket: null }),
    "earshot/review/next": () => ({ clip: CLIP, progress: PROGRESS }),
    "earshot/review/sound_path": () => ({ path: "/sound", content_type: "audio/flac" }),
    "earshot/review/label": () => PROGRESS,
    "earshot/review/skip": () => PROGRESS,
    "earshot/desk/get": () => sampleOf("earshot/desk/get"),
    "earshot/desk/statistics": () => sampleOf("earshot/desk/statistics"),
  };
  vi.stubGlobal(
    "AudioContext",
    class extends FakeContext {
      constructor() {
        super();
        opened.push(this);
      }
    },
  );
  vi.stubGlobal("fetch", async () => new Response(new ArrayBuffer(8)));
});

afterEach(() => {
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

async function page(me: Partial<Me> = {}) {
  const session = await home.session("reviewer");
  return shown(new EarshotReviewPage(), { ...session, me: { ...session.me, has_desk: true, reviews: true, ...me } });
}

async function press(element: EarshotReviewPage, key: string): Promise<void> {
  window.dispatchEvent(new KeyboardEvent("keydown", { key }));
  await settled(element);
  await settled(element);
}

function asked(type: string) {
  return home.asked.filter((one) => one.type === type);
}

test("nothing is handed to anybody before they begin, and they read what binds them", async () => {
  const element = await page();
  expect(textOf(element)).toContain("2 recordings wait for you");
  expect(textOf(element)).toContain("3 of 50 today");
  expect(textOf(element)).toContain("Do not tell anybody what you hear");
  expect(asked("earshot/review/next")).toEqual([]);
  await press(element, "Enter");
  expect(asked("earshot/review/next")).toHaveLength(1);
  expect(textOf(element)).toContain("2 names · 1 place");
  expect(textOf(element)).toContain("Voice masked");
  expect(asked("earshot/review/sound_path")).toEqual([]);
});

test("a clip is heard, described and handed in by keys alone, and the next comes", async () => {
  const element = await page();
  await press(element, "Enter");
  await press(element, "1");
  await press(element, "Enter");
  expect(textOf(element)).toContain("Listen to it first.");
  expect(asked("earshot/review/label")).toEqual([]);
  await press(element, "F2");
  expect(asked("earshot/review/sound_path")).toEqual([{ type: "earshot/review/sound_path", ticket: "t1" }]);
  home.answers["earshot/review/next"] = () => ({ clip: { ...CLIP, ticket: "t2", words: "other" }, progress: PROGRESS });
  await press(element, "Enter");
  expect(asked("earshot/review/label")).toEqual([
    {
      type: "earshot/review/label",
      ticket: "t1",
      words: "turn on the light",
      wake_word: null,
      quality: "good",
      accident: false,
      personal_data: false,
      danger: false,
    },
  ]);
  expect(all<HTMLTextAreaElement>(element, "textarea")[0]?.value).toBe("other");
  expect(all<HTMLInputElement>(element, "input[type=radio]").some((one) => one.checked)).toBe(false);
});

test("it is fetched once, and played again out of memory", async () => {
  const element = await page();
  await press(element, "Enter");
  for (let times = 0; times < 3; times++) await press(element, "F2");
  expect(asked("earshot/review/sound_path")).toHaveLength(1);
});

test("a wake word is asked about where the clip is for that", async () => {
  const wake = { ...CLIP, purpose: "improve_wake_words", words: null, wake_word: "Hey Jarvis" };
  home.answers["earshot/review/next"] = () => ({ clip: wake, progress: PROGRESS });
  const element = await page();
  await press(element, "Enter");
  expect(textOf(element)).toContain("Is “Hey Jarvis” said in it?");
  expect(all(element, "textarea")).toEqual([]);
  for (const key of ["F2", "f", "2", "Enter"]) await press(element, key);
  expect(asked("earshot/review/label")[0]).toMatchObject({ wake_word: "wrong", quality: "noisy", words: null });
});

test("an accident is destroyed after a yes, and not before", async () => {
  const element = await page();
  await press(element, "Enter");
  await press(element, "a");
  expect(asked("earshot/review/label")).toEqual([]);
  expect(textOf(element)).toContain("Nothing brings it back.");
  // Keys mean nothing behind a question.
  await press(element, "s");
  expect(asked("earshot/review/skip")).toEqual([]);
  all<HTMLButtonElement>(element, "button.filled.danger")
    .find((one) => textOf(one) === "Destroy it")
    ?.click();
  await settled(element);
  expect(asked("earshot/review/label")[0]).toMatchObject({ accident: true, words: null });
});

test("who raises danger is told what to do and what happens, and is given no other clip by itself", async () => {
  const element = await page();
  await press(element, "Enter");
  await press(element, "d");
  expect(textOf(element)).toContain("Call Iris at once.");
  expect(textOf(element)).toContain("Iris, 112");
  expect(textOf(element)).toContain("Those who run The Commons are warned at once");
  expect(asked("earshot/review/label")).toEqual([]);
  all<HTMLButtonElement>(element, "button.filled.danger")
    .find((one) => textOf(one) === "Raise it")
    ?.click();
  await settled(element);
  expect(asked("earshot/review/label")[0]).toMatchObject({ danger: true });
  expect(textOf(element)).toContain("It was raised");
  expect(textOf(element)).toContain("Take a break");
  expect(asked("earshot/review/next")).toHaveLength(1);
});

test("a clip that is taken back while it is heard is let go of at once", async () => {
  const element = await page();
  await press(element, "Enter");
  await press(element, "F2");
  home.tell("earshot/review/subscribe", { type: "review", progress: { ...PROGRESS, waiting: 1 }, ticket: null });
  await settled(element);
  expect(textOf(element)).toContain("This recording is gone");
  expect(all(element, "earshot-review-clip")).toEqual([]);
});

test("a clip that is over when it is handed in says so, and what was typed of it goes", async () => {
  home.answers["earshot/review/label"] = () => {
    throw { code: "clip_over" };
  };
  const element = await page();
  for (const key of ["Enter", "F2", "1", "Enter"]) await press(element, key);
  expect(textOf(element)).toContain("This recording is gone");
});

test("what was typed stays where handing in fails", async () => {
  home.answers["earshot/review/label"] = () => {
    throw { code: "desk_store" };
  };
  const element = await page();
  for (const key of ["Enter", "F2", "1", "Enter"]) await press(element, key);
  expect(all<HTMLTextAreaElement>(element, "textarea")[0]?.value).toBe("turn on the light");
  expect(all<HTMLInputElement>(element, "input[type=radio]").some((one) => one.checked)).toBe(true);
});

test.each([
  [{ ...PROGRESS, waiting: 0 }, "Nothing to review"],
  [{ ...PROGRESS, today: 50 }, "That was enough for today"],
])("it says why there is none", async (progress, text) => {
  home.answers["earshot/review/subscribe"] = () => ({ type: "review", progress, ticket: null });
  expect(textOf(await page())).toContain(text);
});

test("the day's limit is told when it is reached", async () => {
  home.answers["earshot/review/next"] = () => {
    throw { code: "review_limit" };
  };
  const element = await page();
  await press(element, "Enter");
  expect(textOf(element)).toContain("That was enough for today");
});

test("who has no second factor is told where to switch it on", async () => {
  home.answers["earshot/review/progress"] = () => {
    throw { code: "second_factor_missing" };
  };
  const element = await page();
  expect(textOf(element)).toContain("switch on multi-factor authentication");
  expect(all<HTMLAnchorElement>(element, "a").map((one) => one.getAttribute("href"))).toEqual(["/profile/security"]);
});

test("who switches it off while they review is shown nothing more", async () => {
  const element = await page();
  await press(element, "Enter");
  home.tell("earshot/review/subscribe", { type: "unavailable", code: "second_factor_missing" });
  await settled(element);
  expect(all(element, "earshot-review-clip")).toEqual([]);
  expect(textOf(element)).toContain("switch on multi-factor authentication");
});

test("without a connection nothing can be handed in, and what was typed stays", async () => {
  const element = await page();
  await press(element, "Enter");
  const session = element.session;
  if (session === undefined) throw new Error("no session");
  for (const one of all<EarshotReviewPage>(element, "*"))
    if ("session" in one) one.session = { ...session, connected: false };
  await settled(element);
  expect(
    all<HTMLButtonElement>(element, "button")
      .filter((one) => !one.disabled)
      .map(textOf),
  ).not.toContain("Done Enter");
  expect(all<HTMLTextAreaElement>(element, "textarea")[0]?.value).toBe("turn on the light");
});

test("a reviewer sees nothing of running the desk", async () => {
  await page();
  expect(asked("earshot/desk/get")).toEqual([]);
});

test("an administrator who is not listed runs the desk and hears nothing", async () => {
  const element = await page({ role: "admin", reviews: false });
  expect(textOf(element)).toContain("You are not listed as a reviewer");
  expect(asked("earshot/review/progress")).toEqual([]);
  expect(textOf(element)).toContain("In figures");
  expect(textOf(element)).toContain("The statement, as published");
});

test("hostile words are text", async () => {
  const words = `<img src=x onerror="window.hacked=1">`;
  home.answers["earshot/review/next"] = () => ({ clip: { ...CLIP, words }, progress: PROGRESS });
  const element = await page();
  await press(element, "Enter");
  expect(all(element, "img")).toEqual([]);
  expect(all<HTMLTextAreaElement>(element, "textarea")[0]?.value).toBe(words);
});
