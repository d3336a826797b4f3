import { describe, expect, test } from "vitest";
import { block, ear, ordinary, utterance, words } from "../../../../test/utterances.js";
import type { BlockView, Ear, EarKind, Evidence, Place, UtteranceView } from "../../../api/types.js";
import type { HouseLayout, Line, Point, Rect } from "./geometry.js";
import { roundedPath } from "./geometry.js";
import { layoutHouse } from "./layout.js";

const WIDTHS = [320, 358, 600, 700, 780, 1100];
const PLACES: readonly Place[] = ["satellite", "sandbox", "this_machine", "home_network", "internet", "unknown"];
const EVIDENCE: readonly Evidence[] = ["enforced", "observed", "declared", "unknown"];
const KINDS: readonly EarKind[] = [
  "microphone",
  "wake_word",
  "speech_to_text",
  "agent",
  "text_to_speech",
  "storage",
  "household_member",
  "recipient",
  "reviewer",
];

/** Numbers that look random and are the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761 + 1;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function pick<T>(values: readonly T[], draw: (below: number) => number): T {
  return values[draw(values.length)] as T;
}

function anyEar(index: number, draw: (below: number) => number): Ear {
  const got = [
    words(1 + draw(80)),
    { sound_ms: draw(30_000), sound_bytes: null, words: null },
    { sound_ms: 900, sound_bytes: 28_800, words: draw(9) },
    { sound_ms: null, sound_bytes: null, words: null },
  ];
  return ear({
    label: `Ear ${index}`,
    kind: index === 0 && draw(3) > 0 ? "microphone" : pick(KINDS, draw),
    place: index === 0 && draw(3) > 0 ? "satellite" : pick(PLACES, draw),
    evidence: pick(EVIDENCE, draw),
    got: pick(got, draw),
  });
}

/** Some utterance with so many ears, and up to three that were blocked. */
function any(count: number, seed: number): UtteranceView {
  const draw = numbers(count * 1_000 + seed);
  const blocked: BlockView[] = Array.from({ length: draw(4) }, (_, index) =>
    block({ label: `Blocked ${index}`, place: pick(PLACES, draw), content: draw(2) > 0 ? "words" : "sound" }),
  );
  const roaming = draw(4) === 0;
  return utterance({
    ears: Array.from({ length: count }, (_, index) => anyEar(index, draw)),
    blocked,
    satellite: { label: "Somewhere", entity_id: roaming ? null : "assist_satellite.somewhere", area: null },
  });
}

const samples = Array.from({ length: 15 }, (_, index) => index + 1).flatMap((count) =>
  Array.from({ length: 6 }, (_, seed) => any(count, seed)),
);
const layouts = samples.flatMap((view) => WIDTHS.map((width) => ({ view, width, layout: layoutHouse(view, width) })));

