import { afterEach, beforeEach, expect, test } from "vitest";
import { all, FakeHome, settled, shown, textOf } from "../../../test/home.js";
import { consent, donation, statement } from "../../../test/sharing.js";
import { EarshotConsentFlow } from "./consent-flow.js";

let home: FakeHome;

beforeEach(() => {
  home = new FakeHome();
  home.answers["earshot/donation/desk"] = () => statement();
});

afterEach(() => document.body.replaceChildren());

async function flow(proposed = "") {
  const element = new EarshotConsentFlow();
  element.told = donation();
  element.proposed = proposed;
  return shown(element, await home.session());
}

function submit(element: EarshotConsentFlow): HTMLButtonElement {
  const [found] = all<HTMLButtonElement>(element, "form button.filled");
  if (found === undefined) throw new Error("No button goes on");
  return found;
}

async function next(element: EarshotConsentFlow): Promise<void> {
  all<HTMLFormElement>(element, "form")[0]?.dispatchEvent(new Event("submit", { cancelable: true }));
  await settled(element);
}

async function type(element: EarshotConsentFlow, value: string): Promise<void> {
  const [input] = all<HTMLInputElement>(element, "input");
  if (input === undefined) throw new Error("Nothing to type into");
  input.value = value;
  input.dispatchEvent(new Event("input"));
  await settled(element);
}

async function tick(element: EarshotConsentFlow, label: string): Promise<void> {
  const option = all<HTMLLabelElement>(element, "label.option").find((one) => textOf(one).startsWith(label));
  option?.querySelector("input")?.click();
  await settled(element);
}

function ticked(element: EarshotConsentFlow): number {
  return all<HTMLInputElement>(element, "input[type=checkbox]").filter((one) => one.checked).length;
}

test("every question is asked, none is answered beforehand, and only the last button gives", async () => {
  const element = await flow();
  expect(submit(element).disabled).toBe(true);
  await type(element, "https://desk.example");
  await next(element);

  expect(textOf(element)).toContain("People listen to the clips.");
  expect(textOf(element)).toContain("cdcd cdcd");
  expect(textOf(element)).toContain("30 days");
  await next(element);

  expect(ticked(element)).toBe(0);
  expect(submit(element).disabled).toBe(true);
  await tick(element, "Improve wake words");
  await next(element);

  expect(ticked(element)).toBe(0);
  expect(submit(element).disabled).toBe(true);
  const [, nursery] = all<HTMLInputElement>(element, "input[type=checkbox]");
  expect(nursery?.disabled).toBe(true);
  expect(textOf(element)).toContain("Guests or children speak here");
  await tick(element, "Kitchen");
  await next(element);

  await next(element);

  expect(ticked(element)).toBe(0);
  expect(submit(element).disabled).toBe(true);
  await tick(element, "I am of age");
  expect(submit(element).disabled).toBe(true);
  await tick(element, "The others who live here");
  expect(submit(element).disabled).toBe(false);
  expect(home.asked.map((one) => one.type)).toEqual(["earshot/donation/desk"]);

  home.answers["earshot/donation/consent"] = () => donation({ standing: "on", consents: [consent()] });
  await next(element);
  const { until, ...rest } = home.asked.at(-1) ?? { type: "", until: "" };
  expect(until).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(rest).toEqual({
    type: "earshot/donation/consent",
    address: "https://desk.example",
    statement_sha256: "ab".repeat(32),
    purposes: ["improve_wake_words"],
    satellites: ["kitchen"],
    of_age: true,
    others_know: true,
  });
  expect(textOf(element)).toContain("You have consented");
  expect(all(element, "li button").map(textOf)).toEqual(["Receipt"]);
});

test("a desk that does not answer is told, and nothing goes on", async () => {
  home.answers["earshot/donation/desk"] = () => {
    throw { code: "connection_lost" };
  };
  const element = await flow("https://desk.example");
  await next(element);
  expect(textOf(element)).toContain("Question 1 of 6");
  expect(textOf(element)).toContain("The connection to Home Assistant was lost.");
});

test("a desk that says something else is asked about anew", async () => {
  const element = await flow("https://desk.example");
  await next(element);
  await next(element);
  await tick(element, "Improve wake words");
  const back = async () => {
    all<HTMLButtonElement>(element, "form button[type=button]")[0]?.click();
    await settled(element);
  };
  await back();
  await back();
  home.answers["earshot/donation/desk"] = () => statement({ sha256: "99".repeat(32) });
  await next(element);
  await next(element);
  expect(ticked(element)).toBe(0);
});

test("without a consent nothing is said to be given", async () => {
  home.answers["earshot/donation/consent"] = () => {
    throw { code: "login_needed" };
  };
  const element = await flow("https://desk.example");
  for (const label of ["", "", "Improve wake words", "Kitchen", ""]) {
    if (label !== "") await tick(element, label);
    await next(element);
    if (label === "Improve wake words") continue;
  }
  await tick(element, "I am of age");
  await tick(element, "The others who live here");
  await next(element);
  expect(textOf(element)).not.toContain("You have consented");
});
