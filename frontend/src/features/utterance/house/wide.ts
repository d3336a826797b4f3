import {
  CARD_HEIGHT,
  EAVES,
  entry,
  HEADING_HEIGHT,
  type Heading,
  type HouseLayout,
  type Line,
  laneSpacing,
  outlineOf,
  PADDING,
  REACH,
  type Rect,
  ROW_GAP,
  type Room,
} from "./geometry.js";
import { above, isOf, outdoors, outsiders, pile, type Stack, sandboxed, sourceAmong, strandCount } from "./placing.js";
import type { Station } from "./stations.js";
import { lane, lineAcross, lineTo, wiresTo } from "./wiring.js";

/** Stations of this machine that stand below each other. */
interface Column {
  readonly boxed: readonly Station[];
  readonly open: readonly Station[];
}

const MARGIN = 8;
/** Narrower, a label is cut off after a word. */
const NARROWEST = 148;
const WIDEST = 240;
/** Between two rooms: wide enough for a lock to hang there. */
const WALL_GAP = 22;
/** From the wall of the house to the first lane outside. */
const YARD = 20;
/** Above this many below each other, they stand in two columns if there is room. */
const TALL_COLUMN = 3;
/** How much width all lanes of one room may take. */
const LANES = 100;
const ROOF = 76;
const TOP = ROOF + ROW_GAP + HEADING_HEIGHT;

/**
 * Lay the house out with its rooms beside each other: satellite, this machine, home network, and beyond the wall
 * whatever is outside. Lines leave Home Assistant downwards and to the right, each in a lane of its own, so that none
 * crosses another. Undefined: it takes more width than there is.
 */
export function layoutWide(stations: readonly Station[], width: number, roaming: boolean): HouseLayout | undefined {
  for (const columns of arrangements(stations)) {
    const plan = new WidePlan(stations, columns, width, roaming);
    if (plan.fits) return plan.draw();
  }
  return undefined;
}

/** The ways to arrange this machine's stations, from the most columns to one. */
function arrangements(stations: readonly Station[]): Column[][] {
  const boxed = stations.filter(isOf("sandbox"));
  const open = stations.filter(isOf("this_machine"));
  const ways: Column[][] = [];
  const box: Column[] = boxed.length > 0 ? [{ boxed, open: [] }] : [];
  if (open.length > TALL_COLUMN) {
    const half = Math.ceil(open.length / 2);
    ways.push([...box, { boxed: [], open: open.slice(0, half) }, { boxed: [], open: open.slice(half) }]);
  }
  if (box.length > 0 && open.length > 0) ways.push([...box, { boxed: [], open }]);
  ways.push([{ boxed, open }]);
  return ways;
}

/** One attempt: measures first, then draws from left to right. */
class WidePlan {
  private readonly source: Station | undefined;
  private readonly others: readonly Station[];
  private readonly network: readonly Station[];
  private readonly away: readonly Station[];
  private readonly spacing: number;
  private readonly card: number;
  private readonly rooms: { zone: Room["zone"]; x: number; top: number; width: number }[] = [];
  private readonly stacks: Stack[] = [];
  private readonly headings: Heading[] = [];
  private readonly lines: Line[] = [];
  private x: number;

  constructor(
    stations: readonly Station[],
    private readonly columns: readonly Column[],
    private readonly width: number,
    private readonly roaming: boolean,
  ) {
    const { source, others } = sourceAmong(stations);
    this.source = source;
    this.others = others;
    this.network = stations.filter(isOf("home_network"));
    this.away = outsiders(stations);
    const groups = [others, ...columns.map(stationsIn), this.network, this.away];
    this.spacing = laneSpacing(Math.max(...groups.map(strandCount)), LANES);
    const fixed = this.fixedWidth();
    const cards = columns.length + 1 + [this.source, this.network[0]].filter((one) => one !== undefined).length;
    this.card = Math.floor(Math.min(WIDEST, (width - fixed) / cards));
    this.x = MARGIN + Math.max(0, Math.floor((width - fixed - cards * this.card) / 2));
  }

  get fits(): boolean {
    return this.card >= NARROWEST;
  }

