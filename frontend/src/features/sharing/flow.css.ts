import { css } from "lit";

/** Questions one after the other: large enough for a thumb, one thing a line. */
export const flow = css`
  :host {
    display: block;
  }
  form.card,
  .done.card {
    display: grid;
    gap: 20px;
    max-width: 720px;
    margin: 0 auto;
    padding: 24px;
  }
  h2 {
    font-size: 1.5rem;
    line-height: 1.25;
  }
  h2:focus {
    outline: none;
  }
  progress {
    height: 6px;
  }
  .intro {
    max-width: 42em;
    line-height: 1.5;
  }
  .field {
    display: grid;
    gap: 6px;
  }
  .field input[type="date"] {
    width: 12em;
  }
  fieldset {
    display: grid;
    gap: 4px;
    min-width: 0;
    margin: 0;
    padding: 0;
    border: none;
  }
  .option {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: start;
    gap: 14px;
    min-height: 48px;
    padding: 10px 0;
    cursor: pointer;
  }
  .option + .option {
    border-top: 1px solid var(--divider-color);
  }
  .option > span {
    display: grid;
    gap: 2px;
  }
  .option input {
    flex: none;
    margin: 2px;
  }
  .option.barred {
    cursor: default;
    color: var(--es-muted);
  }
  dl {
    display: grid;
    grid-template-columns: minmax(8em, auto) minmax(0, 1fr);
    gap: 10px 16px;
    margin: 0;
  }
  dt {
    color: var(--es-muted);
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .error {
    color: var(--es-danger);
  }
  .done.card {
    justify-items: center;
    text-align: center;
  }
  .done > earshot-icon {
    width: 56px;
    height: 56px;
    color: var(--es-inside);
  }
  ul {
    display: grid;
    gap: 8px;
    width: 100%;
    margin: 0;
    padding: 0;
    list-style: none;
    text-align: start;
  }
  li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 16px;
  }
  @media (max-width: 600px) {
    form,
    .done {
      padding: 16px;
    }
    dl {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
    dd {
      margin-bottom: 12px;
    }
  }
`;
