/**
 * The tallest element that we make, in CSS pixels. Browsers clamp what is taller: Firefox at 17.8 million, Safari and
 * Chromium at 33.5 million, and half of that where the screen has two dots per pixel.
 */
export const TALLEST = 8_000_000;

/**
 * How far a scroll container's position (at most that of `TALLEST`) stands for a place in a content that may be taller.
 * The first and the last quarter are as they are, pixel for pixel; what is between them is pressed together.
 */
export class ScrollScale {
  /** Height of the element that is scrolled. */
  readonly height: number;
  private readonly exact: number;
  private readonly scrollEnd: number;
  private readonly contentEnd: number;

  constructor(content: number, viewport: number, tallest = TALLEST) {
    this.height = Math.min(content, tallest);
    this.scrollEnd = Math.max(0, this.height - viewport);
    this.contentEnd = Math.max(0, content - viewport);
    this.exact = this.scrollEnd / 4;
  }

  /** The last place that can be at the top of the viewport. */
  get end(): number {
    return this.contentEnd;
  }

  /** The place in the content at the top of the viewport. */
  toContent(scrollTop: number): number {
    const at = clamp(scrollTop, this.scrollEnd);
    if (at <= this.exact) return at;
    if (at >= this.scrollEnd - this.exact) return this.contentEnd - (this.scrollEnd - at);
    return this.exact + (at - this.exact) * this.pressed;
  }

  /** The scroll position that stands for a place. */
  toScroll(content: number): number {
    const at = clamp(content, this.contentEnd);
    if (at <= this.exact) return at;
    if (at >= this.contentEnd - this.exact) return this.scrollEnd - (this.contentEnd - at);
    return this.exact + (at - this.exact) / this.pressed;
  }

  private get pressed(): number {
    return (this.contentEnd - 2 * this.exact) / (this.scrollEnd - 2 * this.exact);
  }
}

export function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, 0), Math.max(most, 0));
}
