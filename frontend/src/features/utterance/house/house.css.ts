import { css } from "lit";

/** Lines: sound and words have a colour each, and sound is a tube. The legend draws the same. */
export const strands = css`
  .sound {
    --line: var(--es-sound);
  }
  .words {
    --line: var(--es-words);
  }
  .strand {
    fill: none;
    stroke: var(--line);
    stroke-linejoin: round;
  }
  .unknown .strand {
    stroke-linecap: round;
  }
  .core {
    fill: none;
    stroke: var(--inner);
  }
  .unknown .core,
  .declared .core {
    display: none;
  }
  .end {
    fill: var(--line);
  }
  .lock circle {
    fill: var(--inner);
    stroke: var(--line);
    stroke-width: 1.5;
  }
  .lock path {
    fill: var(--line);
  }
  .bar {
    fill: none;
    stroke: var(--es-danger);
    stroke-width: 5;
    stroke-linecap: round;
  }
`;

/** The house, and what stands in and around it. Text is in pixels, since the layout is. */
export const drawing = css`
  :host {
    --paper: var(--ha-card-background, var(--card-background-color));
    --inner: color-mix(in srgb, var(--paper) 94%, var(--primary-text-color));
  }
  svg {
    position: absolute;
    inset: 0;
  }
  .walls {
    fill: color-mix(in srgb, var(--paper) 97%, var(--primary-text-color));
    stroke: var(--es-outline);
    stroke-width: 2;
    stroke-linejoin: round;
  }
  .roof {
    fill: none;
    stroke: var(--es-quiet);
    stroke-width: 5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .chimney {
    fill: var(--es-quiet);
  }
  .ground {
    stroke: var(--es-outline);
    stroke-width: 2;
    stroke-linecap: round;
  }
  .room {
    fill: var(--inner);
  }
  .room.sandbox {
    fill: color-mix(in srgb, var(--es-inside) 9%, var(--inner));
    stroke: var(--es-inside);
    stroke-width: 2.5;
  }
  .room.satellite.roaming {
    fill: none;
    stroke: var(--es-outline);
    stroke-dasharray: 5 5;
  }
  g {
    transition: opacity 0.2s;
  }
  .faded {
    opacity: 0.25;
  }
  .heading,
  .hub,
  .station,
  .quiet {
    position: absolute;
    overflow: hidden;
    direction: ltr;
  }
  .heading {
    display: flex;
    align-items: center;
    gap: 6px;
    font-size: 14px;
    font-weight: 500;
    color: var(--es-muted);
  }
  .heading span {
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  .heading.sandbox,
  .heading.this_machine,
  .heading.satellite {
    color: var(--es-inside);
  }
  .heading.home_network {
    color: var(--es-network);
  }
  .heading.internet {
    color: var(--es-outside);
  }
  .heading.unknown {
    color: var(--es-unknown);
  }
  .heading.recipient,
  .heading.reviewer {
    color: var(--es-listened);
  }
  .hub {
    display: flex;
    align-items: center;
    gap: 10px;
    padding: 0 14px;
    border-radius: 12px;
    background: color-mix(in srgb, var(--es-accent) 14%, var(--paper));
    border: 1px solid color-mix(in srgb, var(--es-accent) 45%, transparent);
  }
  .hub earshot-icon {
    font-size: 22px;
    color: var(--es-link);
  }
  .hub div {
    display: grid;
    gap: 2px;
    min-width: 0;
  }
  .hub span {
    font-size: 13px;
    line-height: 1.25;
    color: var(--es-muted);
  }
  .hub b {
    font-size: 16px;
    font-weight: 500;
    line-height: 1.2;
  }
  .station {
    --place: var(--es-inside);
    display: flex;
    flex-direction: column;
    justify-content: center;
    gap: 1px;
    padding: 6px 8px 6px 9px;
    border: 1px solid color-mix(in srgb, var(--place) 40%, var(--paper));
    border-inline-start: 4px solid var(--place);
    border-radius: 10px;
    background: var(--paper);
    transition: opacity 0.2s;
  }
  .roaming .heading.satellite {
    color: var(--es-muted);
  }
  .roaming .station.satellite {
    --place: var(--es-quiet);
  }
  .station.home_network {
    --place: var(--es-network);
  }
  .station.internet {
    --place: var(--es-outside);
  }
  .station.unknown {
    --place: var(--es-unknown);
  }
  .station.recipient,
  .station.reviewer {
    --place: var(--es-listened);
  }
  .station.barred {
    border-style: dashed;
    background: none;
  }
  .station > div {
    display: flex;
    align-items: center;
    gap: 5px;
    flex: none;
    height: 18px;
    font-size: 13px;
    white-space: nowrap;
    overflow: hidden;
  }
  .station > .label {
    align-items: flex-start;
    gap: 6px;
    height: auto;
    max-height: 37px;
    margin-bottom: 2px;
    font-size: 14px;
    font-weight: 500;
    line-height: 18px;
    white-space: normal;
  }
  .label bdi {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    overflow-wrap: anywhere;
  }
  .kind span,
  .keeps span {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .kind,
  .keeps {
    color: var(--es-muted);
  }
  .got {
    gap: 6px !important;
  }
  .got span {
    display: inline-flex;
    align-items: center;
    gap: 2px;
    color: var(--line);
  }
  .number {
    flex: none;
    min-width: 18px;
    height: 18px;
    padding: 0 4px;
    border-radius: 9px;
    background: var(--place);
    color: var(--paper);
    font-size: 12px;
    line-height: 18px;
    text-align: center;
  }
  .quiet {
    display: flex;
    align-items: center;
    gap: 8px;
    color: var(--es-inside);
    font-size: 16px;
    font-weight: 500;
  }
  .quiet earshot-icon {
    font-size: 20px;
  }
`;
