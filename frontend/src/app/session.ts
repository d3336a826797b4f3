import { createContext } from "@lit/context";
import { Client } from "../api/client.js";
import type { Me } from "../api/types.js";
import type { Hass } from "../ha/hass.js";
import { Formats } from "../i18n/format.js";
import type { Localize } from "../i18n/localize.js";

/**
 * What every element of the panel works with. A new one is made when the language, the formats, the theme or the
 * connection change, and not with every state of the home, so elements are drawn anew only when they look different.
 */
export interface Session {
  /** Home Assistant's object as it is now. */
  readonly hass: () => Hass;
  readonly client: Client;
  readonly localize: Localize;
  readonly format: Formats;
  readonly me: Me;
  readonly connected: boolean;
  /** Counts how often the connection came back: what was asked before is asked again. */
  readonly generation: number;
}

export const sessionContext = createContext<Session>(Symbol("earshot-session"));

/** What of `hass` a session depends on. */
export function sessionKey(hass: Hass): string {
  const { language, locale, connected, themes, user } = hass;
  return JSON.stringify([language, locale, connected, themes.darkMode, user?.id]);
}

export function makeSession(hass: () => Hass, localize: Localize, me: Me, generation: number): Session {
  const { language, locale, config, connected } = hass();
  return {
    hass,
    client: new Client(hass),
    localize,
    format: new Formats(language, locale, config.time_zone),
    me,
    connected,
    generation,
  };
}
