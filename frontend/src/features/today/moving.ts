/** Return where an arrow key, Home or End leads among things that stand in a row. Undefined: nowhere. */
export function moved<T>(
  { key, target }: { readonly key: string; readonly target: unknown },
  row: readonly T[],
  rightToLeft: boolean,
): T | undefined {
  const here = row.indexOf(target as T);
  if (here === -1) return undefined;
  const forward = rightToLeft ? "ArrowLeft" : "ArrowRight";
  const back = rightToLeft ? "ArrowRight" : "ArrowLeft";
  switch (key) {
    case forward:
      return row[here + 1];
    case back:
      return row[here - 1];
    case "Home":
      return row[0];
    case "End":
      return row.at(-1);
    default:
      return undefined;
  }
}
