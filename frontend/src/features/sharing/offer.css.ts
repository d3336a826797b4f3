import { css } from "lit";

/** One clip on a page of its own. */
export const offerStyle = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
  }
  nav a {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-height: 40px;
    text-decoration: none;
  }
  nav earshot-icon:dir(rtl) {
    transform: scaleX(-1);
  }
  header {
    display: grid;
    gap: 6px;
    max-width: 60em;
  }
  h2 {
    font-size: 1.5rem;
    line-height: 1.25;
  }
  h3 {
    font-size: 1.05rem;
    font-weight: 500;
  }
  .when {
    font-weight: 500;
  }
  .note {
    color: var(--es-outside);
  }
  .error {
    color: var(--es-danger);
  }
  .columns {
    display: grid;
    gap: 16px;
    grid-template-columns: minmax(0, 1fr);
  }
  @media (min-width: 900px) {
    .columns {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  .card {
    display: grid;
    gap: 12px;
    align-content: start;
  }
  ul {
    display: grid;
    gap: 6px;
    margin: 0;
    padding-inline-start: 20px;
  }
  dl {
    display: grid;
    grid-template-columns: minmax(7em, auto) minmax(0, 1fr);
    gap: 6px 16px;
    margin: 0;
  }
  dt {
    color: var(--es-muted);
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  code {
    font-size: 0.875rem;
  }
  .decide {
    position: sticky;
    bottom: 0;
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    align-items: center;
    gap: 8px;
    padding: 12px 0;
    background: var(--primary-background-color);
    border-top: 1px solid var(--divider-color);
  }
`;
