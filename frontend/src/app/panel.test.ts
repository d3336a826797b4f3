import { afterEach, expect, test, vi } from "vitest";
import { all, FakeHome, textOf } from "../../test/home.js";
import type { Me } from "../api/types.js";
import { go } from "./address.js";
import { EarshotPanel } from "./panel.js";

// jsdom draws nothing, so there is nothing to scroll to.
Element.prototype.scrollIntoView ??= () => undefined;

afterEach(() => document.body.replaceChildren());

const REVIEWER: Me = {
  role: "reviewer",
  name: "Ria",
  user_id: "ria",
  may_change: false,
  shows_contents: "none",
  reviews: true,
  has_desk: true,
};

async function panelOf(me: () => Me, path = ""): Promise<EarshotPanel> {
  const home = new FakeHome();
  home.answers["earshot/me"] = me;
  const panel = new EarshotPanel();
  panel.hass = home.hass;
  panel.route = { path, prefix: "/earshot" };
  document.body.append(panel);
  await vi.waitFor(() => expect(textOf(panel)).not.toBe(""));
  return panel;
}

test("it looks at its address again when only the filters in it are others, for as long as it is there", () => {
  const panel = new EarshotPanel();
  document.body.append(panel);
  const drawn = vi.spyOn(panel, "requestUpdate");
  go("/earshot/ledger?place=internet");
  expect(drawn).toHaveBeenCalledTimes(1);
  window.dispatchEvent(new PopStateEvent("popstate"));
  expect(drawn).toHaveBeenCalledTimes(2);
  panel.remove();
  go("/earshot/ledger");
  expect(drawn).toHaveBeenCalledTimes(2);
});

test("a reviewer is offered one page, and is on it without asking for it", async () => {
  const panel = await panelOf(() => REVIEWER);
  expect(all<HTMLElement>(panel, "nav a").map(textOf)).toEqual(["Review"]);
  await vi.waitFor(() => expect(all(panel, "earshot-review-page")).toHaveLength(1));
});

test("a reviewer who goes to another page finds nothing there, and the way back", async () => {
  const panel = await panelOf(() => REVIEWER, "/ledger");
  expect(all(panel, "earshot-ledger-page")).toEqual([]);
  expect(all<HTMLElement>(panel, "main a").map((one) => one.getAttribute("href"))).toEqual(["/earshot/review"]);
});

test("nobody is offered the page of a desk that is not there, and no member that of one that is", async () => {
  const admin: Me = { ...REVIEWER, role: "admin", reviews: false };
  const names = async (me: Me) => all<HTMLElement>(await panelOf(() => me), "nav a").map(textOf);
  expect(await names({ ...admin, has_desk: false })).not.toContain("Review");
  expect(await names(admin)).toContain("Review");
  document.body.replaceChildren();
  expect(await names({ ...admin, role: "member" })).not.toContain("Review");
});

test("a reviewer who may not see who they are yet is told what they lack", async () => {
  const panel = await panelOf(() => {
    throw { code: "second_factor_missing" };
  });
  expect(textOf(panel)).toContain("switch on multi-factor authentication");
});
