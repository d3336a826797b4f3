import { css } from "lit";

export const daysStyles = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  .week {
    display: grid;
    grid-template-columns: repeat(7, minmax(0, 1fr));
    gap: 8px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  table {
    width: 100%;
    table-layout: fixed;
    border-collapse: separate;
    border-spacing: 4px;
  }
  th {
    overflow: hidden;
    padding: 4px 0;
    color: var(--es-muted);
    font-size: 0.8rem;
    font-weight: 400;
  }
  td {
    height: 80px;
    padding: 0;
  }
  .day,
  .inside {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 4px;
    min-width: 0;
    width: 100%;
    height: 100%;
  }
  .day {
    position: relative;
    padding: 6px 4px;
    border-radius: 10px;
    background: color-mix(in srgb, var(--primary-text-color) 4%, transparent);
    color: var(--primary-text-color);
    text-align: center;
    text-decoration: none;
  }
  a.day:hover {
    background: color-mix(in srgb, var(--es-link) 12%, transparent);
  }
  .day.future {
    background: none;
    color: var(--es-muted);
  }
  .day[aria-current] {
    box-shadow: inset 0 0 0 2px var(--es-link);
  }
  .day .hatch {
    align-self: flex-start;
    flex: none;
    min-width: 14px;
    height: 8px;
    margin: auto 0 0;
    border-radius: 4px;
  }
  .legend .hatch {
    width: 20px;
    height: 14px;
    border-radius: 3px;
  }
  .date {
    color: var(--es-muted);
    font-size: 0.8rem;
  }
  .number {
    font-weight: 500;
  }
  .notables {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 0 6px;
    font-size: 0.8rem;
  }
  .notables span {
    display: inline-flex;
    align-items: center;
    gap: 2px;
  }
  .notables earshot-icon {
    width: 12px;
    height: 12px;
  }
  .week .notables {
    min-height: 34px;
    align-content: flex-start;
  }
  .bar {
    display: flex;
    flex-direction: column;
    justify-content: flex-end;
    gap: 2px;
    width: min(44px, 70%);
    height: 180px;
  }
  .bar span {
    flex: none;
    min-height: 3px;
    border-radius: 4px;
  }
  .part-said {
    background: var(--es-inside);
  }
  .part-left {
    background: repeating-linear-gradient(
      135deg,
      var(--es-outside) 0 5px,
      color-mix(in srgb, var(--es-outside) 55%, transparent) 5px 8px
    );
  }
  .part-false-wakes {
    border: 2px solid var(--es-quiet);
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 20px;
    margin: 16px 0 0;
    padding: 0;
    list-style: none;
    font-size: 0.875rem;
  }
  .legend li {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }
  .legend earshot-icon {
    width: 16px;
    height: 16px;
  }
  @container (min-width: 640px) {
    td {
      height: 88px;
    }
  }
`;
