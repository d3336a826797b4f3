import { css } from "lit";

export const pageStyles = css`
  :host {
    display: block;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
  }
  .when {
    margin-inline-start: -8px;
  }
  .arrow {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    width: 40px;
    height: 40px;
    border-radius: 20px;
    color: inherit;
    font-size: 1.2rem;
  }
  .arrow[aria-disabled] {
    opacity: 0.3;
  }
  a.arrow:hover {
    background: color-mix(in srgb, currentColor 8%, transparent);
  }
  .arrow:dir(rtl) earshot-icon {
    transform: scaleX(-1);
  }
  nav {
    display: inline-flex;
    overflow: hidden;
    border: 1px solid var(--es-outline);
    border-radius: 20px;
  }
  nav a {
    display: inline-flex;
    align-items: center;
    min-height: 40px;
    padding: 0 18px;
    color: var(--primary-text-color);
    text-decoration: none;
  }
  nav a + a {
    border-inline-start: 1px solid var(--es-outline);
  }
  nav a[aria-current] {
    background: var(--es-accent);
    color: var(--es-on-accent);
  }
  nav a:focus-visible {
    outline-offset: -4px;
    outline-color: currentColor;
  }
  .hero {
    padding: 28px 24px 20px;
  }
  .card > h2 {
    margin-bottom: 16px;
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 340px), 1fr));
    gap: 16px;
    align-items: start;
  }
  .note {
    margin-top: 16px;
  }
  [aria-busy="true"] {
    opacity: 0.5;
    transition: opacity 0.1s 0.2s;
  }
  :host([narrow]) .hero {
    padding: 20px 16px 12px;
  }
`;
