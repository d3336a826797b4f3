import { entry, type Line, type PlacedStation, type Point, type Rect } from "./geometry.js";
import { inside, type Strand } from "./stations.js";

/** One line that is to be drawn: to which station, and at which height it enters. */
export interface Wire {
  readonly placed: PlacedStation;
  readonly strand: Strand;
  readonly key: string;
  readonly y: number;
}

/** From a station's edge to its lock. */
const LOCK = 12;
/** From a station to the bar that kept something from it. */
const BAR = 14;
/** Half the length of a bar, where no lines run beside it. */
const BAR_HALF = 9;

/** The lines to some stations, the highest first. */
export function wiresTo(stations: readonly PlacedStation[]): Wire[] {
  const wires = stations.flatMap((placed) => {
    const { strands, key } = placed.station;
    return strands.map((strand, index) => ({
      placed,
      strand,
      key: `${key}-${strand.substance}`,
      y: entry(placed.rect, index, strands.length),
    }));
  });
  return wires.sort((a, b) => a.y - b.y);
}

/** Lanes beside each other, the first of them nearest to the stations: who has the shortest way takes it. */
export function lane(right: number, index: number, spacing: number): number {
  return right - (index + 0.5) * spacing;
}

/**
 * Draw a line to a station's left edge, along the points to its lane. `wall` is where it crosses the wall of the house;
 * what was blocked ends there, or before its station, where that is inside.
 */
export function lineTo(wire: Wire, way: readonly Point[], spacing: number, wall?: Point): Line {
  const { rect, station } = wire.placed;
  const last = way.at(-1);
  const whole = [...way, { x: last?.x ?? rect.x, y: wire.y }, { x: rect.x, y: wire.y }];
  const stopped =
    station.blocked === undefined ? undefined : stop(whole, wire, inside(station.zone) ? undefined : wall);
  return {
    key: wire.key,
    strand: { ...wire.strand, width: Math.min(wire.strand.width, Math.max(1.5, spacing - 2.5)) },
    evidence: station.evidence,
    points: tidy(stopped?.points ?? whole),
    lock: station.evidence === "enforced" && stopped === undefined ? { x: rect.x - LOCK, y: wire.y } : undefined,
    bar: stopped && { ...stopped.bar, half: Math.max(3, Math.min(BAR_HALF, spacing / 2)) },
  };
}

function stop(points: readonly Point[], wire: Wire, wall: Point | undefined) {
  if (wall === undefined) {
    const at = { x: wire.placed.rect.x - BAR, y: wire.y };
    return { points: [...points.slice(0, -1), at], bar: { at, upright: true } };
  }
  const [first] = points;
  const level = first !== undefined && first.y === wall.y;
  const before = level ? points.slice(0, 1) : points.slice(0, 2);
  return { points: [...before, wall], bar: { at: wall, upright: level } };
}

/** Leave out points that change nothing. */
export function tidy(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  points.forEach((point, index) => {
    const before = kept.at(-1);
    const after = points[index + 1];
    const same = before !== undefined && before.x === point.x && before.y === point.y;
    const straight =
      before !== undefined &&
      after !== undefined &&
      ((before.x === point.x && point.x === after.x) || (before.y === point.y && point.y === after.y));
    if (!same && !straight) kept.push(point);
  });
  return kept;
}

/** Between two edges, from the source's right to Home Assistant's left. */
export function lineAcross(wire: Wire, hub: Rect): Line {
  const { rect, station } = wire.placed;
  const from = { x: rect.x + rect.width, y: wire.y };
  const to = { x: hub.x, y: wire.y };
  return {
    key: wire.key,
    strand: wire.strand,
    evidence: station.evidence,
    points: [from, to],
    lock: station.evidence === "enforced" ? { x: (from.x + to.x) / 2, y: wire.y } : undefined,
    bar: undefined,
  };
}
