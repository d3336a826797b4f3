import { css, html, type PropertyValues, type TemplateResult } from "lit";
import { property, query } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { EarshotElement } from "./element.js";
import { Position } from "./virtual/position.js";

/** Rows drawn before and after those that are seen: half a screen, which a finger needs two frames for. */
const SPARE = 8;

/** How long after the last movement the scroll bar is put right, where the browser does not say when it is over. */
const RESTING_MS = 200;
const SAYS_WHEN = typeof window !== "undefined" && "onscrollend" in window;

/** Which rows are drawn: from `first` to before `end`. */
export interface RowWindow {
  readonly first: number;
  readonly end: number;
}

/**
 * A list of any number of rows of one height, of which only those near to what is seen are elements. Whoever extends it
 * draws a row. It is a listbox: one element has the focus, arrows, page up and down, home and end move a mark that
 * `active` names, and a screen reader is told the place of each row among all.
 *
 * Sends "window" with the rows that are drawn whenever it is drawn, and "moved" whenever it is scrolled.
 */
export abstract class VirtualList extends EarshotElement {
  static override styles = [
    ...EarshotElement.styles,
    css`
      :host {
        display: block;
        min-height: 0;
      }
      #scroller {
        position: relative;
        height: 100%;
        overflow: hidden auto;
        overflow-anchor: none;
        overscroll-behavior: contain;
        border-radius: inherit;
        outline-offset: -2px;
      }
      #rows {
        position: relative;
        overflow: hidden;
      }
      .place {
        position: absolute;
        inset-inline: 0;
        top: 0;
        contain: strict;
      }
    `,
  ];

  @property({ type: Number }) count = 0;
  /** The row that the keyboard is at. */
  @property({ type: Number }) active = -1;
  /** The row to begin at, as soon as there are rows. */
  beginAt = 0;
  /** Set together with a `count` that is larger by rows added above what is seen, which then stays where it is. */
  addedAbove = 0;

  @query("#scroller") private readonly scroller!: HTMLElement | null;
  @query("#rows") private readonly rowsElement!: HTMLElement | null;

  private readonly position = new Position(0, 1, 0);
  private shown: RowWindow = { first: 0, end: 0 };
  private resting = 0;
  private observer: ResizeObserver | undefined;

  /** Draw one row, its outermost element with `rowId(index)` as its id. */
  protected abstract drawRow(index: number): TemplateResult;
  /** What a screen reader calls the list. */
  protected abstract get label(): string;
  /** Enter, or a click, on the active row. */
  protected abstract open(index: number): void;
  /** Space on the active row. */
  protected abstract toggle(index: number): void;

  /** Height of a row in letters' heights (rem), so that it grows with them. */
  protected readonly rowRem: number = 4.5;

  /** The topmost row that is seen. */
  get topRow(): number {
    return this.position.window(0).first;
  }

  /** Whether the newest row is seen. */
  get atStart(): boolean {
    return this.position.atStart;
  }

  protected rowId(index: number): string {
    return `row-${index}`;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.observer = new ResizeObserver(() => this.measure());
    this.observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer?.disconnect();
    window.clearTimeout(this.resting);
  }

  /** Go to the newest row. */
  toStart(): void {
    this.moveTo(0);
  }

  /** Let the rows come in from above, unless the person wants no movement. */
  slideIn(rows: number): void {
    if (window.matchMedia?.("(prefers-reduced-motion: reduce)").matches) return;
    const from = { transform: `translateY(${-Math.min(rows, 3) * this.rowHeight}px)` };
    this.rowsElement?.animate?.([from, { transform: "none" }], { duration: 220, easing: "ease-out" });
  }

  override focus(options?: FocusOptions): void {
    this.scroller?.focus(options);
  }

  protected override willUpdate(_changed: PropertyValues): void {
    if (this.position.count === this.count) return;
    this.position.resize(this.count, this.rowHeight, this.viewport, this.addedAbove);
    this.addedAbove = 0;
    if (this.beginAt > 0 && this.count > 0) {
      this.position.moveTo(this.beginAt * this.rowHeight);
      this.beginAt = 0;
    }
    if (this.active >= this.count) this.active = this.count - 1;
  }

