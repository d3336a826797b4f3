import { consume } from "@lit/context";
import { LitElement } from "lit";
import { property, state } from "lit/decorators.js";
import { type Session, sessionContext } from "../app/session.js";
import type { Localize } from "../i18n/localize.js";
import { base } from "./base.css.js";

/** What all elements have in common: the session, and the look. Cards give theirs the session as a property. */
export abstract class EarshotElement extends LitElement {
  static override styles = [base];

  @consume({ context: sessionContext, subscribe: true })
  @state()
  session: Session | undefined = undefined;

  /** A name that tests and screen readers can rely on; not shown. */
  @property({ reflect: true, attribute: "data-name" })
  name: string | undefined = undefined;

  protected readonly t: Localize = (key, values) => this.session?.localize(key, values) ?? "";

  /** Whether there is a session to draw with. Nothing is drawn before. */
  protected override shouldUpdate(): boolean {
    return this.session !== undefined;
  }
}
