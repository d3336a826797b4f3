import {
  CARD_HEIGHT,
  HEADING_HEIGHT,
  type Heading,
  INSET,
  PADDING,
  type PlacedStation,
  ROW_GAP,
  type Room,
} from "./geometry.js";
import { inside, type Station, type Zone } from "./stations.js";

/** Some stations below each other, with what is written above them and drawn around them. */
export interface Stack {
  readonly stations: readonly PlacedStation[];
  readonly rooms: readonly Room[];
  readonly headings: readonly Heading[];
  /** Where the next thing below may begin. */
  readonly bottom: number;
}

/** Outside, from what is known to who it is. */
const OUTSIDE: readonly Zone[] = ["internet", "unknown", "recipient", "reviewer"];

export function isOf(zone: Zone): (station: Station) => boolean {
  return (station) => station.zone === zone;
}

/** Place stations below each other. Without any, the bottom is the top. */
export function pile(stations: readonly Station[], x: number, top: number, width: number): Stack {
  const placed = stations.map((station, index) => ({
    station,
    rect: { x, y: top + index * (CARD_HEIGHT + ROW_GAP), width, height: CARD_HEIGHT },
  }));
  return { stations: placed, rooms: [], headings: [], bottom: top + stations.length * (CARD_HEIGHT + ROW_GAP) };
}

/** Place stations within the walls of the sandbox. */
export function sandboxed(stations: readonly Station[], x: number, top: number, width: number): Stack {
  if (stations.length === 0) return pile([], x, top, width);
  const within = pile(stations, x + INSET, top + HEADING_HEIGHT + 4, width - 2 * INSET);
  const height = within.bottom - ROW_GAP + INSET - top;
  return {
    stations: within.stations,
    rooms: [{ zone: "sandbox", rect: { x, y: top, width, height } }],
    headings: [
      { zone: "sandbox", rect: { x: x + INSET, y: top + 4, width: width - 2 * INSET, height: HEADING_HEIGHT - 4 } },
    ],
    bottom: top + height + ROW_GAP,
  };
}

/** Place what is outside of the house, each region under its name. The first name stands above `top`. */
export function outdoors(stations: readonly Station[], x: number, top: number, width: number): Stack {
  let bottom = top - HEADING_HEIGHT;
  const headings: Heading[] = [];
  const placed: PlacedStation[] = [];
  for (const zone of OUTSIDE) {
    const there = stations.filter(isOf(zone));
    if (there.length === 0) continue;
    headings.push({ zone, rect: { x, y: bottom, width, height: HEADING_HEIGHT } });
    const stack = pile(there, x, bottom + HEADING_HEIGHT, width);
    placed.push(...stack.stations);
    bottom = stack.bottom + PADDING / 2;
  }
  return { stations: placed, rooms: [], headings, bottom };
}

export function above(zone: Zone, x: number, top: number, width: number): Heading {
  return { zone, rect: { x, y: top - HEADING_HEIGHT, width, height: HEADING_HEIGHT } };
}

/** What came from where: the satellite's microphone, if there is one, and what else is on the satellite. */
export function sourceAmong(stations: readonly Station[]): { source: Station | undefined; others: Station[] } {
  const there = stations.filter((one) => one.zone === "satellite" && one.blocked === undefined);
  const source = there.find((one) => one.kind === "microphone") ?? there[0];
  return { source, others: stations.filter((one) => one.zone === "satellite" && one !== source) };
}

export function outsiders(stations: readonly Station[]): Station[] {
  return stations.filter((one) => !inside(one.zone));
}

export function strandCount(stations: readonly Station[]): number {
  return stations.reduce((count, one) => count + one.strands.length, 0);
}
