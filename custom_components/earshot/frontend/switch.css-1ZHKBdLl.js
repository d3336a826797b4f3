import{D as e}from"./session-keeper-xz4QIxtX.js";var t=e`
  .switch {
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: 40px;
    cursor: pointer;
  }
  .switch input {
    flex: none;
    appearance: none;
    width: 40px;
    height: 24px;
    margin: 0;
    padding: 0;
    border: 2px solid var(--es-outline);
    border-radius: 12px;
    background: transparent;
    cursor: pointer;
    transition: background-color 0.15s;
  }
  .switch input::before {
    content: "";
    display: block;
    width: 12px;
    height: 12px;
    margin: 4px;
    border-radius: 50%;
    background: var(--es-outline);
    transition: margin 0.15s;
  }
  .switch input:checked {
    border-color: var(--es-accent);
    background: var(--es-accent);
  }
  .switch input:checked::before {
    width: 16px;
    height: 16px;
    margin: 2px;
    margin-inline-start: 18px;
    background: var(--es-on-accent);
  }
  .switch input:disabled {
    opacity: 0.5;
    cursor: default;
  }
`;export{t};