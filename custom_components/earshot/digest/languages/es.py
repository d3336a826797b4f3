"""Spanish."""

from ..suggestion import Suggestion
from .language import Label, Language, Line, Value, one_or_more

SPANISH = Language(
    plural=one_or_more,
    said=("{number} cosa dicha.", "{number} cosas dichas."),
    lines={
        Line.NOTHING_SAID: "No se dijo nada.",
        Line.NOTHING_KNOWN: "No se dijo nada de lo que Earshot sepa.",
        Line.LEFT: "Salió de casa: {value}",
        Line.BESIDES_LEFT: (
            "Además, algo más salió de casa: el sonido de un micrófono, un anuncio o algo que se entregó."
        ),
        Line.BESIDES_MAYBE: (
            "Además, puede que algo más saliera de casa: el sonido de un micrófono, un anuncio o algo que se entregó."
        ),
        Line.LISTENED: "Escuchado o leído por alguien: {value}",
        Line.BLOCKED: "Rechazado por una regla: {value}",
        Line.OUTSIDE: "Sin pasar por Earshot: {value}",
        Line.ERASED: "Borrado: {value}",
        Line.KEPT: "Guardado ahora: sonido de {sounds}, palabras de {words}",
        Line.KEPT_UNKNOWN: "Guardado ahora: desconocido, la caja fuerte no responde",
        Line.FALSE_WAKES: "Activaciones falsas: {value}",
        Line.UNWATCHED: "Sin vigilar: {hours} h {minutes} min. Ningún número habla de ese tiempo.",
        Line.SUGGESTION: "Sugerencia: {value}",
        Line.NOT_BROUGHT: "Esto se muestra aquí porque no se pudo llegar a {target}.",
    },
    values={
        Value.AND_PERHAPS: "{number}, y quizá {more} más",
        Value.AT_LEAST: "{number}, quizá más",
        Value.PERHAPS: "quizá {more}",
        Value.NONE_KNOWN: "nada que se sepa",
        Value.UNKNOWN: "desconocido",
    },
    suggestions={
        Suggestion.LOCAL_ENGINE: (
            "Algo fue a un motor fuera de casa aunque el propio motor de Earshot puede hacer lo mismo aquí. "
            "Puedes elegirlo en la página del asistente, en «Configuración → Dispositivos y servicios → Earshot»."
        ),
        Suggestion.PAST_EARSHOT: (
            "Algo fue sin pasar por Earshot, así que nadie sabe quién lo recibió. «Hacer transparente el asistente "
            "que ya tengo», en «Configuración → Dispositivos y servicios → Earshot», cambia eso."
        ),
        Suggestion.FALSE_WAKES: (
            "{satellite} se activa a menudo sin motivo. Aléjalo de la televisión o de la radio, o dale otra "
            "palabra de activación o menos sensibilidad si tiene esos ajustes."
        ),
        Suggestion.CHECKPOINT: (
            "Nadie de fuera ha comparado nunca un punto de control del registro. La página «Prueba» del panel "
            "muestra uno como código QR: guárdalo en tu teléfono."
        ),
    },
    somebody="satélite desconocido",
    day="{day}/{month}",
    weekdays=("lun", "mar", "mié", "jue", "vie", "sáb", "dom"),
    labels={
        Label.SAID: "dicho",
        Label.LEFT: "salió de casa",
        Label.MAYBE: "quizá salió",
        Label.FALSE_WAKES: "activaciones falsas",
        Label.LISTENED: "escuchado o leído",
        Label.ERASED: "borrado",
        Label.UNWATCHED: "sin vigilar",
    },
)
