import { afterEach, beforeEach, expect, test } from "vitest";
import { all, FakeHome, settled, shown, textOf } from "../../../test/home.js";
import { imageOf } from "./checkpoint-card.js";
import { outcomeOf } from "./compare-card.js";
import { EarshotProofPage } from "./proof-page.js";
import { tried } from "./sandbox-card.js";

const NOTE = "earshot/abc\n71\nQpmx=\n\n— earshot/abc sig\n";
const SVG = '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>';
const HOSTILE = `<img src=x onerror="window.hacked=1">\u202e🙂`;
const REPORT = {
  protocol: 1,
  version: "0.1.0",
  pid: 1,
  enforced: true,
  walls: [{ name: "seccomp", stands: true, detail: "no new socket" }],
  attempts: [
    { way: "tcp", denied: true, detail: "EPERM" },
    { way: "udp", denied: true, detail: "EPERM" },
  ],
  engines: [],
  problems: [],
  run: "r",
  refused: [],
};

let home: FakeHome;

beforeEach(() => {
  home = new FakeHome();
  home.answers = {
    "earshot/checkpoint/get": () => ({ checkpoint: NOTE, svg: SVG, keys: ["earshot/abc+key"] }),
    "earshot/ledger/status": () => ({ size: 71, checkpoint: NOTE, witnessed: null, outages: {} }),
    "earshot/ledger/events": () => ({ items: [], next: null }),
    "earshot/host/report": () => ({
      hosts: [{ title: null, place: null, available: true, report: REPORT, grammar: null }],
    }),
  };
});

afterEach(() => document.body.replaceChildren());

async function page(role: "admin" | "member" | "read_only" = "admin") {
  const element = await shown(new EarshotProofPage(), await home.session(role));
  await settled(element);
  return element;
}

function button(element: Element, text: string): HTMLButtonElement {
  const found = all<HTMLButtonElement>(element, "button").find((one) => textOf(one) === text);
  if (found === undefined) throw new Error(`no button ${text}`);
  return found;
}

async function compare(element: EarshotProofPage): Promise<void> {
  const [area] = all<HTMLTextAreaElement>(element, "textarea");
  if (area === undefined) throw new Error("nowhere to paste");
  area.value = NOTE;
  button(element, "Compare").closest("form")?.requestSubmit();
  await settled(element);
}

test("the code is an image that is named, and never markup of the page", async () => {
  const element = await page();
  const [image] = all<HTMLImageElement>(element, "img");
  expect(image?.alt).not.toBe("");
  expect(decodeURIComponent(image?.src ?? "")).toContain('<svg xmlns="http://www.w3.org/2000/svg" viewBox');
  expect(imageOf(imageOf(SVG))).toContain("data:image/svg+xml,");
});

test("that nobody vouched yet is told with what it means", async () => {
  expect(textOf(await page())).toContain("71 entries");
  expect(textOf(await page())).toContain("Nobody outside has vouched for it yet.");
});

const OLD = { size: 70, root: "aa", signed: true, ledger_size: 71 };

test.each([
  ["agrees", { ...OLD, agrees: true }],
  ["agrees_unsigned", { ...OLD, agrees: true, signed: false }],
  ["disagrees", { ...OLD, agrees: false }],
  ["disagrees_unsigned", { ...OLD, agrees: false, signed: false }],
  ["longer", { ...OLD, agrees: false, size: 72 }],
])("%s", (outcome, comparison) => {
  expect(outcomeOf(comparison)).toBe(outcome);
});

test("a comparison is told, and who vouched last is asked anew", async () => {
  home.answers["earshot/checkpoint/compare"] = () => ({ ...OLD, agrees: false });
  const element = await page();
  const before = home.asked.filter((one) => one.type === "earshot/ledger/status").length;
  await compare(element);
  expect(home.asked).toContainEqual({ type: "earshot/checkpoint/compare", checkpoint: NOTE, how: "text" });
  expect(textOf(element)).toContain("It does not agree: the history was changed");
  expect(home.asked.filter((one) => one.type === "earshot/ledger/status").length).toBe(before + 1);
});