function overlap(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Everything with text in it. */
function written(layout: HouseLayout): Rect[] {
  const rects = [layout.hub, ...layout.stations.map(({ rect }) => rect), ...layout.headings.map(({ rect }) => rect)];
  return layout.quiet === undefined ? rects : [...rects, layout.quiet];
}

function segments(line: Line): [Point, Point][] {
  return line.points.slice(1).map((point, index) => [line.points[index] as Point, point]);
}

function boxOf([a, b]: [Point, Point], half: number): Rect {
  const x = Math.min(a.x, b.x) - half;
  const y = Math.min(a.y, b.y) - half;
  return { x, y, width: Math.abs(a.x - b.x) + 2 * half, height: Math.abs(a.y - b.y) + 2 * half };
}

/** A little smaller, so that what only touches does not count. */
function core(rect: Rect, by = 1): Rect {
  return { x: rect.x + by, y: rect.y + by, width: rect.width - 2 * by, height: rect.height - 2 * by };
}

test("many different houses are looked at", () => {
  expect(layouts.length).toBe(15 * 6 * WIDTHS.length);
  expect(layouts.filter(({ layout }) => layout.shape === "wide").length).toBeGreaterThan(100);
});

test("every ear and everything that was blocked stands somewhere, once", () => {
  for (const { view, layout } of layouts) {
    const labels = layout.stations.map(({ station }) => station.label).sort();
    expect(labels).toEqual([...view.ears, ...view.blocked].map(({ label }) => label).sort());
  }
});

test("no two stations or names lie on each other", () => {
  for (const { layout } of layouts) {
    const rects = written(layout);
    const pairs = rects.flatMap((one, index) => rects.slice(index + 1).map((other) => [one, other] as const));
    expect(pairs.filter(([one, other]) => overlap(one, other))).toEqual([]);
  }
});

test("nothing is drawn outside of the picture", () => {
  const beyond = layouts.filter(({ layout, width }) => {
    const lines = layout.lines.flatMap((line) => segments(line).map((segment) => boxOf(segment, 4)));
    const all = [...written(layout), ...layout.rooms.map(({ rect }) => rect), ...lines];
    const within = ({ x, y, width: wide, height }: Rect) =>
      x >= 0 && y >= 0 && x + wide <= layout.width && y + height <= layout.height;
    return layout.width > width || !all.every(within);
  });
  expect(beyond).toEqual([]);
});

test("no line runs over a station or a name", () => {
  const over = layouts.filter(({ layout }) => {
    const rects = written(layout).map((rect) => core(rect));
    return layout.lines.some((line) =>
      segments(line).some((segment) => rects.some((rect) => overlap(rect, boxOf(segment, 0)))),
    );
  });
  expect(over).toEqual([]);
});

test("no line crosses or lies on another", () => {
  const crossed = layouts.filter(({ layout }) => {
    const drawn = layout.lines.map((line) => segments(line).map((segment) => boxOf(segment, 0.5)));
    return drawn.some((one, index) =>
      drawn.slice(index + 1).some((other) => one.some((a) => other.some((b) => overlap(a, b)))),
    );
  });
  expect(crossed).toEqual([]);
});

test("who is inside stands within the walls, and who is outside does not", () => {
  const misplaced = layouts.flatMap(({ layout, view }) => {
    const xs = layout.outline.map(({ x }) => x);
    const walls = { left: Math.min(...xs), right: Math.max(...xs) };
    const roaming = view.satellite?.entity_id === null;
    return layout.stations.filter(({ station, rect }) => {
      const within = rect.x > walls.left && rect.x + rect.width < walls.right && rect.y + rect.height <= layout.ground;
      const inside = ["satellite", "sandbox", "this_machine", "home_network"].includes(station.zone);
      return within !== inside && !(roaming && station.zone === "satellite");
    });
  });
  expect(misplaced).toEqual([]);
});

test("the same utterance comes to the same drawing", () => {
  for (const view of samples) expect(layoutHouse(view, 780)).toEqual(layoutHouse(structuredClone(view), 780));
});

describe("an ordinary utterance", () => {
  const layout = layoutHouse(ordinary, 780);

  test("is drawn wide on a desk and tall on a phone", () => {
    expect(layout.shape).toBe("wide");
    expect(layoutHouse(ordinary, 358).shape).toBe("tall");
  });

  test("has one station for the vault, with a line for the sound and one for the words", () => {
    const vault = layout.stations.filter(({ station }) => station.label === "Earshot's vault");
    expect(vault.map(({ station }) => station.strands.map(({ substance }) => substance))).toEqual([["sound", "words"]]);
    expect(vault[0]?.station.number).toBe(4);
  });

  test("says that nothing left the house, where the outside would be", () => {
    expect(layout.quiet?.x).toBeGreaterThan(Math.max(...layout.outline.map(({ x }) => x)));
  });

  test("hangs a lock on what is enforced, and only there", () => {
    const locked = layout.lines.filter(({ lock }) => lock !== undefined);
    expect(locked.map(({ evidence }) => evidence)).toEqual(["enforced", "enforced"]);
  });
});

test.each([780, 358])("what was blocked ends at the wall, at %d pixels", (width) => {
  const layout = layoutHouse(utterance({ ears: ordinary.ears, blocked: [block()] }), width);
  const line = layout.lines.find(({ key }) => key === "blocked-0-words");
  const at = line?.bar?.at;
  expect(line?.points.at(-1)).toEqual(at);
  if (layout.shape === "wide") expect(at?.x).toBe(Math.max(...layout.outline.map(({ x }) => x)));
  else expect(at?.y).toBe(layout.ground);
  expect(layout.quiet).toBeDefined();
});

test("more is drawn thicker, and what nobody measured is drawn, too", () => {
  const widths = [1, 10, 60, 10_000].map((count) => {
    const layout = layoutHouse(utterance({ ears: [ear({ label: "Agent", kind: "agent", got: words(count) })] }), 780);
    return layout.lines[0]?.strand.width ?? 0;
  });
  expect(widths).toEqual([...widths].sort((a, b) => a - b));
  expect(new Set(widths.slice(0, 3)).size).toBe(3);
  expect(widths.at(-1)).toBeLessThanOrEqual(9);
  const unmeasured = layoutHouse(
    utterance({ ears: [ear({ got: { sound_ms: null, sound_bytes: null, words: null } })] }),
    780,
  );
  expect(unmeasured.lines.map(({ strand }) => strand.substance)).toEqual(["sound"]);
});

test("a path goes straight or with rounded corners", () => {
  expect(roundedPath([])).toBe("");
  expect(
    roundedPath([
      { x: 0, y: 0 },
      { x: 40, y: 0 },
    ]),
  ).toBe("M0 0L40 0");
  const corner = [
    { x: 0, y: 0 },
    { x: 40, y: 0 },
    { x: 40, y: 40 },
  ];
  expect(roundedPath(corner)).toBe("M0 0L30 0Q40 0 40 10L40 40");
});

test("outside, people stand under their own names, and inside where they are", () => {
  const given = (kind: EarKind, place: Place) => ear({ label: `${kind} ${place}`, kind, place });
  const layout = layoutHouse(
    utterance({
      ears: [given("recipient", "internet"), given("reviewer", "unknown"), given("recipient", "home_network")],
      left_house: true,
    }),
    1100,
  );
  expect(layout.stations.map(({ station }) => station.zone).sort()).toEqual(["home_network", "recipient", "reviewer"]);
  expect(layout.headings.map(({ zone }) => zone)).toEqual(["this_machine", "home_network", "recipient", "reviewer"]);
  expect(layout.quiet).toBeUndefined();
});
