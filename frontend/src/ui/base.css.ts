import { css } from "lit";

/**
 * The look that all elements share: Home Assistant's theme variables, and a few colours of our own for what Home
 * Assistant has no word for. Each of ours has at least 4.5:1 against Home Assistant's card backgrounds in its theme
 * (tokens.css.ts sets them by theme).
 */
export const base = css`
  :host {
    color: var(--primary-text-color);
    font-family: var(--ha-font-family-body, Roboto, sans-serif);
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  h1,
  h2,
  h3,
  p {
    margin: 0;
    font-weight: 400;
    overflow-wrap: anywhere;
  }
  h2 {
    font-size: 1.15rem;
    font-weight: 500;
  }
  a {
    color: var(--es-link);
  }
  .muted {
    color: var(--es-muted);
  }
  .small {
    font-size: 0.875rem;
  }
  .row {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  .wrap {
    flex-wrap: wrap;
  }
  .spread {
    justify-content: space-between;
  }
  .stack {
    display: grid;
    gap: 16px;
  }
  .card {
    display: block;
    background: var(--ha-card-background, var(--card-background-color));
    border: 1px solid var(--ha-card-border-color, var(--divider-color));
    border-radius: var(--ha-card-border-radius, 12px);
    padding: 16px;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-height: 40px;
    padding: 0 16px;
    border: 1px solid var(--es-outline);
    border-radius: 20px;
    background: transparent;
    color: var(--es-link);
    font: inherit;
    font-weight: 500;
    text-decoration: none;
    cursor: pointer;
  }
  button.filled,
  .button.filled {
    background: var(--es-accent);
    border-color: transparent;
    color: var(--es-on-accent);
  }
  button.danger {
    color: var(--es-danger);
  }
  button.filled.danger {
    background: var(--es-danger-fill);
    color: #fff;
  }
  button.plain {
    border-color: transparent;
    padding: 0 8px;
  }
  button.icon {
    width: 40px;
    padding: 0;
    border-color: transparent;
    color: inherit;
  }
  button:disabled {
    opacity: 0.5;
    cursor: default;
  }
  button:hover:not(:disabled),
  .button:hover {
    background-color: color-mix(in srgb, currentColor 8%, transparent);
  }
  button.filled:hover:not(:disabled) {
    background-color: color-mix(in srgb, var(--es-accent) 88%, #000);
  }
  :focus-visible {
    outline: 2px solid var(--es-link);
    outline-offset: 2px;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: 28px;
    padding: 0 10px;
    border: 1px solid var(--es-outline);
    border-radius: 14px;
    background: transparent;
    color: var(--primary-text-color);
    font-size: 0.875rem;
    font-weight: 400;
  }
  button.chip[aria-pressed="true"] {
    background: var(--es-accent);
    border-color: transparent;
    color: var(--es-on-accent);
  }
  input,
  select,
  textarea {
    min-height: 40px;
    padding: 0 12px;
    border: 1px solid var(--es-outline);
    border-radius: 8px;
    background: var(--ha-card-background, var(--card-background-color));
    color: var(--primary-text-color);
    font: inherit;
  }
  input[type="checkbox"],
  input[type="radio"] {
    min-height: 0;
    width: 20px;
    height: 20px;
    accent-color: var(--es-accent);
  }
  progress {
    width: 100%;
    accent-color: var(--es-accent);
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      animation: none !important;
      transition: none !important;
    }
  }
`;
