// @vitest-environment node
import { describe, expect, test } from "vitest";
import { someDecision } from "../../../test/days.js";
import type { Decision } from "../../api/types.js";
import { itemsOf, urgent } from "./deciding.js";

const ADMIN = { role: "admin" } as const;
const MEMBER = { role: "member" } as const;

const shown = (decision: Partial<Decision>, me: { role: "admin" | "member" } = ADMIN) =>
  itemsOf([someDecision(decision)], me)[0];

describe("where it is decided", () => {
  test.each([
    [{ kind: "outage", id: "ledger_unavailable" }, "/config/repairs", "today.decisions.outage.ledger"],
    [{ kind: "outage", id: "vault_failed" }, "/config/repairs", "today.decisions.outage.vault"],
    [{ kind: "repair" }, "/config/repairs", undefined],
    [{ kind: "question", id: "01JABC" }, "/earshot/utterance/01JABC", "today.decisions.question"],
    [{ kind: "question", id: "typed_0" }, undefined, "today.decisions.question"],
    [{ kind: "leftover" }, "/earshot/leftovers", "today.decisions.leftover"],
    [{ kind: "not_witnessed" }, "/earshot/proof", "today.decisions.not_witnessed"],
  ] as const)("%o", (decision, address, key) => {
    expect(shown(decision)).toMatchObject({ address, key });
  });

  test("is not said to those who may not go there", () => {
    expect(shown({ kind: "repair" }, MEMBER)?.address).toBeUndefined();
    expect(shown({ kind: "outage" }, MEMBER)?.address).toBeUndefined();
    expect(shown({ kind: "leftover" }, MEMBER)?.address).toBeUndefined();
  });

  test("is not known of what a newer server tells", () => {
    expect(shown({ kind: "offer" as Decision["kind"] })).toMatchObject({ key: "today.decisions.other" });
  });
});

test("all leftovers are one thing to decide, counted by their places", () => {
  const items = itemsOf(
    [
      someDecision({ kind: "leftover", id: "log_files", count: 90 }),
      someDecision({ kind: "repair" }),
      someDecision({ kind: "leftover", id: "speech_files", count: 7 }),
    ],
    ADMIN,
  );
  expect(items.map((item) => item.decision.kind)).toEqual(["repair", "leftover"]);
  expect(items[1]?.decision.count).toBe(2);
});

test("an error is urgent, and a hint is not", () => {
  expect(urgent([someDecision({ severity: "info" }), someDecision({ severity: "warning" })])).toBe(false);
  expect(urgent([someDecision({ severity: "info" }), someDecision({ severity: "error" })])).toBe(true);
  expect(urgent([someDecision({ severity: "critical" })])).toBe(true);
});
