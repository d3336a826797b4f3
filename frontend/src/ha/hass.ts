import type { Connection } from "home-assistant-js-websocket";

/** What Earshot uses of the object that Home Assistant hands to every panel and card. */
export interface Hass {
  connection: Connection;
  /** Whether the websocket is open now. */
  connected: boolean;
  language: string;
  locale: HassLocale;
  config: { time_zone: string; version: string };
  themes: { darkMode: boolean };
  user?: { id: string; name: string; is_admin: boolean };
  translationMetadata: { translations: Record<string, { isRTL?: boolean } | undefined> };
  /** What the entity registry says of entities; undefined in an older Home Assistant. */
  entities?: Record<string, { platform?: string } | undefined>;
  states: Record<string, { state: string; attributes: Record<string, unknown> } | undefined>;
  /** Load the texts of an integration; returns what says them in the person's language, or nothing for no text. */
  loadBackendTranslation?(
    category: string,
    integration: string,
  ): Promise<(key: string, values?: Readonly<Record<string, string>>) => string>;
  /** Absolute address of a path of this Home Assistant. */
  hassUrl(path: string): string;
  /** Ask the REST API as this person: `path` is without "api/". Rejects with a `RestError`. */
  callApi<T>(method: "GET" | "POST" | "DELETE", path: string, body?: Record<string, unknown>): Promise<T>;
  /** Fetch a path as this person. */
  fetchWithAuth(path: string, init?: RequestInit): Promise<Response>;
}

/** What `callApi` rejects with. */
export interface RestError {
  readonly error: string;
  /** Undefined: there was no answer. */
  readonly status_code?: number;
  readonly body?: unknown;
}

/** How the person wants numbers, dates and times, as set in their Home Assistant profile. */
export interface HassLocale {
  language: string;
  number_format: "language" | "system" | "comma_decimal" | "decimal_comma" | "quote_decimal" | "space_comma" | "none";
  time_format: "language" | "system" | "12" | "24";
  date_format: "language" | "system" | "DMY" | "MDY" | "YMD";
  first_weekday: "language" | "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
  time_zone: "local" | "server";
}

/** What a panel is told of its address. */
export interface HassRoute {
  /** "/earshot". */
  prefix: string;
  /** The rest: "/utterance/01J…". */
  path: string;
}
