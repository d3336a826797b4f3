import { css } from "lit";

export const nowStyles = css`
  :host {
    display: grid;
    gap: 12px;
    container-type: inline-size;
  }
  .summary {
    font-size: 1.1rem;
  }
  ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 240px), 1fr));
    gap: 8px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    --tone: var(--es-quiet);
    display: flex;
    align-items: flex-start;
    gap: 12px;
    min-width: 0;
    padding: 10px 12px;
    border-inline-start: 3px solid var(--tone);
    border-radius: 8px;
    background: color-mix(in srgb, var(--primary-text-color) 4%, transparent);
  }
  li.heard {
    --tone: var(--es-inside);
  }
  li.left {
    --tone: var(--es-outside);
  }
  li.unknown {
    --tone: var(--es-unknown);
  }
  li.captured {
    --tone: var(--es-listened);
  }
  .summary.heard {
    color: var(--es-inside);
  }
  .summary.left {
    color: var(--es-outside);
  }
  .summary.unknown {
    color: var(--es-unknown);
  }
  .summary.captured {
    color: var(--es-listened);
  }
  li > earshot-icon {
    width: 24px;
    height: 24px;
    color: var(--tone);
  }
  li:not(.quiet, .unknown) > earshot-icon {
    animation: breathe 2s ease-in-out infinite;
  }
  li > div {
    display: grid;
    gap: 2px;
    min-width: 0;
  }
  .name {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 8px;
    font-weight: 500;
  }
  .name .small {
    font-weight: 400;
  }
  .doing {
    font-size: 0.95rem;
  }
  .row {
    gap: 0 12px;
  }
  .flag {
    color: var(--tone);
  }
  @keyframes breathe {
    50% {
      opacity: 0.45;
    }
  }
`;
