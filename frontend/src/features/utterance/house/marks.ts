import { mdiLock } from "@mdi/js";
import { svg } from "lit";
import type { Bar, Line } from "./geometry.js";

/** The style of a line says how we know it: solid, dashed where somebody says so, dotted where nobody knows. */
export function dashes({ evidence, strand }: Pick<Line, "evidence" | "strand">): string {
  if (evidence === "declared") return `${strand.width + 5} ${strand.width / 2 + 4}`;
  if (evidence === "unknown") return `0 ${strand.width + 4}`;
  return "none";
}

/** The operating system enforces it. */
export function lock(x: number, y: number) {
  return svg`<g class="lock" transform="translate(${x - 8} ${y - 8})">
    <circle cx="8" cy="8" r="8"></circle><path transform="translate(2.5 2.2) scale(0.46)" d=${mdiLock}></path>
  </g>`;
}

/** A rule stopped it. */
export function bar({ at: { x, y }, upright, half }: Bar) {
  return svg`<path class="bar" d=${upright ? `M${x} ${y - half}v${2 * half}` : `M${x - half} ${y}h${2 * half}`}></path>`;
}
