/** The files of one language, as one piece of the bundle. */
export const trees = import.meta.glob<Record<string, never>>("../../**/strings/fr.json", {
  eager: true,
  import: "default",
});