test("what is no checkpoint of this ledger is told apart from one that disagrees", async () => {
  home.answers["earshot/checkpoint/compare"] = () => {
    const names = { origin: HOSTILE, own: "earshot/abc" };
    throw { code: "checkpoint_foreign", message: "", translation_placeholders: names };
  };
  const element = await page();
  await compare(element);
  expect(textOf(element)).toContain("It could not be compared");
  expect(textOf(element)).toContain(HOSTILE);
  expect(all(element, "img")).toHaveLength(1);
});

test("whoever may change nothing is not asked to compare", async () => {
  const element = await page("read_only");
  expect(all(element, "textarea")).toEqual([]);
  expect(textOf(element)).toContain("Your account may not compare");
});

test("verifying shows how far it is, and then each step", async () => {
  const element = await page();
  button(element, "Verify now").click();
  await settled(element);
  home.tell("earshot/ledger/verify", { type: "progress", done: 35, total: 70 });
  await settled(element);
  expect(textOf(element)).toContain("35 of 70 entries");
  const steps = [{ number: 1, name: "numbers", checked: 71 }];
  const failure = {
    number: 2,
    name: "leaves",
    message: "the leaf differs",
    first: 7,
    last: 7,
    checkpoint: null,
    utterance_id: null,
  };
  home.tell("earshot/ledger/verify", {
    type: "verdict",
    verdict: { ok: false, size: 71, root: "aa", redacted: 0, steps, failure },
  });
  await settled(element);
  expect(textOf(element)).toContain("Something is wrong.");
  expect(textOf(element)).toContain("The entries are numbered without a hole");
  expect(textOf(element)).toContain("Entries 7 to 7");
});

test("to leave breaks the verification off", async () => {
  const element = await page();
  button(element, "Verify now").click();
  await settled(element);
  expect(home.follows("earshot/ledger/verify")).toBe(1);
  element.remove();
  await settled(element);
  expect(home.follows("earshot/ledger/verify")).toBe(0);
});

test("who read what is told by name, as text, and older ones on demand", async () => {
  const item = (index: number) => ({
    index,
    leaf_hash: "00",
    record: {
      kind: "accessed",
      utterance_id: `u${index}`,
      at: `2026-11-2${index}T20:00:00Z`,
      contents: ["words"],
      who: HOSTILE,
      how: "words",
    },
  });
  home.answers["earshot/ledger/events"] = ({ kinds, before }) => {
    if (!(kinds as string[]).includes("accessed")) return { items: [], next: null };
    return before === undefined ? { items: [item(8)], next: "5.8" } : { items: [item(7)], next: null };
  };
  const element = await page();
  expect(textOf(element)).toContain(`${HOSTILE} read the words of one utterance.`);
  button(element, "Show older").click();
  await settled(element);
  expect(home.asked).toContainEqual(expect.objectContaining({ type: "earshot/ledger/events", before: "5.8" }));
  expect(all(element, "time")).toHaveLength(2);
});

test("a sandbox in which one way was open is not called closed", async () => {
  const [first, ...rest] = REPORT.attempts;
  const leaky = { ...REPORT, attempts: [{ ...first, way: "tcp", detail: "", denied: false }, ...rest] };
  expect(tried(leaky)).toEqual({ count: 2, open: 1 });
  home.answers["earshot/host/report"] = () => ({
    hosts: [{ title: HOSTILE, place: "home_network", available: true, report: leaky, grammar: null }],
  });
  const text = textOf(await page());
  expect(text).toContain("is not closed in: 1 way was open");
  expect(text).toContain("this is its own word");
});

test("a sandbox that held says how many ways it tried", async () => {
  expect(textOf(await page())).toContain("It tried 2 ways out, and all were closed.");
});

test("what cannot be proven is said", async () => {
  expect(textOf(await page())).toContain("What this cannot prove");
});
