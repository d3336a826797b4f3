import { afterEach, expect, test } from "vitest";
import { type Act, actOf, KEYS } from "./keys.js";

afterEach(() => document.body.replaceChildren());

/** Press a key on something, and return what it means where the page listens. */
function press(on: HTMLElement, key: string, how: KeyboardEventInit = {}): Act | undefined {
  document.body.append(on);
  let act: Act | undefined;
  const listen = (event: KeyboardEvent) => {
    act = actOf(event);
  };
  window.addEventListener("keydown", listen);
  on.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, composed: true, ...how }));
  window.removeEventListener("keydown", listen);
  return act;
}

test("every act has a key of its own, and every key does its act", () => {
  expect(new Set(Object.values(KEYS)).size).toBe(Object.keys(KEYS).length);
  for (const [act, key] of Object.entries(KEYS)) {
    expect(press(document.createElement("div"), key === "Space" ? " " : key)).toBe(act);
  }
});

test("letters in a field are letters; Enter ends it and F2 plays", () => {
  const field = document.createElement("textarea");
  for (const key of ["a", "d", "s", "1", " "]) expect(press(field, key)).toBeUndefined();
  expect(press(field, "Enter")).toBe("done");
  expect(press(field, "F2")).toBe("play");
});

test("a button keeps its own Space and Enter, and letters go past it", () => {
  const button = document.createElement("button");
  expect(press(button, " ")).toBeUndefined();
  expect(press(button, "Enter")).toBeUndefined();
  expect(press(button, "s")).toBe("skip");
});

test("a choice keeps its own Space, and is no field", () => {
  const radio = document.createElement("input");
  radio.type = "radio";
  expect(press(radio, " ")).toBeUndefined();
  expect(press(radio, "2")).toBe("noisy");
});

test("what is held down, being composed, or a shortcut of the browser means nothing", () => {
  const page = () => document.createElement("div");
  expect(press(page(), "d", { repeat: true })).toBeUndefined();
  expect(press(page(), "d", { isComposing: true })).toBeUndefined();
  expect(press(page(), "d", { ctrlKey: true })).toBeUndefined();
  expect(press(page(), "s", { metaKey: true })).toBeUndefined();
  expect(press(page(), "d", { altKey: true })).toBeUndefined();
  expect(press(page(), "Enter", { ctrlKey: true })).toBe("done");
});
