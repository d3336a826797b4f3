import { afterEach, beforeEach, expect, test } from "vitest";
import { all, FakeHome, settled, shown, textOf } from "../../../test/home.js";
import { consent, donation, given, offer, preview, receipt, statement } from "../../../test/sharing.js";
import type { DonationTold, Me } from "../../api/types.js";
import { EarshotSharingPage } from "./sharing-page.js";

let home: FakeHome;

const ON = donation({ standing: "on", statement: statement(), consents: [consent()] });

beforeEach(() => {
  home = new FakeHome();
  home.answers["earshot/offers/list"] = () => ({ offers: [] });
  home.answers["earshot/given/list"] = () => ({ given: [] });
});

afterEach(() => document.body.replaceChildren());

async function page(told: DonationTold, { role = "admin" as Me["role"], path = [] as string[] } = {}) {
  home.answers["earshot/donation/get"] = () => told;
  home.answers["earshot/donation/subscribe"] = () => told;
  const element = new EarshotSharingPage();
  element.address = { page: "sharing", subject: path[0], detail: path[1], query: new URLSearchParams() };
  return shown(element, await home.session(role));
}

function button(element: EarshotSharingPage, name: string): HTMLButtonElement {
  const found = all<HTMLButtonElement>(element, "button").find((one) => textOf(one) === name);
  if (found === undefined) throw new Error(`No button "${name}"`);
  return found;
}

async function press(element: EarshotSharingPage, name: string): Promise<void> {
  button(element, name).click();
  await settled(element);
}

function asked(type: string) {
  return home.asked.filter((one) => one.type === type);
}

test("off is said first, with what would happen", async () => {
  const text = textOf(await page(donation()));
  expect(text).toContain("Nothing is donated");
  expect(text).toContain("People listen to what you give.");
  expect(text).toContain("What a reviewer has heard stays heard");
});

test("the switch does not switch on: it leads to the consent, and stays off", async () => {
  const element = await page(donation());
  const [toggle] = all<HTMLInputElement>(element, "input[role=switch]");
  toggle?.click();
  await settled(element);
  expect(toggle?.checked).toBe(false);
  expect(window.location.pathname).toBe("/earshot/sharing/consent");
  expect(home.asked.map((one) => one.type).filter((type) => !/get|list|subscribe/.test(type))).toEqual([]);
});

test("a member cannot switch on, and can switch off", async () => {
  const off = await page(donation({ choices: null }), { role: "member" });
  expect(all<HTMLInputElement>(off, "input[role=switch]")[0]?.disabled).toBe(true);
  document.body.replaceChildren();
  home.answers["earshot/donation/off"] = () => donation();
  const on = await page({ ...ON, choices: null }, { role: "member" });
  const [toggle] = all<HTMLInputElement>(on, "input[role=switch]");
  expect(toggle?.disabled).toBe(false);
  toggle?.click();
  await settled(on);
  expect(asked("earshot/donation/off")).toHaveLength(1);
});

test("a member who types the address of the consent sees how it stands", async () => {
  const element = await page(donation({ choices: null }), { role: "member", path: ["consent"] });
  expect(textOf(element)).toContain("Nothing is donated");
  expect(all(element, "form")).toEqual([]);
});

test("consent is withdrawn with one tap", async () => {
  home.answers["earshot/donation/off"] = () => donation();
  const element = await page(ON);
  await press(element, "Withdraw consent");
  expect(asked("earshot/donation/off")).toHaveLength(1);
});

test("a suspension says why, and leads to a new consent", async () => {
  const suspended = consent({ suspended: "statement_changed" });
  const element = await page(donation({ standing: "suspended", statement: statement(), consents: [suspended] }));
  expect(textOf(element)).toContain("Donation is suspended");
  expect(textOf(element)).toContain("The desk says something else about itself now");
  expect(all(element, "a.filled").map(textOf)).toEqual(["Look at it and consent anew"]);
});

test("a desk that cannot be reached is told, and an unreadable store", async () => {
  const failing = { failing_since: "2026-11-28T09:00:00.000+00:00", failure: "connection_lost" } as const;
  const text = textOf(await page({ ...ON, ...failing, readable: false }));
  expect(text).toContain("The desk has not been reached since Nov 28, 09:00.");
  expect(text).toContain("cannot be read");
});

