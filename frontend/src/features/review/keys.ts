/** What a key does while somebody reviews. */
export type Act =
  | "play"
  | "write"
  | "right"
  | "wrong"
  | "good"
  | "noisy"
  | "unusable"
  | "accident"
  | "personal_data"
  | "danger"
  | "skip"
  | "done";

/** The keys, as they are shown beside what they do. */
export const KEYS: Readonly<Record<Act, string>> = {
  play: "Space",
  write: "W",
  right: "R",
  wrong: "F",
  good: "1",
  noisy: "2",
  unusable: "3",
  accident: "A",
  personal_data: "P",
  danger: "D",
  skip: "S",
  done: "Enter",
};

const BY_KEY = new Map(
  Object.entries(KEYS).map(([act, key]) => [key === "Space" ? " " : key.toLowerCase(), act as Act]),
);

/** Where a key was pressed: in a field that takes letters, on something that Space or Enter set off, or anywhere else. */
type Place = "field" | "control" | "page";

/** Return what a key press means; undefined: it is not for reviewing. */
export function actOf(event: KeyboardEvent): Act | undefined {
  if (event.isComposing || event.repeat || event.defaultPrevented || event.altKey || event.metaKey) return undefined;
  const place = placeOf(event.composedPath()[0]);
  // One line is all that there is to write, so it ends where one says so. F2 plays without leaving it.
  if (place === "field") return event.key === "Enter" ? "done" : event.key === "F2" ? "play" : undefined;
  if (event.key === "F2") return "play";
  if (event.ctrlKey) return event.key === "Enter" ? "done" : undefined;
  if (place === "control" && (event.key === " " || event.key === "Enter")) return undefined;
  return BY_KEY.get(event.key.toLowerCase());
}

function placeOf(target: EventTarget | undefined): Place {
  if (!(target instanceof HTMLElement)) return "page";
  if (target.isContentEditable || target.matches("textarea, select, input:not([type=radio], [type=checkbox])")) {
    return "field";
  }
  return target.matches("button, a, summary, input") ? "control" : "page";
}
