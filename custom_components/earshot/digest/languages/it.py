"""Italian."""

from ..suggestion import Suggestion
from .language import Label, Language, Line, Value, one_or_more

ITALIAN = Language(
    plural=one_or_more,
    said=("{number} cosa detta.", "{number} cose dette."),
    lines={
        Line.NOTHING_SAID: "Non è stato detto niente.",
        Line.NOTHING_KNOWN: "Non è stato detto niente di cui Earshot abbia saputo.",
        Line.LEFT: "Ha lasciato la casa: {value}",
        Line.BESIDES_LEFT: (
            "Inoltre qualcos'altro ha lasciato la casa: il suono di un microfono, un annuncio o qualcosa che "
            "è stato consegnato."
        ),
        Line.BESIDES_MAYBE: (
            "Inoltre forse qualcos'altro ha lasciato la casa: il suono di un microfono, un annuncio o "
            "qualcosa che è stato consegnato."
        ),
        Line.LISTENED: "Ascoltato o letto da qualcuno: {value}",
        Line.BLOCKED: "Rifiutato da una regola: {value}",
        Line.OUTSIDE: "Senza passare da Earshot: {value}",
        Line.ERASED: "Cancellato: {value}",
        Line.KEPT: "Conservato ora: suono di {sounds}, parole di {words}",
        Line.KEPT_UNKNOWN: "Conservato ora: sconosciuto, la cassaforte non risponde",
        Line.FALSE_WAKES: "Attivazioni a vuoto: {value}",
        Line.UNWATCHED: "Non vigilato: {hours} h {minutes} min. Nessun numero parla di quel tempo.",
        Line.SUGGESTION: "Suggerimento: {value}",
        Line.NOT_BROUGHT: "Questo è mostrato qui perché non è stato possibile raggiungere {target}.",
    },
    values={
        Value.AND_PERHAPS: "{number}, e forse altri {more}",
        Value.AT_LEAST: "{number}, forse di più",
        Value.PERHAPS: "forse {more}",
        Value.NONE_KNOWN: "niente di cui si sappia",
        Value.UNKNOWN: "sconosciuto",
    },
    suggestions={
        Suggestion.LOCAL_ENGINE: (
            "Qualcosa è andato a un motore fuori casa, anche se il motore di Earshot può fare lo stesso qui. "
            "Puoi sceglierlo nella pagina dell'assistente, in «Impostazioni → Dispositivi e servizi → "
            "Earshot»."
        ),
        Suggestion.PAST_EARSHOT: (
            "Qualcosa è andato senza passare da Earshot, quindi nessuno sa chi l'ha ricevuto. «Rendi trasparente il "
            "mio assistente attuale», in «Impostazioni → Dispositivi e servizi → Earshot», cambia "
            "questo."
        ),
        Suggestion.FALSE_WAKES: (
            "{satellite} si attiva spesso a vuoto. Allontanalo dalla televisione o dalla radio, oppure dagli "
            "un'altra parola di attivazione o meno sensibilità, se ha queste impostazioni."
        ),
        Suggestion.CHECKPOINT: (
            "Nessuno all'esterno ha mai confrontato un punto di controllo del registro. La pagina «Prova» del "
            "pannello ne mostra uno come codice QR: tienilo sul tuo telefono."
        ),
    },
    somebody="satellite sconosciuto",
    day="{day}/{month}",
    weekdays=("lun", "mar", "mer", "gio", "ven", "sab", "dom"),
    labels={
        Label.SAID: "detto",
        Label.LEFT: "ha lasciato la casa",
        Label.MAYBE: "forse",
        Label.FALSE_WAKES: "attivazioni a vuoto",
        Label.LISTENED: "ascoltato o letto",
        Label.ERASED: "cancellato",
        Label.UNWATCHED: "non vigilato",
    },
)
