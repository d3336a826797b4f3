import type { UtteranceTold, UtteranceView, WordsRead } from "../../api/types.js";
import type { Session } from "../../app/session.js";
import { ruleKey } from "./company.js";
import { stationsOf } from "./house/stations.js";
import { keepsText, receivedText } from "./telling.js";
import { readings } from "./told.js";

/** All that the page tells of an utterance as text. The words only where they are shown already. */
export function factsText(
  { utterance, entries }: UtteranceTold,
  words: WordsRead | undefined,
  session: Session,
): string {
  const { localize: t, format } = session;
  const said = (text: string | null) => text ?? t("utterance.words.missing");
  return [
    `${headline(utterance, session)}, ${format.date(utterance.at)} ${format.time(utterance.at, true)}`,
    t(`words.outcome.${utterance.outcome ?? "open"}`),
    t(utterance.left_house ? "words.left_house.yes" : "words.left_house.no"),
    ...(words === undefined ? [] : [`${t("utterance.words.said")}: ${said(words.words)}`]),
    ...(words === undefined ? [] : [`${t("utterance.words.answered")}: ${said(words.response)}`]),
    "",
    `${t("utterance.company.title")}:`,
    ...stationsOf(utterance).map((station) => {
      const where = [t(`words.ear.${station.kind}`), t(`words.place.${station.place}`)].join(", ");
      if (station.blocked !== undefined) {
        return `– ${station.label} (${where}): ${t(ruleKey(station.blocked.rule, station.blocked.answer))}`;
      }
      const got = station.parts.map((ear) =>
        `${receivedText(ear, station.parts, session)} ${keepsText([ear], session)}.`.trimStart(),
      );
      const known = t(`words.evidence.${station.evidence}`);
      return `${station.number}. ${station.label} (${where}; ${known}): ${got.join(" / ")}`;
    }),
    ...readings(entries).map(
      ({ who, at, how }) => `– ${who}, ${format.moment(at)}: ${t(`utterance.value.how.${how}`)}`,
    ),
    "",
    utterance.utterance_id,
  ].join("\n");
}

/** What an utterance is called: by what it was said to. */
export function headline({ satellite }: UtteranceView, { localize }: Session): string {
  if (satellite === null) return localize("utterance.unheard");
  const { label, area } = satellite;
  if (area === null || area === "" || label.includes(area)) return label;
  return localize("utterance.headline", { satellite: label, area });
}