test("an offer waits to be looked at, or is kept for good", async () => {
  home.answers["earshot/offers/list"] = () => ({
    offers: [offer(), offer({ offer_id: "o2", until: "2026-11-29T09:00:00.000+00:00", may_read: false })],
  });
  home.answers["earshot/offers/never"] = () => ({ offers: [] });
  const element = await page(ON);
  expect(textOf(element)).toContain("Waits for your yes");
  expect(textOf(element)).toContain("Leaves on Nov 29, 09:00, unless somebody says never");
  expect(all<HTMLAnchorElement>(element, "a.offer").map((one) => one.getAttribute("href"))).toEqual([
    "/earshot/sharing/offer/o1",
  ]);
  await press(element, "Never");
  expect(asked("earshot/offers/never")).toEqual([{ type: "earshot/offers/never", offer_id: "o1" }]);
});

test("who listened is told, and what they wrote", async () => {
  const receipts = [
    receipt(),
    receipt({ receipt_id: "r2", action: "labelled", heard_ms: null }),
    receipt({ receipt_id: "r3", action: "deleted", reason: "withdrawn", reviewer: null, published: ["set 1"] }),
    receipt({ receipt_id: "r4", action: "something_new" }),
    receipt({ receipt_id: "r5", heard_ms: 0 }),
    receipt({ receipt_id: "r6", action: "published", heard_ms: null, reviewer: null, published: ["set 1"] }),
  ];
  home.answers["earshot/given/list"] = () => ({ given: [given({ receipts, missing: 1, published: ["set 1"] })] });
  const written = receipts.map((one) => (one.action === "labelled" ? { ...one, words: "on the <b>light</b>" } : one));
  home.answers["earshot/given/get"] = () => given({ receipts: written });
  const element = await page(ON);
  const text = textOf(element);
  expect(text.replace(/[\u2066-\u2069]/g, "")).toContain("A person at Club desk listened, Tuesday, December 1, 6 sec.");
  expect(text).not.toContain("<b>");
  expect(text).toContain("deleted it because you took it back");
  expect(text).toContain("It is in published data already: set 1.");
  expect(text).toContain("(something_new)");
  expect(text).toContain("was shown the words, Tuesday, December 1.");
  expect(text).not.toContain("0 ms");
  expect(text).toContain("One receipt that the desk counted is missing.");
  await press(element, "Show what they wrote");
  expect(textOf(element)).toContain("on the <b>light</b>");
});

test("what does not open here any more is not told as nothing", async () => {
  const receipts = [receipt({ action: "labelled", heard_ms: null })];
  home.answers["earshot/given/list"] = () => ({ given: [given({ receipts })] });
  home.answers["earshot/given/get"] = () => given({ receipts: receipts.map((one) => ({ ...one, unopened: true })) });
  const element = await page(ON);
  await press(element, "Show what they wrote");
  expect(textOf(element)).toContain("What they wrote does not open here");
  expect(textOf(element)).not.toContain("They wrote nothing.");
});

test("what is taken back is named, after what cannot be undone was said", async () => {
  const older = given({
    donation_id: "d0",
    at: "2026-11-20T09:00:00.000+00:00",
    receipts: [receipt({ published: ["set 1"] })],
  });
  home.answers["earshot/given/list"] = () => ({
    given: [given(), older, given({ donation_id: "d2", state: "withdrawn" })],
  });
  home.answers["earshot/given/withdraw"] = () => ({ given: [] });
  const element = await page(ON);
  await press(element, "Take back several");
  expect(textOf(element)).toContain("2 clips are taken back.");
  expect(textOf(element)).toContain("whoever has listened has heard it");
  expect(textOf(element)).toContain("published already: set 1");
  const [first] = all<HTMLInputElement>(element, ".days input");
  if (first === undefined) throw new Error("No days");
  first.value = "2026-11-25";
  first.dispatchEvent(new Event("input"));
  await settled(element);
  all<HTMLButtonElement>(element, "button.filled.danger")[0]?.click();
  await settled(element);
  expect(asked("earshot/given/withdraw")).toEqual([
    { type: "earshot/given/withdraw", donation_ids: ["d1"], confirm: true },
  ]);
});

test("what is chosen is set at once, and an empty folder is none", async () => {
  home.answers["earshot/donation/choices"] = () => ON;
  const element = await page(ON);
  all<HTMLInputElement>(element, "input[name=mode]")[1]?.click();
  await settled(element);
  const folder = all<HTMLInputElement>(element, "input[type=text]")[1];
  if (folder === undefined) throw new Error("No folder");
  folder.value = "  ";
  folder.dispatchEvent(new Event("change"));
  await settled(element);
  expect(asked("earshot/donation/choices")).toEqual([
    { type: "earshot/donation/choices", mode: "after_wait" },
    { type: "earshot/donation/choices", folder: null },
  ]);
});

