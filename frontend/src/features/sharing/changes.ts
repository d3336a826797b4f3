import type { PreviewTold } from "../../api/types.js";
import type { Session } from "../../app/session.js";
import { countsOf, wordsOf } from "./hiding.js";

/** What was done to a clip, each as a sentence; or that nothing was. */
export function changesOf(preview: PreviewTold, { localize: t, format }: Session): readonly string[] {
  const { masked, trimmed_ms, beeps } = preview;
  const told = [
    masked === null ? t("sharing.change.no_sound") : t("sharing.change.masked", { how: masked }),
    ...(trimmed_ms > 0 ? [t("sharing.change.trimmed", { length: format.duration(trimmed_ms) })] : []),
    ...(beeps > 0 ? [t("sharing.change.beeps", { count: beeps })] : []),
    ...countsOf(wordsOf(preview)).map(([kind, count]) => t("sharing.change.hidden", { kind, count })),
    ...(preview.words === null ? [t("sharing.change.no_words")] : []),
    t("sharing.change.week"),
  ];
  return told;
}
