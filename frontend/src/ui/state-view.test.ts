import { expect, test } from "vitest";
import { ApiError } from "../api/error.js";
import { loadLocalize } from "../i18n/localize.js";
import { errorText } from "./state-view.js";

const t = await loadLocalize("en");
const unspoken = (name: string) => t("ui.failed.code", { code: name });

test("a code that has no sentence is shown", () => {
  expect(errorText(new ApiError("who_knows", ""), t)).toBe(unspoken("who_knows"));
});

test("a sentence whose names the server did not tell is not shown half", () => {
  expect(errorText(new ApiError("checkpoint_foreign", ""), t)).toBe(unspoken("checkpoint_foreign"));
  const whole = errorText(new ApiError("checkpoint_foreign", "", { origin: "<b>a</b>", own: "b" }), t);
  expect(whole).toContain("<b>a</b>");
});
