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
            "qué (?:acabas de|has) (?:oír|oído|guardar|guardado|enviar|enviado)",
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
)
