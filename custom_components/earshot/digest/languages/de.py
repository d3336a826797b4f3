"""German."""

from ..suggestion import Suggestion
from .language import Label, Language, Line, Value, one_or_more

GERMAN = Language(
    plural=one_or_more,
    said=("Einmal wurde etwas gesagt.", "{number}-mal wurde etwas gesagt."),
    lines={
        Line.NOTHING_SAID: "Es wurde nichts gesagt.",
        Line.NOTHING_KNOWN: "Nichts wurde gesagt, von dem Earshot weiß.",
        Line.LEFT: "Hat das Haus verlassen: {value}",
        Line.BESIDES_LEFT: (
            "Außerdem hat noch etwas das Haus verlassen: der Ton eines Mikrofons, eine Ansage oder etwas, das "
            "weitergegeben wurde."
        ),
        Line.BESIDES_MAYBE: (
            "Außerdem hat vielleicht noch etwas das Haus verlassen: der Ton eines Mikrofons, eine Ansage oder "
            "etwas, das weitergegeben wurde."
        ),
        Line.LISTENED: "Von jemandem angehört oder gelesen: {value}",
        Line.BLOCKED: "Von einer Regel abgelehnt: {value}",
        Line.OUTSIDE: "Ging an Earshot vorbei: {value}",
        Line.ERASED: "Gelöscht: {value}",
        Line.KEPT: "Jetzt aufbewahrt: Ton von {sounds}, Worte von {words}",
        Line.KEPT_UNKNOWN: "Jetzt aufbewahrt: unbekannt, der Tresor antwortet nicht",
        Line.FALSE_WAKES: "Fehlaktivierungen: {value}",
        Line.UNWATCHED: "Nicht überwacht: {hours} h {minutes} min. Von dieser Zeit sagt keine Zahl etwas.",
        Line.SUGGESTION: "Vorschlag: {value}",
        Line.NOT_BROUGHT: "Das steht hier, weil {target} nicht zu erreichen war.",
    },
    values={
        Value.AND_PERHAPS: "{number}, vielleicht {more} mehr",
        Value.AT_LEAST: "{number}, vielleicht mehr",
        Value.PERHAPS: "vielleicht {more}",
        Value.NONE_KNOWN: "keine, von der etwas bekannt ist",
        Value.UNKNOWN: "unbekannt",
    },
    suggestions={
        Suggestion.LOCAL_ENGINE: (
            "Etwas ging an ein Modul außerhalb des Hauses, obwohl Earshots eigenes hier dasselbe kann. Auf "
            "der Seite des Assistenten unter „Einstellungen → Geräte & Dienste → Earshot“ kannst du es "
            "wählen."
        ),
        Suggestion.PAST_EARSHOT: (
            "Etwas ging an Earshot vorbei, also weiß niemand, wer alles es bekam. „Meinen vorhandenen Assistenten "
            "durchsichtig machen“ unter „Einstellungen → Geräte & Dienste → Earshot“ ändert das."
        ),
        Suggestion.FALSE_WAKES: (
            "{satellite} wacht oft ohne Grund auf. Stell den Satelliten weiter weg von Fernseher oder Radio, "
            "oder gib ihm ein anderes Aktivierungswort oder weniger Empfindlichkeit, wo es solche "
            "Einstellungen gibt."
        ),
        Suggestion.CHECKPOINT: (
            "Noch niemand außerhalb hat einen Prüfpunkt des Registers verglichen. Das Panel zeigt unter "
            "„Beweis“ einen als QR-Code: Behalte ihn auf deinem Telefon."
        ),
    },
    somebody="unbekannter Satellit",
    day="{day}.{month}.",
    weekdays=("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"),
    labels={
        Label.SAID: "gesagt",
        Label.LEFT: "hat das Haus verlassen",
        Label.MAYBE: "vielleicht",
        Label.FALSE_WAKES: "Fehlaktivierungen",
        Label.LISTENED: "angehört oder gelesen",
        Label.ERASED: "gelöscht",
        Label.UNWATCHED: "nicht überwacht",
    },
)
