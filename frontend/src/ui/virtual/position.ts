import { clamp, ScrollScale } from "./scale.js";

/**
 * Where one is in a list of rows of one height. A small movement (wheel, finger, key) moves the rows by as much, also
 * where the scale is pressed together; a leap (the scroll bar dragged) goes where the bar says. What the two come to
 * differ by is `offset`, and `settle` takes it away while nothing moves.
 */
export class Position {
  private scale: ScrollScale;
  private at = 0;
  private scrolledTo = 0;

  constructor(
    private rows: number,
    private rowHeight: number,
    private viewport: number,
    private readonly tallest?: number,
  ) {
    this.scale = this.makeScale();
  }

  /** How many rows there are. */
  get count(): number {
    return this.rows;
  }

  /** Pixels of content above the viewport. */
  get top(): number {
    return this.at;
  }

  /** Height of the element that is scrolled. */
  get height(): number {
    return this.scale.height;
  }

  /** The scroll position that the container has, or is to be given. */
  get scrollTop(): number {
    return this.scrolledTo;
  }

  get atStart(): boolean {
    return this.at < 4;
  }

  /** Where a row stands within the element that is scrolled. */
  place(row: number): number {
    return row * this.rowHeight - (this.at - this.scrolledTo);
  }

  /** The container was scrolled by whoever reads. Returns whether its position must be set anew at once. */
  scrolled(to: number): boolean {
    // Beyond the ends there is nothing: some browsers bounce there.
    const scrollTop = clamp(to, this.scale.height - this.viewport);
    const by = scrollTop - this.scrolledTo;
    if (by === 0) return false;
    const near = Math.abs(by) <= this.nearby;
    const wanted = near ? this.at + by : this.scale.toContent(scrollTop);
    this.scrolledTo = scrollTop;
    this.at = clamp(wanted, this.scale.end);
    const stuck =
      scrollTop <= 0 ? this.at > 0 : scrollTop >= this.scale.height - this.viewport && this.at < this.scale.end;
    if (stuck || wanted !== this.at) this.settle();
    return this.scrolledTo !== scrollTop;
  }

  /** Go to a place in the content. */
  moveTo(top: number): void {
    this.at = clamp(top, this.scale.end);
    this.settle();
  }

  /** Give the scroll position that stands for where one is. Rows that are seen stay where they are. */
  settle(): void {
    this.scrolledTo = this.scale.toScroll(this.at);
  }

  /** There are more rows, or fewer, or the window has another size. `above` rows more are above what is seen. */
  resize(rows: number, rowHeight: number, viewport: number, above = 0): void {
    const first = rowHeight === this.rowHeight ? this.at : (this.at / this.rowHeight) * rowHeight;
    this.rows = rows;
    this.rowHeight = rowHeight;
    this.viewport = viewport;
    this.scale = this.makeScale();
    this.moveTo(first + above * rowHeight);
  }

  /** Go so far that a row is seen whole, and no farther. */
  reveal(row: number): void {
    const top = row * this.rowHeight;
    if (top < this.at) this.moveTo(top);
    else if (top + this.rowHeight > this.at + this.viewport) this.moveTo(top + this.rowHeight - this.viewport);
  }

  /** The rows to be drawn, from `first` to before `end`; `spare` of them before and after those that are seen. */
  window(spare: number): { readonly first: number; readonly end: number } {
    const first = Math.floor(this.at / this.rowHeight);
    const end = Math.ceil((this.at + this.viewport) / this.rowHeight);
    return { first: Math.max(0, first - spare), end: Math.min(this.rows, end + spare) };
  }

  /** What is no leap: four screens. A finger moves less between two events, a scroll bar of a long list more. */
  private get nearby(): number {
    return Math.max(4 * this.viewport, 2_000);
  }

  private makeScale(): ScrollScale {
    return new ScrollScale(this.rows * this.rowHeight, this.viewport, this.tallest);
  }
}
