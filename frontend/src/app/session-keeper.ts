import { ContextProvider } from "@lit/context";
import type { ReactiveControllerHost } from "lit";
import { Client } from "../api/client.js";
import { ApiError } from "../api/error.js";
import type { Me } from "../api/types.js";
import type { Hass } from "../ha/hass.js";
import { type Localize, loadLocalize, nearest } from "../i18n/localize.js";
import { makeSession, type Session, sessionContext, sessionKey } from "./session.js";

/** The element that Home Assistant hands its object to: the panel, or a card. */
type Outermost = ReactiveControllerHost & HTMLElement;

/**
 * Makes the session of an outermost element and hands it to all within, whenever something changes that they are drawn
 * with: learns the language, asks who is there, and counts how often the connection came back. Give it every `hass`.
 */
export class SessionKeeper {
  /** Why there is no session. */
  failed: ApiError | undefined;
  localize: Localize | undefined;
  private me: Me | undefined;
  private hass: Hass | undefined;
  private language: string | undefined;
  private asked = false;
  private key = "";
  private generation = 0;
  private readonly provider: ContextProvider<typeof sessionContext, Outermost>;

  constructor(private readonly host: Outermost) {
    this.provider = new ContextProvider(host, { context: sessionContext });
  }

  /** Undefined until it is known who is there and in what language they are spoken to. */
  get session(): Session | undefined {
    return this.provider.value;
  }

  take(hass: Hass): void {
    if (this.hass?.connected === false && hass.connected) this.generation++;
    this.hass = hass;
    this.host.toggleAttribute("dark", hass.themes.darkMode);
    this.host.dir = hass.translationMetadata.translations[hass.language]?.isRTL ? "rtl" : "ltr";
    this.host.lang = nearest(hass.language);
    if (this.language !== hass.language) void this.speak(hass.language);
    if (!this.asked) void this.askWho(hass);
    this.renew(hass);
  }

  /** Try again what failed. */
  again(): void {
    this.failed = undefined;
    this.asked = false;
    if (this.hass !== undefined) this.take(this.hass);
    this.host.requestUpdate();
  }

  private async speak(language: string): Promise<void> {
    this.language = language;
    this.localize = await loadLocalize(language).catch(() => loadLocalize("en"));
    this.key = "";
    this.changed();
  }

  private async askWho(hass: Hass): Promise<void> {
    this.asked = true;
    try {
      this.me = await new Client(() => this.hass ?? hass).ask("earshot/me");
    } catch (error) {
      this.failed = ApiError.from(error);
    }
    this.changed();
  }

  private changed(): void {
    if (this.hass !== undefined) this.renew(this.hass);
    this.host.requestUpdate();
  }

  private renew(hass: Hass): void {
    const { me, localize } = this;
    const key = `${sessionKey(hass)} ${this.generation}`;
    if (me === undefined || localize === undefined || key === this.key) return;
    this.key = key;
    this.provider.setValue(makeSession(() => this.hass ?? hass, localize, me, this.generation));
  }
}