  draw(): HouseLayout {
    const roamer = this.roaming && this.source !== undefined;
    const satellite = roamer ? this.drawSatellite() : undefined;
    const left = this.x;
    this.x += EAVES;
    const placed = roamer ? satellite : this.drawSatellite();
    const hub = this.drawMachine();
    this.drawSource(placed, hub);
    this.drawNetwork(hub);
    this.x += EAVES;
    const wall = this.x;
    const away = this.drawAway(hub, wall);

    const floor = this.floor(hub, away);
    const ground = floor + EAVES;
    const quiet = this.quiet(away);
    return {
      shape: "wide",
      width: this.width,
      height: Math.max(ground + 10, quiet === undefined ? 0 : quiet.y + quiet.height) + 4,
      outline: outlineOf(left, wall, ground, ROOF),
      ground,
      rooms: [...this.rooms.map((room) => toFloor(room, floor)), ...this.stacks.flatMap(({ rooms }) => rooms)],
      headings: [...this.headings, ...[...this.stacks, away].flatMap(({ headings }) => headings)],
      hub,
      stations: [...this.stacks, away].flatMap(({ stations }) => stations),
      lines: this.lines,
      quiet,
    };
  }

  /** The house stands as high as what is beyond the wall, so that all have the same ground. */
  private floor(hub: Rect, away: Stack): number {
    const bottoms = [hub.y + hub.height + ROW_GAP, away.bottom, ...this.stacks.map(({ bottom }) => bottom)];
    return Math.max(...bottoms) - ROW_GAP + PADDING;
  }

  private gutter(stations: readonly Station[]): number {
    return stations.length === 0 ? 0 : strandCount(stations) * this.spacing + REACH;
  }

  /** Everything but the stations themselves. */
  private fixedWidth(): number {
    const satellite = this.source === undefined ? 0 : this.gutter(this.others) + 2 * PADDING + WALL_GAP;
    const network = this.network.length === 0 ? 0 : this.gutter(this.network) + 2 * PADDING + WALL_GAP;
    return 2 * MARGIN + 2 * EAVES + YARD + satellite + network + this.machineWidth(0) + this.gutter(this.away);
  }

  private machineWidth(card: number): number {
    return this.columns.reduce((total, column) => total + this.gutter(stationsIn(column)) + card + PADDING, PADDING);
  }

  private drawSatellite(): Stack | undefined {
    if (this.source === undefined) return undefined;
    const gutter = this.gutter(this.others);
    const cardX = this.x + PADDING + gutter;
    const stack = pile([this.source, ...this.others], cardX, TOP, this.card);
    this.headings.push(above("satellite", cardX, TOP, this.card));
    this.stacks.push(stack);
    this.room("satellite", TOP, gutter + this.card + 2 * PADDING);
    this.x += WALL_GAP;
    return stack;
  }

  /** Home Assistant, from which the lines go out to the right, those that go furthest above the others. */
  private drawMachine(): Rect {
    const width = this.machineWidth(this.card);
    const exits = strandCount(this.away) + strandCount(this.network);
    const height = Math.max(CARD_HEIGHT, this.exit(exits) - TOP + 4);
    const hub = { x: this.x + PADDING, y: TOP, width: width - 2 * PADDING, height };
    this.headings.push(above("this_machine", hub.x, TOP, hub.width));
    let x = this.x;
    for (const column of this.columns) {
      x += PADDING + this.gutter(stationsIn(column));
      this.drawColumn(column, x, hub);
      x += this.card;
    }
    this.room("this_machine", TOP, width);
    return hub;
  }

  private drawColumn(column: Column, cardX: number, hub: Rect): void {
    const top = hub.y + hub.height + 20;
    const boxed = sandboxed(column.boxed, cardX, top, this.card);
    const open = pile(column.open, cardX, boxed.bottom, this.card);
    this.stacks.push(boxed, open);
    wiresTo([...boxed.stations, ...open.stations]).forEach((wire, index) => {
      const at = lane(cardX - REACH, index, this.spacing);
      this.lines.push(lineTo(wire, [{ x: at, y: hub.y + hub.height }], this.spacing));
    });
  }

