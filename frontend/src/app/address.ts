/** Where one is in the panel, as its address says it. */
export interface Address {
  readonly page: PageName;
  /** What the page is about, for example an utterance's identifier. */
  readonly subject: string | undefined;
  /** Which of several such, on the one page that has more than one sort of subject: an offer among what is shared. */
  readonly detail?: string | undefined;
  /** Filters and the like; they can be bookmarked. */
  readonly query: URLSearchParams;
}

export const PAGE_NAMES = [
  "today",
  "utterance",
  "ledger",
  "satellites",
  "leftovers",
  "sharing",
  "proof",
  "review",
] as const;
export type PageName = (typeof PAGE_NAMES)[number];

const PREFIX = "/earshot";

/** Pages whose subject is a sort of thing, and names one of it: "/earshot/sharing/offer/01". */
const SORTED: ReadonlySet<PageName> = new Set<PageName>(["sharing"]);

/** Understand an address. Undefined: there is no such page. */
export function parseAddress(path: string, search: string): Address | undefined {
  const [page = "", subject, detail, ...rest] = path.replace(/^\/+|\/+$/g, "").split("/");
  const name = page === "" ? "today" : page;
  if (rest.length > 0 || !isPage(name) || (detail !== undefined && !SORTED.has(name))) return undefined;
  return {
    page: name,
    subject: subject === undefined ? undefined : decode(subject),
    detail: detail === undefined ? undefined : decode(detail),
    query: new URLSearchParams(search),
  };
}

/** Write an address. What is undefined or empty is left out. */
export function href(page: PageName, subject?: string, query: Record<string, string | undefined> = {}): string {
  const path = [PREFIX, page, ...(subject === undefined ? [] : [encodeURIComponent(subject)])].join("/");
  const given = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const search = new URLSearchParams(given).toString();
  return search === "" ? path : `${path}?${search}`;
}

/** Go somewhere as Home Assistant does: the back button leads back, unless the place is replaced. */
export function go(address: string, { replace = false } = {}): void {
  if (replace) history.replaceState(history.state, "", address);
  else history.pushState(null, "", address);
  window.dispatchEvent(new CustomEvent("location-changed", { detail: { replace } }));
}

function isPage(name: string): name is PageName {
  return (PAGE_NAMES as readonly string[]).includes(name);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
