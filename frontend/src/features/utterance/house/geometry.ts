import type { Evidence } from "../../../api/types.js";
import type { Station, Strand, Zone } from "./stations.js";

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedStation {
  readonly station: Station;
  readonly rect: Rect;
}

/** A room of the house, or the sandbox within one. */
export interface Room {
  readonly zone: Zone;
  readonly rect: Rect;
}

/** What is written above a room or a region. */
export interface Heading {
  readonly zone: Zone;
  readonly rect: Rect;
}

export interface Bar {
  readonly at: Point;
  readonly upright: boolean;
  /** Half its length: it never reaches the line beside it. */
  readonly half: number;
}

/** One line from where something came from to where it went. */
export interface Line {
  readonly key: string;
  readonly strand: Strand;
  readonly evidence: Evidence;
  readonly points: readonly Point[];
  /** Where the lock hangs, if the operating system enforces it. */
  readonly lock: Point | undefined;
  /** Where a bar stops it. Then it ends there. */
  readonly bar: Bar | undefined;
}

/** Where everything of the drawing stands, in pixels. */
export interface HouseLayout {
  readonly shape: "wide" | "tall";
  readonly width: number;
  readonly height: number;
  /** Walls, eaves and ridge. */
  readonly outline: readonly Point[];
  /** Height of the ground. */
  readonly ground: number;
  readonly rooms: readonly Room[];
  readonly headings: readonly Heading[];
  /** Home Assistant: everything passes through it. */
  readonly hub: Rect;
  readonly stations: readonly PlacedStation[];
  readonly lines: readonly Line[];
  /** Where it says that nothing left the house; undefined if something did. */
  readonly quiet: Rect | undefined;
}

/** Sizes that both layouts share, in pixels. */
/** Two lines for a name, and one each for what it is, what it got, and how long it keeps it. */
export const CARD_HEIGHT = 110;
export const ROW_GAP = 12;
export const HEADING_HEIGHT = 28;
/** Between a room's wall and what stands in it. */
export const PADDING = 12;
/** How far the sandbox's wall stands from what is in it. */
export const INSET = 12;
/** From the nearest lane to a station: room for a lock. */
export const REACH = 28;
/** Between two lines to the same station: a lock above a lock. */
const TWINS = 18;

/** How far apart lines run beside each other: less, the more there are, so that they never take the stations' room. */
export function laneSpacing(lanes: number, room: number): number {
  return Math.max(4, Math.min(13, room / Math.max(1, lanes)));
}

/** Height at which a station's line with a number enters it. */
export function entry(rect: Rect, index: number, count: number): number {
  return rect.y + rect.height / 2 + (index - (count - 1) / 2) * TWINS;
}

/** A polyline as an SVG path with rounded corners. */
export function roundedPath(points: readonly Point[], radius = 10): string {
  const [first, ...rest] = points;
  if (first === undefined) return "";
  const parts = [`M${first.x} ${first.y}`];
  rest.forEach((corner, index) => {
    const before = points[index];
    const after = rest[index + 1];
    if (before === undefined || after === undefined) {
      parts.push(`L${corner.x} ${corner.y}`);
      return;
    }
    const reach = Math.min(radius, distance(before, corner) / 2, distance(corner, after) / 2);
    const a = towards(corner, before, reach);
    const b = towards(corner, after, reach);
    parts.push(`L${a.x} ${a.y}Q${corner.x} ${corner.y} ${b.x} ${b.y}`);
  });
  return parts.join("");
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function towards(from: Point, to: Point, length: number): Point {
  const whole = distance(from, to);
  if (whole === 0) return from;
  return { x: from.x + ((to.x - from.x) * length) / whole, y: from.y + ((to.y - from.y) * length) / whole };
}

/** From the walls of the house to its rooms. */
export const EAVES = 12;

/** Walls and roof, from the ground on the left to the ground on the right. */
export function outlineOf(left: number, right: number, ground: number, eaves: number, ridge = 10): Point[] {
  return [
    { x: left, y: ground },
    { x: left, y: eaves },
    { x: (left + right) / 2, y: ridge },
    { x: right, y: eaves },
    { x: right, y: ground },
  ];
}