test("who may not see it is told so", async () => {
  home.answers["earshot/donation/get"] = () => {
    throw { code: "unauthorized" };
  };
  home.answers["earshot/donation/subscribe"] = () => {
    throw { code: "unauthorized" };
  };
  const element = new EarshotSharingPage();
  element.address = { page: "sharing", subject: undefined, query: new URLSearchParams() };
  expect(textOf(await shown(element, await home.session("read_only")))).toContain("This is not for your account");
});

test("a change is followed", async () => {
  const element = await page(donation());
  home.answers["earshot/donation/get"] = () => ON;
  home.tell("earshot/donation/subscribe", ON);
  await settled(element);
  expect(textOf(element)).toContain("Clips from one satellite may be offered");
});

test("a preview shows what would leave, and sends exactly that", async () => {
  home.answers["earshot/offers/get"] = () => preview();
  home.answers["earshot/offers/send"] = () => offer({ state: "approved" });
  const element = await page(ON, { path: ["offer", "o1"] });
  const text = textOf(element);
  expect(text).toContain("call [name] at ten");
  expect(text).toContain("The voice is masked (mcadams 0.80).");
  expect(text).toContain("One word of a name is hidden.");
  expect(text).toContain("31,000 bytes");
  await press(element, "Send now");
  expect(asked("earshot/offers/send")).toEqual([
    { type: "earshot/offers/send", offer_id: "o1", sha256: "ef".repeat(32) },
  ]);
});

test("a tapped word is hidden, and what is shown then is what is sent", async () => {
  home.answers["earshot/offers/get"] = () => preview();
  home.answers["earshot/offers/adjust"] = () =>
    preview({ offer: offer({ sha256: "12".repeat(32) }), words: "call [name] at [hidden]", hide: [3] });
  home.answers["earshot/offers/send"] = () => offer();
  const element = await page(ON, { path: ["offer", "o1"] });
  await press(element, "ten");
  expect(asked("earshot/offers/adjust")).toEqual([{ type: "earshot/offers/adjust", offer_id: "o1", hide: [3] }]);
  expect(textOf(element)).toContain("call [name] at [hidden]");
  await press(element, "Send now");
  expect(asked("earshot/offers/send")[0]?.sha256).toBe("12".repeat(32));
});

test("of a wake word it is said that its sound is what came before, and of what was kept it is not", async () => {
  const said = "This sound is the two seconds before it woke";
  home.answers["earshot/offers/get"] = () => preview();
  expect(textOf(await page(ON, { path: ["offer", "o1"] }))).toContain(said);
  home.answers["earshot/offers/get"] = () => preview({ offer: offer({ by_hand: true }) });
  expect(textOf(await page(ON, { path: ["offer", "o1"] }))).not.toContain(said);
  home.answers["earshot/offers/get"] = () => preview({ offer: offer({ purpose: "improve_speech_recognition" }) });
  expect(textOf(await page(ON, { path: ["offer", "o1"] }))).not.toContain(said);
});

test("the sound is left out, and the words leave alone", async () => {
  home.answers["earshot/offers/get"] = () => preview();
  home.answers["earshot/offers/adjust"] = () => preview({ masked: null });
  const element = await page(ON, { path: ["offer", "o1"] });
  all<HTMLInputElement>(element, "input[type=checkbox]")[0]?.click();
  await settled(element);
  expect(asked("earshot/offers/adjust")).toEqual([
    { type: "earshot/offers/adjust", offer_id: "o1", with_sound: false },
  ]);
  expect(textOf(element)).toContain("No sound leaves with this.");
});

test("what somebody else hid or the redaction did cannot be shown by a tap", async () => {
  home.answers["earshot/offers/get"] = () => preview();
  const element = await page(ON, { path: ["offer", "o1"] });
  expect(all<HTMLElement>(element, "span.hidden").map(textOf)).toEqual(["Anna Name"]);
});

test("whose words these are may say never, and not send", async () => {
  home.answers["earshot/offers/get"] = () => preview({ offer: offer({ times_unknown: true }) });
  home.answers["earshot/offers/never"] = () => ({ offers: [] });
  const element = await page({ ...ON, choices: null }, { role: "member", path: ["offer", "o1"] });
  expect(textOf(element)).toContain("Nobody knows where in the sound the hidden words are");
  expect(all(element, "button").map(textOf)).not.toContain("Send now");
  await press(element, "Never");
  expect(asked("earshot/offers/never")).toHaveLength(1);
});
