import { css } from "lit";

/**
 * Colours that have a meaning here, set on the outermost element: light first, dark under `:host([dark])`.
 * inside: nothing left this machine; network: another machine of the home; outside: the internet; unknown: nobody
 * knows; listened: a person listened; sound and words: what an ear got. Checked for contrast by the axe test in both themes.
 */
export const tokens = css`
  :host {
    --es-inside: #1b6e53;
    --es-network: #1f5fae;
    --es-outside: #a8410b;
    --es-unknown: #7a3b94;
    --es-listened: #a3195b;
    --es-sound: #00696f;
    --es-words: #7d5700;
    --es-quiet: #5f6368;
    --es-muted: #5b6065;
    --es-outline: #80868b;
    --es-link: #0b62a4;
    --es-accent: #0b62a4;
    --es-on-accent: #fff;
    --es-danger: #b3261e;
    --es-danger-fill: #b3261e;
  }
  :host([dark]) {
    --es-inside: #6fd6ac;
    --es-network: #8ab8f5;
    --es-outside: #ffb184;
    --es-unknown: #d9a8ef;
    --es-listened: #ff9cc6;
    --es-sound: #63d3da;
    --es-words: #ecc164;
    --es-quiet: #a8adb3;
    --es-muted: #b0b4b9;
    --es-outline: #7d838a;
    --es-link: #8fc7f7;
    --es-accent: #8fc7f7;
    --es-on-accent: #06263d;
    --es-danger: #ff9d94;
    --es-danger-fill: #b3261e;
  }
`;
