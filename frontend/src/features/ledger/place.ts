/** Where somebody was in the list, so that the back button leads there again. */
export interface Place {
  /** The instant that rows were counted from: those before it. */
  readonly newest: string;
  /** The topmost row that was seen. */
  readonly row: number;
}

const KEY = "earshotLedger";

/** Note where one is, in the page's own entry of the browser's history. */
export function leavePlace(place: Place): void {
  history.replaceState({ ...(history.state as object | null), [KEY]: place }, "");
}

/** Where one was when this entry of the history was left. Undefined: it is come to for the first time. */
export function placeLeft(): Place | undefined {
  const place = (history.state as { [KEY]?: Partial<Place> } | null)?.[KEY];
  if (typeof place?.newest !== "string" || typeof place.row !== "number") return undefined;
  return { newest: place.newest, row: place.row };
}
