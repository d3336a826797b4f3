import { mdiCheckBold } from "@mdi/js";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { UtteranceView } from "../../api/types.js";
import { go, href } from "../../app/address.js";
import { VirtualList } from "../../ui/virtual-list.js";
import { drawFacts, drawSkeleton, rowStyles, sentenceOf } from "./row.js";
import { Selection } from "./selection.js";

/**
 * The utterances as rows. Enter or a click opens one; where one chooses, a click chooses, and Space always does.
 *
 * Sends "toggle" with the utterance to be chosen or let go of, and "leave" before one is gone to.
 */
@customElement("earshot-ledger-list")
export class EarshotLedgerList extends VirtualList {
  static override styles = [...VirtualList.styles, rowStyles];

  @property({ attribute: false }) rowAt: (index: number) => UtteranceView | undefined = () => undefined;
  /** Changes with whatever `rowAt` would say. */
  @property({ type: Number }) version = 0;
  @property({ attribute: false }) selection = Selection.nothing;
  @property({ type: Boolean }) choosing = false;
  /** Whether there is anything that this person may do with what they choose. */
  @property({ type: Boolean }) choosable = false;
  @property({ type: Boolean, reflect: true }) narrow = false;

  protected get label(): string {
    return this.t("ledger.list");
  }

  protected drawRow(index: number): TemplateResult {
    const { session } = this;
    const view = this.rowAt(index);
    if (view === undefined || session === undefined) return this.skeleton(index);
    const classes = ["row", index === this.active && "active", this.choosing && "choosing", isQuiet(view) && "quiet"];
    return html`<a
      id=${this.rowId(index)}
      class=${classes.filter(Boolean).join(" ")}
      role="option"
      tabindex="-1"
      href=${href("utterance", view.utterance_id)}
      aria-selected=${this.selection.has(view) ? "true" : "false"}
      aria-setsize=${this.count}
      aria-posinset=${index + 1}
      @click=${(event: MouseEvent) => this.clicked(event, index)}
      ><span class="visually-hidden">${sentenceOf(view, session.localize, session.format)}</span
      ><span class="facts" aria-hidden="true">${this.choosing ? this.box(view) : nothing}${drawFacts(view, session)}</span></a
    >`;
  }

  protected open(index: number): void {
    const view = this.rowAt(index);
    if (view === undefined) return;
    this.leave();
    go(href("utterance", view.utterance_id));
  }

  protected toggle(index: number): void {
    const view = this.rowAt(index);
    if (view === undefined || !this.choosable) return;
    this.dispatchEvent(new CustomEvent<UtteranceView>("toggle", { detail: view }));
  }

  private leave(): void {
    this.dispatchEvent(new CustomEvent("leave"));
  }

  private skeleton(index: number): TemplateResult {
    return html`<div
      id=${this.rowId(index)}
      class=${index === this.active ? "row active" : "row"}
      role="option"
      aria-selected="false"
      aria-setsize=${this.count}
      aria-posinset=${index + 1}
      aria-label=${this.t("ui.loading")}
    >
      ${drawSkeleton()}
    </div>`;
  }

  private box(view: UtteranceView): TemplateResult {
    return html`<span class="box">${
      this.selection.has(view)
        ? html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${mdiCheckBold}></path></svg>`
        : nothing
    }</span>`;
  }

  private clicked(event: MouseEvent, index: number): void {
    this.active = index;
    if (!this.choosing) {
      this.leave();
      return;
    }
    event.preventDefault();
    this.toggle(index);
  }
}

/** What nobody meant to say is there, and does not ask to be read. */
function isQuiet(view: UtteranceView): boolean {
  return view.outcome === "false_wake";
}

declare global {
  interface HTMLElementTagNameMap {
    "earshot-ledger-list": EarshotLedgerList;
  }
}