  /** What the satellite hands to Home Assistant, and to what else is on the satellite. */
  private drawSource(stack: Stack | undefined, hub: Rect): void {
    const [source, ...others] = stack?.stations ?? [];
    if (source === undefined) return;
    const { rect } = source;
    this.lines.push(...wiresTo([source]).map((wire) => lineAcross(wire, hub)));
    const wires = wiresTo(others);
    wires.forEach((wire, index) => {
      const y = entry(rect, 0, 1) + (wires.length / 2 - index) * Math.min(this.spacing, 8);
      const at = lane(rect.x - REACH, index, this.spacing);
      this.lines.push(
        lineTo(
          wire,
          [
            { x: rect.x, y },
            { x: at, y },
          ],
          this.spacing,
        ),
      );
    });
  }

  /** The home network stands below the lines that go past it. */
  private drawNetwork(hub: Rect): void {
    const { network, spacing } = this;
    if (network.length === 0) return;
    this.x += WALL_GAP;
    const gutter = this.gutter(network);
    const passing = strandCount(this.away);
    const past = passing === 0 ? TOP : this.exit(passing) + HEADING_HEIGHT + 4;
    const top = Math.max(past, this.exit(passing + strandCount(network) - 1) - firstEntry(network));
    const stack = pile(network, this.x + PADDING + gutter, top, this.card);
    const cardX = this.x + PADDING + gutter;
    this.headings.push(above("home_network", cardX, top, this.card));
    this.stacks.push(stack);
    this.room("home_network", top, gutter + this.card + 2 * PADDING);
    wiresTo(stack.stations).forEach((wire, index) => {
      const y = this.exit(passing + index);
      const at = lane(cardX - REACH, index, spacing);
      this.lines.push(
        lineTo(
          wire,
          [
            { x: hub.x + hub.width, y },
            { x: at, y },
          ],
          spacing,
        ),
      );
    });
  }

  private drawAway(hub: Rect, wall: number): Stack {
    const { away, spacing } = this;
    const cardX = wall + YARD + this.gutter(away);
    const inOrder = outdoors(away, 0, 0, 0).stations.map(({ station }) => station);
    const top = Math.max(TOP, this.exit(strandCount(away) - 1) - firstEntry(inOrder));
    const stack = outdoors(away, cardX, top, this.card);
    wiresTo(stack.stations).forEach((wire, index) => {
      const y = this.exit(index);
      const at = lane(cardX - REACH, index, spacing);
      this.lines.push(
        lineTo(
          wire,
          [
            { x: hub.x + hub.width, y },
            { x: at, y },
          ],
          spacing,
          { x: wall, y },
        ),
      );
    });
    return stack;
  }

  /** Where nothing but what was blocked is outside, it says below that nothing left the house. */
  private quiet(away: Stack): Rect | undefined {
    if (this.away.some((one) => one.blocked === undefined)) return undefined;
    const y = this.away.length === 0 ? TOP : away.bottom;
    return { x: this.x + YARD + this.gutter(this.away), y, width: this.card, height: CARD_HEIGHT };
  }

  /** Height at which a line leaves Home Assistant to the right. The last of them is level with the first station. */
  private exit(index: number): number {
    const count = strandCount(this.away) + strandCount(this.network);
    const first = Math.max(TOP + 12, TOP + CARD_HEIGHT / 2 - Math.max(0, count - 1) * this.spacing);
    return first + index * this.spacing;
  }

  private room(zone: Room["zone"], top: number, width: number): void {
    this.rooms.push({ zone, x: this.x, top: top - HEADING_HEIGHT - 4, width });
    this.x += width;
  }
}

function stationsIn(column: Column): Station[] {
  return [...column.boxed, ...column.open];
}

/** How far below the top of a pile its first line enters. */
function firstEntry(stations: readonly Station[]): number {
  return entry({ x: 0, y: 0, width: 0, height: CARD_HEIGHT }, 0, stations[0]?.strands.length ?? 1);
}

function toFloor(room: { zone: Room["zone"]; x: number; top: number; width: number }, floor: number): Room {
  return { zone: room.zone, rect: { x: room.x, y: room.top, width: room.width, height: floor - room.top } };
}
