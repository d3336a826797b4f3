"""Polish."""

from ..suggestion import Suggestion
from .language import Label, Language, Line, Value, slavic

POLISH = Language(
    plural=slavic,
    said=("Padła {number} wypowiedź.", "Padły {number} wypowiedzi.", "Padło {number} wypowiedzi."),
    lines={
        Line.NOTHING_SAID: "Nic nie powiedziano.",
        Line.NOTHING_KNOWN: "Nic nie powiedziano, o czym Earshot by słyszał.",
        Line.LEFT: "Opuściło dom: {value}",
        Line.BESIDES_LEFT: (
            "Poza tym dom opuściło coś jeszcze: dźwięk mikrofonu, komunikat albo coś, co zostało przekazane."
        ),
        Line.BESIDES_MAYBE: (
            "Poza tym możliwe, że dom opuściło coś jeszcze: dźwięk mikrofonu, komunikat albo coś, co zostało "
            "przekazane."
        ),
        Line.LISTENED: "Przez kogoś odsłuchane lub odczytane: {value}",
        Line.BLOCKED: "Odrzucone przez regułę: {value}",
        Line.OUTSIDE: "Z pominięciem Earshota: {value}",
        Line.ERASED: "Usunięte: {value}",
        Line.KEPT: "Teraz przechowywane: dźwięk: {sounds}, słowa: {words}",
        Line.KEPT_UNKNOWN: "Teraz przechowywane: nieznane, sejf nie odpowiada",
        Line.FALSE_WAKES: "Fałszywe aktywacje: {value}",
        Line.UNWATCHED: "Bez czuwania: {hours} godz. {minutes} min. O tym czasie nie mówi żadna liczba.",
        Line.SUGGESTION: "Sugestia: {value}",
        Line.NOT_BROUGHT: "Jest to pokazane tutaj, bo nie udało się dotrzeć do: {target}.",
    },
    values={
        Value.AND_PERHAPS: "{number}, a może jeszcze {more}",
        Value.AT_LEAST: "{number}, może więcej",
        Value.PERHAPS: "może {more}",
        Value.NONE_KNOWN: "nic, o czym wiadomo",
        Value.UNKNOWN: "nieznane",
    },
    suggestions={
        Suggestion.LOCAL_ENGINE: (
            "Coś trafiło do silnika poza domem, choć własny silnik Earshota potrafi tu to samo. Można go "
            "wybrać na stronie asystenta w „Ustawienia → Urządzenia oraz usługi → Earshot”."
        ),
        Suggestion.PAST_EARSHOT: (
            "Coś poszło z pominięciem Earshota, więc nikt nie wie, kto to otrzymał. Zmienia to „Uczyń mojego obecnego "
            "asystenta przejrzystym” w „Ustawienia → Urządzenia oraz usługi → Earshot”."
        ),
        Suggestion.FALSE_WAKES: (
            "Satelita {satellite} często aktywuje się bez powodu. Odsuń go od telewizora lub radia albo nadaj "
            "mu inne słowo aktywacji lub mniejszą czułość, jeśli ma takie ustawienia."
        ),
        Suggestion.CHECKPOINT: (
            "Nikt z zewnątrz nie porównał jeszcze punktu kontrolnego rejestru. Strona „Dowód” w panelu "
            "pokazuje go jako kod QR: zachowaj go w telefonie."
        ),
    },
    somebody="nieznany satelita",
    day="{day}.{month}",
    weekdays=("pon", "wt", "śr", "czw", "pt", "sob", "nd"),
    labels={
        Label.SAID: "wypowiedzi",
        Label.LEFT: "opuściło dom",
        Label.MAYBE: "być może",
        Label.FALSE_WAKES: "fałszywe aktywacje",
        Label.LISTENED: "odsłuchane lub odczytane",
        Label.ERASED: "usunięte",
        Label.UNWATCHED: "bez czuwania",
    },
)