  protected override render() {
    const { first, end } = this.position.window(SPARE);
    this.shown = { first, end };
    const indexes = Array.from({ length: end - first }, (_, number) => first + number);
    const active = this.active >= first && this.active < end ? this.rowId(this.active) : "";
    return html`<div
      id="scroller"
      role="listbox"
      tabindex="0"
      aria-multiselectable="true"
      aria-label=${this.label}
      aria-activedescendant=${active}
      @scroll=${this.scrolled}
      @scrollend=${this.settle}
      @keydown=${this.pressed}
      @focus=${this.focused}
    >
      <div id="rows" role="presentation" @focusin=${this.rowFocused} style="height:${this.position.height}px">
        ${repeat(
          indexes,
          (index) => index % (indexes.length || 1),
          (index) =>
            html`<div
              class="place"
              role="presentation"
              style="height:${this.rowHeight}px;transform:translateY(${this.position.place(index)}px)"
            >
              ${this.drawRow(index)}
            </div>`,
        )}
      </div>
    </div>`;
  }

  protected override firstUpdated(): void {
    this.measure();
  }

  protected override updated(): void {
    this.putScrollTop();
    this.dispatchEvent(new CustomEvent<RowWindow>("window", { detail: this.shown }));
  }

  private get rowHeight(): number {
    const size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
    return Math.round(this.rowRem * size);
  }

  private get viewport(): number {
    return this.scroller?.clientHeight ?? 0;
  }

  private measure(): void {
    this.position.resize(this.count, this.rowHeight, this.viewport);
    this.requestUpdate();
  }

  private moveTo(top: number): void {
    this.position.moveTo(top);
    this.requestUpdate();
  }

  private scrolled(): void {
    const { scroller } = this;
    if (scroller === null) return;
    const anew = this.position.scrolled(scroller.scrollTop);
    const { first, end } = this.position.window(SPARE / 2);
    // Within what is drawn the browser moves the rows by itself.
    if (anew || first < this.shown.first || end > this.shown.end) this.requestUpdate();
    this.dispatchEvent(new CustomEvent("moved"));
    if (SAYS_WHEN) return;
    window.clearTimeout(this.resting);
    this.resting = window.setTimeout(() => this.settle(), RESTING_MS);
  }

  private settle(): void {
    const before = this.position.scrollTop;
    this.position.settle();
    if (this.position.scrollTop !== before) this.requestUpdate();
  }

  private putScrollTop(): void {
    const { scroller } = this;
    if (scroller === null || Math.abs(scroller.scrollTop - this.position.scrollTop) < 1) return;
    scroller.scrollTop = this.position.scrollTop;
  }

  /** A row that is clicked is no place for the focus: its element will be another row's. */
  private rowFocused(event: FocusEvent): void {
    event.stopPropagation();
    this.scroller?.focus({ preventScroll: true });
  }

  private focused(): void {
    if (this.active < 0 && this.count > 0) this.active = this.position.window(0).first;
  }

  private pressed(event: KeyboardEvent): void {
    const to = this.target(event.key);
    if (to !== undefined) this.activate(to);
    else if (event.key === "Enter" && this.active >= 0) this.open(this.active);
    else if (event.key === " " && this.active >= 0) this.toggle(this.active);
    else return;
    event.preventDefault();
  }

  private target(key: string): number | undefined {
    const screen = Math.max(1, Math.floor(this.viewport / this.rowHeight) - 1);
    const to: Readonly<Record<string, number>> = {
      ArrowDown: this.active + 1,
      ArrowUp: this.active - 1,
      PageDown: this.active + screen,
      PageUp: this.active - screen,
      Home: 0,
      End: this.count - 1,
    };
    const index = to[key];
    return index === undefined || this.count === 0 ? undefined : Math.min(Math.max(index, 0), this.count - 1);
  }

  private activate(index: number): void {
    this.active = index;
    this.position.reveal(index);
    this.requestUpdate();
  }
}
