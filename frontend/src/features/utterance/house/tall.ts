import {
  EAVES,
  entry,
  HEADING_HEIGHT,
  type Heading,
  type HouseLayout,
  type Line,
  laneSpacing,
  outlineOf,
  PADDING,
  type PlacedStation,
  REACH,
  type Rect,
  ROW_GAP,
  type Room,
} from "./geometry.js";
import { above, isOf, outdoors, outsiders, pile, type Stack, sandboxed, sourceAmong, strandCount } from "./placing.js";
import type { Station } from "./stations.js";
import { lane, lineTo, wiresTo } from "./wiring.js";

const MARGIN = 6;
/** How much width all lanes may take, beside stations on a phone. */
const LANES = 72;
const ROOF_HEIGHT = 48;
/** Height of Home Assistant where few lines leave it. */
const HUB_HEIGHT = 64;
/** Height of the words that nothing left the house. */
const QUIET_HEIGHT = 56;
/** From the edge of Home Assistant to the first line. */
const HUB_EDGE = 14;

/**
 * Lay the house out with its rooms below each other, and below the ground whatever is outside. All lines leave Home
 * Assistant to the left and run down in lanes, whoever has the longest way furthest to the left, so that none crosses
 * another.
 */
export function layoutTall(stations: readonly Station[], width: number, roaming: boolean): HouseLayout {
  return new TallPlan(stations, width, roaming).draw();
}

class TallPlan {
  private readonly source: Station | undefined;
  private readonly others: readonly Station[];
  private readonly spacing: number;
  private readonly right: number;
  private readonly cardX: number;
  private readonly card: number;
  private readonly stacks: Stack[] = [];
  private readonly rooms: Room[] = [];
  private readonly headings: Heading[] = [];
  private y = 10;

  constructor(
    private readonly stations: readonly Station[],
    private readonly width: number,
    private readonly roaming: boolean,
  ) {
    const { source, others } = sourceAmong(stations);
    this.source = source;
    this.others = others;
    const lanes = Math.max(1, strandCount(stations.filter((one) => one.zone !== "satellite")), strandCount(others) + 2);
    this.spacing = laneSpacing(lanes, LANES);
    this.right = MARGIN + EAVES + lanes * this.spacing;
    this.cardX = this.right + REACH;
    this.card = width - MARGIN - EAVES - this.cardX;
  }

  draw(): HouseLayout {
    const roamer = this.roaming && this.source !== undefined;
    let satellite = roamer ? this.drawSatellite() : [];
    const ridge = this.y;
    this.y += ROOF_HEIGHT;
    const eaves = this.y;
    if (!roamer) satellite = this.drawSatellite();
    const hub = this.drawHub();
    const inside = [...this.drawMachine(hub), ...this.drawNetwork()];
    const ground = this.y;
    const away = this.drawAway(ground);

    return {
      shape: "tall",
      width: this.width,
      height: this.y + 4,
      outline: outlineOf(MARGIN, this.width - MARGIN, ground, eaves, ridge),
      ground,
      rooms: this.rooms,
      headings: [...this.headings, ...this.stacks.flatMap(({ headings }) => headings)],
      hub,
      stations: this.stacks.flatMap((stack) => stack.stations),
      lines: [...this.sourceLines(satellite, hub), ...this.hubLines([...inside, ...away.stations], hub, ground)],
      quiet: away.quiet,
    };
  }

  private drawSatellite(): readonly PlacedStation[] {
    if (this.source === undefined) return [];
    return this.room("satellite", (top) =>
      pile([this.source, ...this.others] as Station[], this.cardX, top, this.card),
    );
  }

  private drawHub(): Rect {
    const wires = strandCount(this.stations.filter((one) => one.zone !== "satellite"));
    const entries = this.source?.strands.length ?? 0;
    const top = this.y + HEADING_HEIGHT + ROW_GAP;
    const height = Math.max(HUB_HEIGHT, 2 * HUB_EDGE + (entries + wires) * Math.max(this.spacing, 6));
    this.headings.push(above("this_machine", this.cardX, top, this.card));
    return { x: this.cardX, y: top, width: this.card, height };
  }

  private drawMachine(hub: Rect): readonly PlacedStation[] {
    const top = hub.y - HEADING_HEIGHT - 4;
    const boxed = sandboxed(this.stations.filter(isOf("sandbox")), this.cardX, hub.y + hub.height + ROW_GAP, this.card);
    const open = pile(this.stations.filter(isOf("this_machine")), this.cardX, boxed.bottom, this.card);
    this.stacks.push(boxed, open);
    this.close("this_machine", top, open.bottom);
    this.rooms.push(...boxed.rooms);
    return [...boxed.stations, ...open.stations];
  }

  private drawNetwork(): readonly PlacedStation[] {
    const network = this.stations.filter(isOf("home_network"));
    if (network.length === 0) return [];
    return this.room("home_network", (top) => pile(network, this.cardX, top, this.card));
  }

  private drawAway(ground: number) {
    const away = outsiders(this.stations);
    const stack = outdoors(away, this.cardX, ground + ROW_GAP + HEADING_HEIGHT, this.card);
    this.stacks.push(stack);
    this.y = away.length === 0 ? ground + ROW_GAP : stack.bottom;
    if (away.some((one) => one.blocked === undefined)) return { stations: stack.stations, quiet: undefined };
    const quiet = { x: this.cardX, y: this.y, width: this.card, height: QUIET_HEIGHT };
    this.y += QUIET_HEIGHT;
    return { stations: stack.stations, quiet };
  }

  /** From the satellite down to Home Assistant, and to what else is on the satellite. */
  private sourceLines(satellite: readonly PlacedStation[], hub: Rect): Line[] {
    const [source, ...others] = satellite;
    if (source === undefined) return [];
    const toHub = { station: source.station, rect: { ...hub, height: 2 * HUB_EDGE } };
    const wires = [...wiresTo(others), ...wiresTo([toHub])];
    return wires.map((wire, index) => {
      const y = entry(source.rect, 0, 1) + ((wires.length - 1) / 2 - index) * Math.min(this.spacing, 8);
      const at = lane(this.right, index, this.spacing);
      return lineTo(
        wire,
        [
          { x: source.rect.x, y },
          { x: at, y },
        ],
        this.spacing,
      );
    });
  }

  private hubLines(stations: readonly PlacedStation[], hub: Rect, ground: number): Line[] {
    const wires = wiresTo(stations);
    const step = Math.max(this.spacing, 6);
    return wires.map((wire, index) => {
      const y = hub.y + hub.height - HUB_EDGE - index * step;
      const at = lane(this.right, index, this.spacing);
      return lineTo(
        wire,
        [
          { x: hub.x, y },
          { x: at, y },
        ],
        this.spacing,
        { x: at, y: ground },
      );
    });
  }

  /** Draw a room around what is placed from its first station on. */
  private room(zone: Room["zone"], place: (top: number) => Stack): readonly PlacedStation[] {
    const top = this.y + ROW_GAP + HEADING_HEIGHT;
    const stack = place(top);
    this.headings.push(above(zone, this.cardX, top, this.card));
    this.stacks.push(stack);
    this.close(zone, top - HEADING_HEIGHT - 4, stack.bottom);
    return stack.stations;
  }

  /** End a room: the next thing begins below it. */
  private close(zone: Room["zone"], top: number, bottom: number): void {
    const floor = bottom - ROW_GAP + PADDING;
    const x = MARGIN + EAVES / 2;
    this.rooms.push({ zone, rect: { x, y: top, width: this.width - 2 * x, height: floor - top } });
    this.y = floor + EAVES / 2;
  }
}
