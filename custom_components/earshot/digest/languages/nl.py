"""Dutch."""

from ..suggestion import Suggestion
from .language import Label, Language, Line, Value, one_or_more

DUTCH = Language(
    plural=one_or_more,
    said=("Er is {number} keer iets gezegd.", "Er is {number} keer iets gezegd."),
    lines={
        Line.NOTHING_SAID: "Er is niets gezegd.",
        Line.NOTHING_KNOWN: "Er is niets gezegd waar Earshot van gehoord heeft.",
        Line.LEFT: "Verliet het huis: {value}",
        Line.BESIDES_LEFT: (
            "Daarnaast verliet nog iets het huis: het geluid van een microfoon, een aankondiging of iets wat "
            "is doorgegeven."
        ),
        Line.BESIDES_MAYBE: (
            "Daarnaast heeft misschien nog iets het huis verlaten: het geluid van een microfoon, een "
            "aankondiging of iets wat is doorgegeven."
        ),
        Line.LISTENED: "Door iemand beluisterd of gelezen: {value}",
        Line.BLOCKED: "Door een regel geweigerd: {value}",
        Line.OUTSIDE: "Langs Earshot heen: {value}",
        Line.ERASED: "Gewist: {value}",
        Line.KEPT: "Nu bewaard: geluid van {sounds}, woorden van {words}",
        Line.KEPT_UNKNOWN: "Nu bewaard: onbekend, de kluis antwoordt niet",
        Line.FALSE_WAKES: "Onterecht gewekt: {value}",
        Line.UNWATCHED: "Niet opgelet: {hours} u {minutes} min. Over die tijd zegt geen getal iets.",
        Line.SUGGESTION: "Suggestie: {value}",
        Line.NOT_BROUGHT: "Dit staat hier omdat {target} niet te bereiken was.",
    },
    values={
        Value.AND_PERHAPS: "{number}, en misschien nog {more}",
        Value.AT_LEAST: "{number}, misschien meer",
        Value.PERHAPS: "misschien {more}",
        Value.NONE_KNOWN: "niets wat bekend is",
        Value.UNKNOWN: "onbekend",
    },
    suggestions={
        Suggestion.LOCAL_ENGINE: (
            "Iets ging naar een engine buiten het huis, terwijl Earshots eigen engine hier hetzelfde kan. Je "
            "kunt die kiezen op de pagina van de assistent, onder 'Instellingen → Apparaten & diensten → "
            "Earshot'."
        ),
        Suggestion.PAST_EARSHOT: (
            "Iets ging langs Earshot heen, dus niemand weet wie het allemaal kreeg. 'Mijn bestaande assistent "
            "doorzichtig maken', onder 'Instellingen → Apparaten & diensten → Earshot', verandert dat."
        ),
        Suggestion.FALSE_WAKES: (
            "{satellite} wordt vaak onterecht gewekt. Zet de satelliet verder van de televisie of de radio, "
            "of geef hem een ander wekwoord of minder gevoeligheid, als daar instellingen voor zijn."
        ),
        Suggestion.CHECKPOINT: (
            "Nog niemand buiten het huis heeft een controlepunt van het register vergeleken. De pagina "
            "'Bewijs' van het paneel toont er een als QR-code: bewaar die op je telefoon."
        ),
    },
    somebody="onbekende satelliet",
    day="{day}-{month}",
    weekdays=("ma", "di", "wo", "do", "vr", "za", "zo"),
    labels={
        Label.SAID: "gezegd",
        Label.LEFT: "verliet het huis",
        Label.MAYBE: "misschien",
        Label.FALSE_WAKES: "onterecht gewekt",
        Label.LISTENED: "beluisterd of gelezen",
        Label.ERASED: "gewist",
        Label.UNWATCHED: "niet opgelet",
    },
)
