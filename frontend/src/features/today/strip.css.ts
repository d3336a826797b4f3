import { css } from "lit";

export const stripStyles = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  .lanes {
    display: grid;
    gap: 12px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .axis,
  .lanes > li {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .axis .hours {
    position: relative;
    height: 22px;
  }
  .hours span {
    position: absolute;
    display: flex;
    justify-content: center;
    width: 0;
    color: var(--es-muted);
    font-size: 0.8rem;
    white-space: nowrap;
  }
  .hours span:first-child {
    justify-content: flex-start;
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
  .hatch {
    width: 20px;
    height: 14px;
    border-radius: 3px;
  }
  .gaps {
    display: grid;
    gap: 4px;
    margin: 16px 0 0;
    padding: 0;
    list-style: none;
  }
  .list {
    margin-top: 8px;
    margin-inline-start: -8px;
  }
  @container (min-width: 640px) {
    .axis,
    .lanes > li {
      grid-template-columns: 168px minmax(0, 1fr);
      column-gap: 16px;
      align-items: start;
    }
    .axis .hours {
      grid-column: 2;
    }
    :host(:not([compact])) .lanes {
      gap: 16px;
    }
  }
`;

/** What was not watched, as it is drawn everywhere. */
export const hatch = css`
  .hatch {
    background: repeating-linear-gradient(
      135deg,
      color-mix(in srgb, var(--es-outline) 60%, transparent) 0 2px,
      color-mix(in srgb, var(--es-outline) 14%, transparent) 2px 8px
    );
  }
`;

export const laneStyles = css`
  :host {
    display: contents;
  }
  .name {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 8px;
    min-width: 0;
    margin: 0 0 4px;
    font-size: 1rem;
    font-weight: 500;
  }
  .name span:first-child {
    overflow: hidden;
    max-width: 100%;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .track {
    position: relative;
    min-width: 0;
    height: 48px;
    border-radius: 8px;
    background: color-mix(in srgb, var(--primary-text-color) 3%, transparent);
  }
  .past {
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    border-radius: 8px;
    background: color-mix(in srgb, var(--primary-text-color) 5%, transparent);
  }
  .hatch {
    position: absolute;
    inset-block: 0;
    min-width: 3px;
    border-radius: 3px;
  }
  .tick,
  .now {
    position: absolute;
    inset-block: 0;
    width: 1px;
    background: color-mix(in srgb, var(--primary-text-color) 10%, transparent);
  }
  .now {
    width: 2px;
    background: var(--es-link);
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .marks li {
    position: absolute;
    top: 4px;
    width: 28px;
    height: 40px;
    margin-inline-start: -14px;
  }
  .mark {
    display: flex;
    flex-direction: column;
    align-items: center;
    width: 100%;
    height: 100%;
    min-height: 0;
    padding: 8px 0 0;
    border: none;
    border-radius: 8px;
    font-size: 0.8rem;
    font-weight: 500;
    line-height: 1;
    text-decoration: none;
    gap: 2px;
  }
  .mark:hover,
  .mark[aria-expanded="true"] {
    background-color: color-mix(in srgb, currentColor 14%, transparent);
  }
  .mark earshot-icon {
    width: 20px;
    height: 20px;
    padding: 1px;
    border-radius: 10px;
    /* So that it is seen before a gap, too. */
    background: color-mix(in srgb, var(--ha-card-background, var(--card-background-color)) 75%, transparent);
  }
  .mark.many {
    padding-top: 2px;
  }
  .open earshot-icon {
    animation: breathe 1.6s ease-in-out infinite;
  }
  @keyframes breathe {
    50% {
      opacity: 0.35;
    }
  }
  .below {
    grid-column: 1 / -1;
  }
  .gathered {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(150px, 1fr));
    gap: 4px 12px;
    max-height: 260px;
    margin-top: 8px;
    padding: 8px 12px;
    overflow-y: auto;
    border-radius: 8px;
    background: color-mix(in srgb, var(--primary-text-color) 4%, transparent);
  }
  .gathered a {
    position: relative;
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 40px;
    font-size: 0.875rem;
  }
  @container (min-width: 640px) {
    .name {
      display: grid;
      margin: 4px 0 0;
    }
    .below {
      grid-column: 2;
    }
  }
`;
