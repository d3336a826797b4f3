import { expect, test, vi } from "vitest";
import { go } from "./address.js";
import { EarshotPanel } from "./panel.js";

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
