import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { HOSTILE } from "../../../test/drawing.js";
import { all, FakeHome, settled, shown, textOf } from "../../../test/home.js";
import { ear, utterance } from "../../../test/listed.js";
import type { Me, UtteranceView } from "../../api/types.js";
import { parseAddress } from "../../app/address.js";
import type { Toast } from "../../ui/toast.js";
import { matches, type Restriction } from "./filters.js";
import "./ledger-page.js";
import type { EarshotLedgerList } from "./ledger-list.js";
import { EarshotLedgerPage } from "./ledger-page.js";

/** Ten rows of 72 pixels: jsdom has letters of 16. */
const VIEWPORT = 720;

let home: FakeHome;
let ledger: UtteranceView[];
let toasts: Toast[];

beforeEach(() => {
  home = new FakeHome();
  ledger = Array.from({ length: 120 }, (_, number) => utterance(number));
  toasts = [];
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe() {}
      disconnect() {}
    },
  );
  vi.spyOn(Element.prototype, "clientHeight", "get").mockReturnValue(VIEWPORT);
  home.answers["earshot/utterances/list"] = ({ limit = 50, skip = 0, before, ...asked }) => {
    const found = ledger.filter((view) => matches(asked as Restriction, view));
    const first = Number(before ?? 0) + (skip as number);
    const end = first + (limit as number);
    return { items: found.slice(first, end), next: end < found.length ? String(end) : null };
  };
  home.answers["earshot/utterances/count"] = (asked) => ({
    count: ledger.filter((view) => matches(asked as Restriction, view)).length,
  });
  home.answers["earshot/utterances/labels"] = () => ({
    satellites: ["assist_satellite.kitchen"],
    ears: ["Earshot", "Kitchen"],
  });
});

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

async function page(query = "", role: Me["role"] = "admin"): Promise<EarshotLedgerPage> {
  const element = new EarshotLedgerPage();
  element.address = parseAddress("/ledger", query);
  document.body.addEventListener("earshot-toast", (event) => toasts.push((event as CustomEvent<Toast>).detail));
  return shown(element, await home.session(role));
}

function listOf(element: EarshotLedgerPage): EarshotLedgerList {
  const [list] = all<EarshotLedgerList>(element, "earshot-ledger-list");
  if (list === undefined) throw new Error("there is no list");
  return list;
}

const rowsOf = (element: EarshotLedgerPage) => all<HTMLElement>(element, "[role=option]");
/** What a screen reader says of the first row. */
const saidOf = (element: EarshotLedgerPage) => rowsOf(element)[0]?.querySelector(".visually-hidden")?.textContent;
const buttonOf = (element: EarshotLedgerPage, text: string) =>
  all<HTMLButtonElement>(element, "button").find((one) => textOf(one).includes(text) || one.ariaLabel?.includes(text));

async function press(element: EarshotLedgerPage, key: string) {
  all(element, "#scroller")[0]?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  await settled(element);
}

async function scroll(element: EarshotLedgerPage, top: number) {
  const [scroller] = all<HTMLElement>(element, "#scroller");
  if (scroller === undefined) return;
  scroller.scrollTop = top;
  scroller.dispatchEvent(new Event("scroll"));
  await settled(element);
}

async function tell(element: EarshotLedgerPage, event: object) {
  home.tell("earshot/utterances/subscribe", event);
  await settled(element);
}

const changed = (view: UtteranceView) => ({ type: "changed", by: ["finished"], utterance: view });

test("it says how many there are, and draws those near to what is seen", async () => {
  const element = await page();
  expect(textOf(element)).toContain("120 utterances");
  expect(rowsOf(element).length).toBe(18);
  expect(saidOf(element)).toBe("Nov 28, 12:00, Kitchen. Answered. Heard by Earshot and Kitchen. Nothing is kept.");
});

test("a row tells who heard from the outermost on, that it left the house, that somebody listened, and what is kept", async () => {
  const content = { size: 10, until: null, erased_at: null };
  ledger = [
    utterance(0, {
      left_house: true,
      listened: true,
      outside: "pipeline",
      ears: [
        ear("Kitchen", "satellite"),
        ear("Cloud", "internet"),
        ear("Cloud", "internet"),
        ear("Whisper", "sandbox"),
      ],
      contents: [
        { ...content, kind: "words" },
        { ...content, kind: "sound", erased_at: "2026-11-28T12:00:00.000Z" },
      ],
    }),
  ];
  const element = await page();
  expect(all(element, ".company").map(textOf)).toEqual(["Cloud", "Whisper", "Kitchen"]);
  expect(saidOf(element)).toContain(
    "It went past Earshot. Heard by Cloud, Whisper, and Kitchen. It left the house. It was listened to. Kept: Words.",
  );
});

