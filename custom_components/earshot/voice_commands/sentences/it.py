"""Italian."""

from .language import Answer, Command, Language

ITALIAN = Language(
    commands={
        Command.FORGET_THAT: (
            (
                "(?:per favore )?(?:dimentica (?:questo|quello)|(?:dimentica|cancella) "
                "(?:quello|ciò) che ho detto)(?: per favore)?"
            ),
        ),
        Command.WHO_HEARD: (
            "chi (?:l'ha|lo ha|ha|mi ha) sentito(?: questo| quello)?",
            "(?:che )?cosa hai (?:appena )?(?:sentito|conservato|inviato)",
        ),
        Command.OFF_FOR_AN_HOUR: ("(?:per favore )?non conservare niente per un'ora(?: per favore)?",),
        Command.OFF_THE_RECORD: ("(?:per favore )?non conservare (?:più )?niente(?: per favore)?",),
        Command.BACK_ON: ("(?:per favore )?(?:ricomincia|puoi ricominciare) a conservare(?: per favore)?",),
        Command.STOP_DONATING: (
            (
                "(?:per favore )?(?:smetti di donare|non donare più) (?:la mia|la nostra|le "
                "mie|le nostre) (?:voce|voci|registrazioni)(?: per favore)?"
            ),
            "(?:per favore )?disattiva la donazione(?: per favore)?",
        ),
    },
    answers={
        Answer.FORGOTTEN: "Quello che è stato detto qui prima è cancellato.",
        Answer.TRACES_LEFT: "Quello che conservavo è cancellato. Ma Home Assistant può averne ancora tracce. "
        "Il pannello le mostra.",
        Answer.NOT_FORGOTTEN: "Non ho potuto cancellare tutto. Usa il pannello.",
        Answer.NOTHING_SAID: "Non so di niente che sia stato detto qui prima.",
        Answer.NO_SATELLITE: "Non so di quale satellite si tratti. Usa il pannello.",
        Answer.UNAVAILABLE: "Ora non posso leggere il registro, quindi non lo so.",
        Answer.HEARD_BY: "L'hanno sentito: {ears}.",
        Answer.STAYED: "Per quanto ne so, è rimasto in casa.",
        Answer.LEFT: "Ha lasciato la casa.",
        Answer.MAYBE: "Non so se ha lasciato la casa, quindi conta di sì.",
        Answer.WORD_ONLY: "Di alcuni ho solo la loro parola.",
        Answer.OFF: "Non conservo niente di ciò che si dice qui finché qualcuno non lo termina.",
        Answer.OFF_HOUR: "Per un'ora non conservo niente di ciò che si dice qui.",
        Answer.OFF_ALREADY: "Qui già non si conserva niente, almeno per quel tempo.",
        Answer.OFF_UNSAVED: "Non conservo niente, ma solo finché Home Assistant non si riavvia: non ho "
        "potuto salvarlo.",
        Answer.NOT_OFF: "Non ci sono riuscito. Usa il pannello.",
        Answer.ON_ELSEWHERE: "Questo non si può fare a voce, perché potrebbe dirlo chiunque. Cambialo nella "
        "pagina di questo satellite.",
        Answer.DONATION_OFF: "La donazione è disattivata. Non esce più niente.",
        Answer.DONATION_WAS_OFF: "La donazione era già disattivata.",
        Answer.DONATION_NOT_OFF: "Non ho potuto disattivare la donazione. Usa il pannello.",
    },
)
