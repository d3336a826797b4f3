import { css } from "lit";

/** The page fills the window, and only the list in it is scrolled. */
export const pageStyles = css`
  :host {
    --above: calc(var(--header-height, 56px) + env(safe-area-inset-top));
    display: flex;
    flex-direction: column;
    gap: 12px;
    height: calc(100dvh - var(--above) - 32px - env(safe-area-inset-bottom));
    min-height: 24rem;
    /* The room that other pages leave for toasts is the list's. */
    margin-bottom: -64px;
  }
  :host([narrow]) {
    --above: calc(var(--header-height, 56px) + 48px + env(safe-area-inset-top));
    gap: 8px;
  }
  .bar {
    min-height: 40px;
    gap: 8px 16px;
  }
  .bar p {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
  }
  strong {
    font-weight: 500;
  }
  .frame {
    position: relative;
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
    padding: 0;
    overflow: hidden;
  }
  earshot-ledger-list {
    flex: 1;
  }
  earshot-waiting {
    padding: 16px;
  }
  :host([narrow]) .frame {
    margin-inline: -16px;
    border-inline: none;
    border-radius: 0;
  }
  .newer {
    position: absolute;
    z-index: 1;
    inset-inline: 0;
    top: 12px;
    width: fit-content;
    margin: 0 auto;
    box-shadow: 0 2px 8px rgb(0 0 0 / 30%);
  }
  .dialogs {
    position: absolute;
  }
  .trouble {
    border-bottom: 1px solid var(--divider-color);
  }
`;