test("what is not here yet is a skeleton, and is asked for once", async () => {
  const element = await page();
  await scroll(element, 62 * 72);
  const asked = home.asked.filter(({ type, limit }) => type === "earshot/utterances/list" && limit === 50);
  expect(asked.map(({ skip, before }) => [skip, before])).toEqual([
    [undefined, undefined],
    [0, "50"],
  ]);
  expect(rowsOf(element).every((row) => row instanceof HTMLAnchorElement)).toBe(true);
});

test("a million rows are a few elements, and each knows its place", async () => {
  home.answers["earshot/utterances/count"] = () => ({ count: 1_000_000 });
  const element = await page();
  await press(element, "End");
  expect(rowsOf(element).length).toBeLessThan(100);
  expect(rowsOf(element).at(-1)?.getAttribute("aria-posinset")).toBe("1000000");
  expect(rowsOf(element).at(-1)?.getAttribute("aria-setsize")).toBe("1000000");
  const [scroller] = all(element, "#scroller");
  expect(scroller?.getAttribute("aria-activedescendant")).toBe("row-999999");
});

describe("the keyboard", () => {
  test("moves the mark by rows and by screens", async () => {
    const element = await page();
    for (const key of ["Home", "ArrowDown", "ArrowDown", "PageDown", "ArrowUp"]) await press(element, key);
    expect(listOf(element).active).toBe(10);
    await press(element, "End");
    expect(listOf(element).active).toBe(119);
    await press(element, "ArrowDown");
    expect(listOf(element).active).toBe(119);
  });

  test("Enter opens, Space chooses", async () => {
    const went = vi.spyOn(history, "pushState").mockImplementation(() => undefined);
    const element = await page();
    for (const key of ["Home", "ArrowDown", " "]) await press(element, key);
    expect(textOf(element)).toContain("1 selected");
    expect(rowsOf(element)[1]?.getAttribute("aria-selected")).toBe("true");
    await press(element, "Enter");
    expect(went).toHaveBeenCalledWith(null, "", "/earshot/utterance/u1");
  });
});

describe("the back button", () => {
  beforeEach(() => history.replaceState(null, ""));
  afterEach(() => history.replaceState(null, ""));

  test("leads to where one was, also when more was said since", async () => {
    const element = await page();
    await scroll(element, 50 * 72);
    vi.spyOn(history, "pushState").mockImplementation(() => undefined);
    all(element, "#scroller")[0]?.dispatchEvent(new FocusEvent("focus"));
    await press(element, "Enter");
    element.remove();
    ledger = [utterance(-1), ...ledger];
    const again = await page();
    await settled(again);
    expect(listOf(again).topRow).toBe(50);
    expect(again.shadowRoot?.querySelector(".newer")?.textContent).toContain("1 new");
    expect(rowsOf(again)[8]?.getAttribute("href")).toBe("/earshot/utterance/u50");
  });

  test("has nothing to do with a link to the ledger", async () => {
    expect(listOf(await page()).topRow).toBe(0);
  });
});

describe("filters", () => {
  test("those of the address are asked for, and shown as chips that can be taken away", async () => {
    const went = vi.spyOn(history, "pushState").mockImplementation(() => undefined);
    const element = await page("?outcome=false_wake&left_house=false");
    expect(home.asked.find(({ type }) => type === "earshot/utterances/list")).toMatchObject({
      outcome: "false_wake",
      left_house: false,
    });
    buttonOf(element, "Outcome")?.click();
    expect(went).toHaveBeenLastCalledWith(null, "", "/earshot/ledger?left_house=false");
    buttonOf(element, "Clear all")?.click();
    expect(went).toHaveBeenLastCalledWith(null, "", "/earshot/ledger");
  });

  test("one that is chosen goes into the address", async () => {
    const went = vi.spyOn(history, "pushState").mockImplementation(() => undefined);
    const element = await page("?place=sandbox");
    const [select] = all<HTMLSelectElement>(element, "select[data-filter=heard_by]");
    if (select === undefined) throw new Error("there is no such filter");
    select.value = "Kitchen";
    select.dispatchEvent(new Event("change"));
    expect(went).toHaveBeenLastCalledWith(null, "", "/earshot/ledger?place=sandbox&heard_by=Kitchen");
  });

  test("another address is another list", async () => {
    const element = await page();
    element.address = parseAddress("/ledger", "?outcome=failed");
    await settled(element);
    expect(textOf(element)).toContain("Nothing matches");
  });
});

