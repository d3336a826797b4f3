import type { UtteranceView } from "../../../api/types.js";
import type { HouseLayout } from "./geometry.js";
import { stationsOf } from "./stations.js";
import { layoutTall } from "./tall.js";
import { layoutWide } from "./wide.js";

/** Narrower, rooms stand below each other. */
const WIDE_FROM = 620;
/** Wider, the stations of a tall house would be long strips. */
const WIDEST_TALL = 520;
/** Narrower, it is drawn as wide as this and scrolls: stations would have no room for a word. */
const LEAST = 280;

/**
 * Where everything of the drawing stands, for so much width in pixels. The same utterance and width always come to the
 * same drawing, and no station, name or line lies on another.
 */
export function layoutHouse(view: UtteranceView, width: number): HouseLayout {
  const stations = stationsOf(view);
  const whole = Math.max(LEAST, Math.floor(width));
  const roaming = isRoaming(view);
  const wide = whole < WIDE_FROM ? undefined : layoutWide(stations, whole, roaming);
  return wide ?? layoutTall(stations, Math.min(whole, WIDEST_TALL), roaming);
}

/** Whether the microphone may be anywhere: it is a browser's or an app's, and no satellite of the house. */
export function isRoaming(view: UtteranceView): boolean {
  return view.satellite === null || view.satellite.entity_id === null;
}
