import type { LitElement } from "lit";

/** Names that somebody may give to things, and that are text and nothing else. */
export const HOSTILE: readonly string[] = [
  '<img src=x onerror="window.hacked=true"><script>window.hacked=true</script>',
  "\u202Egnissim si edis eno\u202C",
  "مكبر صوت المطبخ",
  "👩‍👩‍👧‍👦🏳️‍🌈",
  `before\0after`,
  "long".repeat(2_000),
  "{count, plural, one {x}}",
  "'{who}'",
  "",
];

/** Put an element on the page with these properties, and wait until it is drawn with all that is in it. */
export async function drawn<E extends LitElement>(tag: string, properties: Partial<E>): Promise<E> {
  const element = Object.assign(document.createElement(tag), properties) as E;
  document.body.append(element);
  await settled(element);
  return element;
}

/** Wait until an element and all within it have nothing more to draw. */
export async function settled(element: LitElement): Promise<void> {
  for (;;) {
    await element.updateComplete;
    const inner = [...deep(element)].filter((one): one is LitElement => "updateComplete" in one);
    const done = await Promise.all(inner.map((one) => one.updateComplete));
    if (done.every(Boolean) && inner.every((one) => !one.isUpdatePending) && !element.isUpdatePending) return;
  }
}

/** All elements within one, through all shadow roots. */
export function* deep(root: Element | ShadowRoot): Generator<Element> {
  for (const child of root.querySelectorAll("*")) {
    yield child;
    if (child.shadowRoot) yield* deep(child.shadowRoot);
  }
  if (root instanceof Element && root.shadowRoot) yield* deep(root.shadowRoot);
}

/** The first element within one that matches, through all shadow roots. */
export function find<E extends Element = HTMLElement>(root: Element, selector: string): E | undefined {
  return [...deep(root)].find((one): one is E => one.matches(selector));
}

export function findAll<E extends Element = HTMLElement>(root: Element, selector: string): E[] {
  return [...deep(root)].filter((one): one is E => one.matches(selector));
}

/** What a person can read of an element, through all shadow roots; without the signs that set names off. */
export function textOf(root: Element): string {
  const own = (node: Node): string => {
    if (node instanceof HTMLStyleElement) return "";
    if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? "";
    const shadow = node instanceof Element ? node.shadowRoot : null;
    return [...(shadow?.childNodes ?? []), ...node.childNodes].map(own).join("");
  };
  const ISOLATION = /[\u2068\u2069]/g;
  return own(root).replace(ISOLATION, "").replace(/\s+/g, " ").trim();
}