describe("while one watches", () => {
  test("a new one appears at once at the top", async () => {
    const element = await page();
    await tell(element, changed(utterance(-1, { satellite: { label: "Hall", entity_id: "x.hall", area: null } })));
    expect(textOf(rowsOf(element)[0] ?? element)).toContain("Hall");
    expect(textOf(element)).toContain("121 utterances");
  });

  test("where somebody reads farther down it waits behind a button, and nothing moves", async () => {
    const element = await page();
    await scroll(element, 1_000);
    const before = rowsOf(element).map((row) => row.id + row.getAttribute("href"));
    await tell(element, changed(utterance(-1)));
    await tell(element, changed(utterance(-2)));
    expect(rowsOf(element).map((row) => row.id + row.getAttribute("href"))).toEqual(before);
    buttonOf(element, "2 new")?.click();
    await settled(element);
    expect(rowsOf(element)[0]?.getAttribute("href")).toBe("/earshot/utterance/u-2");
    expect(buttonOf(element, "new")).toBeUndefined();
  });

  test("what goes above what is seen does not move it", async () => {
    const element = await page();
    await scroll(element, 1_440);
    expect(listOf(element).topRow).toBe(20);
    await tell(element, { type: "gone", utterance_ids: ["u3", "u4"] });
    expect(listOf(element).topRow).toBe(18);
    expect(textOf(element)).toContain("118 utterances");
  });
});

describe("what is chosen", () => {
  async function choosing() {
    const element = await page();
    for (const key of ["Home", " ", "ArrowDown", " "]) await press(element, key);
    return element;
  }

  test("is erased after a time in which that can be taken back", async () => {
    home.answers["earshot/utterances/keep"] = () => ({ type: "kept" });
    const element = await choosing();
    buttonOf(element, "Erase")?.click();
    await settled(element);
    expect(home.asked.at(-1)).toEqual({ type: "earshot/utterances/erase", utterance_ids: ["u0", "u1"], after: 10 });
    home.tell("earshot/utterances/erase", { type: "waiting", ticket: "t", until: "2026-11-28T12:00:10.000Z" });
    expect(toasts.at(-1)?.text).toBe("Sound and words of 2 utterances are being erased");
    toasts.at(-1)?.action?.run();
    expect(home.asked.at(-1)).toEqual({ type: "earshot/utterances/keep", ticket: "t" });
    home.tell("earshot/utterances/erase", { type: "kept" });
    await settled(element);
    expect(toasts.at(-1)?.text).toBe("Nothing was erased");
    expect(textOf(element)).toContain("Select utterances");
  });

  test("can be all that is found", async () => {
    const element = await choosing();
    buttonOf(element, "Select all 120")?.click();
    await settled(element);
    expect(textOf(element)).toContain("120 selected");
    buttonOf(element, "Erase")?.click();
    await settled(element);
    expect(home.asked.at(-1)).toEqual({
      type: "earshot/utterances/erase",
      since: undefined,
      satellite: undefined,
      until: "2026-11-28T12:00:00.001Z",
      after: 10,
    });
  });

  test("is redacted only after a yes", async () => {
    const element = await choosing();
    buttonOf(element, "Redact")?.click();
    await settled(element);
    expect(textOf(element)).toContain("Redact 2 utterances?");
    all<HTMLButtonElement>(element, "button.filled.danger")[0]?.click();
    await settled(element);
    expect(home.asked.at(-1)).toEqual({ type: "earshot/utterances/redact", utterance_ids: ["u0", "u1"] });
    const none = { contents: 0, entries: 0, in_flight: 0, traces: [] };
    home.tell("earshot/utterances/redact", { type: "forgotten", forgotten: { utterances: 2, ...none } });
    await settled(element);
    expect(toasts.at(-1)?.text).toBe("2 utterances redacted");
  });
});

describe("where there is nothing to see", () => {
  test("an empty ledger says so", async () => {
    ledger = [];
    expect(textOf(await page())).toContain("Nothing was said yet");
  });

  test("a failure says so, and is tried again", async () => {
    const answer = home.answers["earshot/utterances/list"];
    delete home.answers["earshot/utterances/list"];
    const element = await page();
    expect(textOf(element)).toContain("That did not work");
    if (answer !== undefined) home.answers["earshot/utterances/list"] = answer;
    buttonOf(element, "Try again")?.click();
    await settled(element);
    expect(rowsOf(element).length).toBe(18);
  });

  test("who may not see it is told so", async () => {
    home.answers["earshot/utterances/list"] = () => {
      throw { code: "unauthorized", message: "" };
    };
    expect(textOf(await page("", "member"))).toContain("This is not for your account");
  });
});

test("a member is offered nothing that is not theirs to do", async () => {
  const element = await page("", "member");
  expect(rowsOf(element).length).toBe(18);
  for (const text of ["Search", "Export", "Select"]) expect(buttonOf(element, text)).toBeUndefined();
  await press(element, "Home");
  await press(element, " ");
  expect(textOf(element)).not.toContain("selected");
});

test.each(HOSTILE)("%j is text, whoever is called so", async (name) => {
  ledger = [utterance(0, { satellite: { label: name, entity_id: null, area: name }, ears: [ear(name, "internet")] })];
  home.answers["earshot/utterances/labels"] = () => ({ satellites: [name], ears: [name] });
  const element = await page(`?${new URLSearchParams({ heard_by: name })}`);
  expect(all(element, "img, script")).toEqual([]);
  expect(rowsOf(element).length).toBe(1);
});
