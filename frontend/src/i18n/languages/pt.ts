/** The files of one language, as one piece of the bundle. */
export const trees = import.meta.glob<Record<string, never>>("../../**/strings/pt.json", {
  eager: true,
  import: "default",
});
