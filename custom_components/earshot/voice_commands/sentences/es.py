"""Spanish."""

from .language import Answer, Command, Language

SPANISH = Language(
    commands={
        Command.FORGET_THAT: (
            (
                "(?:por favor )?(?:(?:olvida|olvide) (?:eso|esto)|(?:olvida|olvide|borra|borre) "
                "lo que (?:he dicho|dije))(?: por favor)?"
            ),
        ),
        Command.WHO_HEARD: (
            "quién (?:ha oído|oyó|escuchó|ha escuchado) (?:eso|esto)",
            "quién me (?:ha oído|oyó|escuchó|ha escuchado)",
        ),
        Command.FORGET_HOUR: (
            "(?:por favor )?(?:olvida|olvide|borra|borre) (?:todo lo de )?la última hora(?: por favor)?",
        ),
        Command.FORGET_TODAY: (
            (
                "(?:por favor )?(?:olvida|olvide|borra|borre) (?:(?:todo )?lo de hoy|el día de hoy|(?:todo )?lo "
                "que (?:he dicho|dije) hoy)(?: por favor)?"
            ),
        ),
        Command.REDACT_THAT: (
            ("(?:por favor )?(?:quita|quite|borra|borre|elimina|elimine) (?:eso|esto) del registro(?: por favor)?"),
        ),
        Command.WHAT_HEARD: ("qué (?:acabas de (?:oír|escuchar)|has (?:oído|escuchado)|oíste)",),
        Command.WHAT_KEPT: ("qué (?:acabas de guardar|has guardado|guardaste)",),
        Command.WHAT_SENT: ("qué (?:acabas de enviar|has enviado|enviaste)",),
        Command.WHY: ("por qué (?:has hecho|hiciste|acabas de hacer) (?:eso|esto)",),
        Command.LEFT_TODAY: ("(?:hoy )?(?:ha salido|salió) (?:hoy )?algo de (?:la )?casa(?: hoy)?",),
        Command.LISTENED: (
            "(?:me|nos) (?:ha escuchado|escuchó|ha oído|oyó) alguien",
            "alguien (?:me|nos) (?:ha escuchado|escuchó|ha oído|oyó)",
        ),
        Command.OFF_FOR_AN_HOUR: ("(?:por favor )?no guardes nada durante una hora(?: por favor)?",),
        Command.OFF_THE_RECORD: ("(?:por favor )?no guardes nada(?: más)?(?: por favor)?",),
        Command.BACK_ON: ("(?:por favor )?(?:vuelve|puedes volver) a guardar(?: por favor)?",),
        Command.STOP_DONATING: (
            (
                "(?:por favor )?(?:deja de donar|no dones(?: más)?) (?:mi|nuestra|mis|nuestras) "
                "(?:voz|voces|grabaciones)(?: por favor)?"
            ),
            "(?:por favor )?desactiva la donación(?: por favor)?",
        ),
    },
    answers={
        Answer.FORGOTTEN: "Lo que se dijo aquí antes está borrado.",
        Answer.TRACES_LEFT: "Lo que yo guardaba está borrado. Pero Home Assistant puede tener restos. El "
        "panel los muestra.",
        Answer.NOT_FORGOTTEN: "No he podido borrarlo todo. Usa el panel, por favor.",
        Answer.NOTHING_SAID: "No sé de nada que se dijera aquí antes.",
        Answer.NO_SATELLITE: "No sé de qué satélite se trata. Usa el panel, por favor.",
        Answer.UNAVAILABLE: "Ahora no puedo leer el registro, así que no lo sé.",
        Answer.HEARD_BY: "Lo oyeron: {ears}.",
        Answer.STAYED: "Que yo sepa, no salió de casa.",
        Answer.LEFT: "Salió de casa.",
        Answer.MAYBE: "No sé si salió de casa, así que cuenta con que sí.",
        Answer.WORD_ONLY: "De algunos solo tengo su palabra.",
        Answer.ASK_FORGET_HOUR: "Eso borra lo que se oyó aquí en la última hora, en total {count}. ¿Lo hago?",
        Answer.ASK_FORGET_TODAY: "Eso borra lo que se oyó aquí hoy, en total {count}. ¿Lo hago?",
        Answer.NOTHING_THEN: "No sé de nada que se oyera aquí en ese tiempo.",
        Answer.NOTHING_ERASED: "De acuerdo. No he borrado nada.",
        Answer.MANY_FORGOTTEN: "Borrado, en total {count}.",
        Answer.MANY_TRACES_LEFT: "Lo que yo guardaba está borrado, en total {count}. Pero Home Assistant puede "
        "tener restos. El panel los muestra.",
        Answer.REDACT_ELSEWHERE: "Entonces nadie podría ver ya que se dijo algo, así que hace falta un "
        "administrador en el panel. Puedo borrar lo que se dijo: di, olvida eso.",
        Answer.LAST_AT: "La última vez: {at}.",
        Answer.HEARD_SOUND: "Segundos de sonido: {seconds}.",
        Answer.HEARD_WORDS: "Palabras: {words}.",
        Answer.NOT_UNDERSTOOD: "No entendí ninguna frase.",
        Answer.NO_MORE_KNOWN: "Puede haber más que yo no sepa.",
        Answer.KEPT: "De eso guardo: {kinds}.",
        Answer.KIND_SOUND: "el sonido",
        Answer.KIND_WORDS: "las palabras",
        Answer.KIND_RESPONSE: "la respuesta",
        Answer.KEPT_DAYS: "Días hasta que todo se borre: {days}.",
        Answer.KEPT_WITHOUT_END: "No se borra por sí solo.",
        Answer.KEPT_ERASED: "Lo que guardaba de eso está borrado.",
        Answer.KEPT_NOTHING: "No guardé nada de eso.",
        Answer.KEPT_BY_OTHERS: "Quizá guarden algo de eso: {ears}.",
        Answer.SENT_TO: "Llegó a: {ears}.",
        Answer.KEPT_FROM: "Una regla de esta casa impidió que llegara a: {ears}.",
        Answer.BECAUSE_OF: "Por lo último que se oyó aquí: {at}.",
        Answer.FALSE_WAKE: "Tomé algo por la palabra de activación, y nadie habló.",
        Answer.DECIDED_BY: "Qué hacer lo decidió: {ears}.",
        Answer.CHANGED: "Cambió: {things}.",
        Answer.CHANGED_NOTHING: "No cambió nada en la casa.",
        Answer.TODAY_STAYED: "Que yo sepa, hoy no ha salido nada de casa hasta ahora.",
        Answer.TODAY_UNSEEN: "Hoy no he visto salir nada de casa, pero no he mirado todo el tiempo.",
        Answer.TODAY_MAYBE: "No sé si hoy ha salido algo de casa, así que cuenta con que sí.",
        Answer.TODAY_LEFT: "Sí, hoy ha salido algo de casa.",
        Answer.LEFT_HERE: "Una parte se dijo aquí.",
        Answer.LEFT_PERHAPS_HERE: "No sé si una parte se dijo aquí.",
        Answer.LEFT_ELSEWHERE: "Que yo sepa, nada de eso se dijo aquí.",
        Answer.LISTENED_BY: "Algo de lo que se dijo aquí lo oyeron o leyeron: {ears}.",
        Answer.NOBODY_LISTENED: "No sé de nadie que oyera o leyera lo que se dijo aquí.",
        Answer.LISTENED_BEYOND: "Una parte salió de casa, y no puedo saber quién escucha allí.",
        Answer.OFF: "No guardo nada de lo que se diga aquí hasta que alguien lo termine.",
        Answer.OFF_HOUR: "Durante una hora no guardo nada de lo que se diga aquí.",
        Answer.OFF_ALREADY: "Aquí ya no se guarda nada, al menos durante ese tiempo.",
        Answer.OFF_UNSAVED: "No guardo nada, pero solo hasta que Home Assistant se reinicie: no he podido anotarlo.",
        Answer.NOT_OFF: "No ha sido posible. Usa el panel, por favor.",
        Answer.ON_ELSEWHERE: "Eso no se puede decir de viva voz, porque podría decirlo cualquiera. Cámbialo "
        "en la página de este satélite.",
        Answer.DONATION_OFF: "La donación está desactivada. Ya no sale nada.",
        Answer.DONATION_WAS_OFF: "La donación ya estaba desactivada.",
        Answer.DONATION_NOT_OFF: "No he podido desactivar la donación. Usa el panel, por favor.",
    },
    yes="s[íi](?: por favor| bórralo| adelante)?|bórralo|vale|claro|de acuerdo|adelante",
)
