import { expect, test } from "vitest";
import { href, PAGE_NAMES, parseAddress } from "./address.js";

test("what is written is understood again", () => {
  for (const page of PAGE_NAMES) {
    const written = new URL(href(page, "a/b ü?#", { place: "internet", empty: "", none: undefined }), "http://home");
    const read = parseAddress(written.pathname.replace("/earshot", ""), written.search);
    expect(read?.page).toBe(page);
    expect(read?.subject).toBe("a/b ü?#");
    expect([...(read?.query ?? [])]).toEqual([["place", "internet"]]);
  }
});

test("the panel's own address is today", () => {
  expect(parseAddress("", "")?.page).toBe("today");
  expect(parseAddress("/", "")?.page).toBe("today");
});

test.each(["/nowhere", "/utterance/1/2", "/Today"])("%s leads nowhere", (path) => {
  expect(parseAddress(path, "")).toBeUndefined();
});

test("a subject that is badly encoded is taken as it is", () => {
  expect(parseAddress("/utterance/%E0%A4%A", "")?.subject).toBe("%E0%A4%A");
});
