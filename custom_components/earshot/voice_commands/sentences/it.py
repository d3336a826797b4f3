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
        Command.WHO_HEARD: ("chi (?:l'ha|lo ha|ha|mi ha) sentito(?: questo| quello)?",),
        Command.FORGET_HOUR: (
            "(?:per favore )?(?:dimentica|cancella) (?:l'ultima ora|tutto dell'ultima ora)(?: per favore)?",
        ),
        Command.FORGET_TODAY: (
            (
                "(?:per favore )?(?:dimentica|cancella) (?:(?:tutto )?(?:quello|ciò) che ho detto oggi|tutto di "
                "oggi|la giornata(?: di oggi)?)(?: per favore)?"
            ),
        ),
        Command.REDACT_THAT: (
            "(?:per favore )?(?:togli|rimuovi|cancella) (?:questo|quello|ciò) dal registro(?: per favore)?",
        ),
        Command.WHAT_HEARD: ("(?:che )?cosa hai (?:appena )?sentito",),
        Command.WHAT_KEPT: ("(?:che )?cosa hai (?:appena )?(?:conservato|tenuto|salvato)",),
        Command.WHAT_SENT: ("(?:che )?cosa hai (?:appena )?(?:inviato|mandato)",),
        Command.WHY: (
            "perché (?:l'hai|lo hai) fatto",
            "perché hai fatto (?:questo|quello|ciò)",
        ),
        Command.LEFT_TODAY: (
            "(?:oggi )?(?:è uscito qualcosa|qualcosa è uscito) (?:di|da) casa(?: oggi)?",
            "(?:oggi )?qualcosa ha lasciato la casa(?: oggi)?",
        ),
        Command.LISTENED: (
            "qualcuno (?:mi|ci) ha (?:ascoltat[oaie]|sentit[oaie])",
            "(?:mi|ci) ha (?:ascoltat[oaie]|sentit[oaie]) qualcuno",
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
        Answer.ASK_FORGET_HOUR: "Questo cancella ciò che è stato sentito qui nell'ultima ora, in tutto {count}. Lo "
        "faccio?",
        Answer.ASK_FORGET_TODAY: "Questo cancella ciò che è stato sentito qui oggi, in tutto {count}. Lo faccio?",
        Answer.NOTHING_THEN: "Non so di niente che sia stato sentito qui in quel tempo.",
        Answer.NOTHING_ERASED: "Va bene. Non ho cancellato niente.",
        Answer.MANY_FORGOTTEN: "Cancellato, in tutto {count}.",
        Answer.MANY_TRACES_LEFT: "Quello che conservavo è cancellato, in tutto {count}. Ma Home Assistant può "
        "averne ancora tracce. Il pannello le mostra.",
        Answer.REDACT_ELSEWHERE: "Allora nessuno potrebbe più vedere che è stato detto qualcosa: serve un "
        "amministratore, nel pannello. Posso cancellare ciò che è stato detto: di', "
        "dimentica quello.",
        Answer.LAST_AT: "L'ultima volta: {at}.",
        Answer.HEARD_SOUND: "Secondi di suono: {seconds}.",
        Answer.HEARD_WORDS: "Parole: {words}.",
        Answer.NOT_UNDERSTOOD: "Non ci ho capito nessuna frase.",
        Answer.NO_MORE_KNOWN: "Può esserci altro che non so.",
        Answer.KEPT: "Ne conservo: {kinds}.",
        Answer.KIND_SOUND: "il suono",
        Answer.KIND_WORDS: "le parole",
        Answer.KIND_RESPONSE: "la risposta",
        Answer.KEPT_DAYS: "Giorni prima che tutto sia cancellato: {days}.",
        Answer.KEPT_WITHOUT_END: "Non si cancella da solo.",
        Answer.KEPT_ERASED: "Quello che ne conservavo è cancellato.",
        Answer.KEPT_NOTHING: "Non ne ho conservato niente.",
        Answer.KEPT_BY_OTHERS: "Forse ne conservano qualcosa: {ears}.",
        Answer.SENT_TO: "È arrivato a: {ears}.",
        Answer.KEPT_FROM: "Una regola di questa casa ha impedito che arrivasse a: {ears}.",
        Answer.BECAUSE_OF: "Per l'ultima cosa che è stata sentita qui: {at}.",
        Answer.FALSE_WAKE: "Ho preso qualcosa per la parola di attivazione, e nessuno ha parlato.",
        Answer.DECIDED_BY: "Che cosa fare l'ha deciso: {ears}.",
        Answer.CHANGED: "È cambiato: {things}.",
        Answer.CHANGED_NOTHING: "In casa non è cambiato niente.",
        Answer.TODAY_STAYED: "Per quanto ne so, oggi finora niente ha lasciato la casa.",
        Answer.TODAY_UNSEEN: "Oggi non ho visto niente lasciare la casa, ma non ho guardato tutto il tempo.",
        Answer.TODAY_MAYBE: "Non so se oggi qualcosa ha lasciato la casa, quindi conta di sì.",
        Answer.TODAY_LEFT: "Sì, oggi qualcosa ha lasciato la casa.",
        Answer.LEFT_HERE: "Una parte è stata detta qui.",
        Answer.LEFT_PERHAPS_HERE: "Non so se una parte è stata detta qui.",
        Answer.LEFT_ELSEWHERE: "Per quanto ne so, niente di tutto ciò è stato detto qui.",
        Answer.LISTENED_BY: "Qualcosa di ciò che è stato detto qui è stato sentito o letto da: {ears}.",
        Answer.NOBODY_LISTENED: "Non so di nessuno che abbia sentito o letto ciò che è stato detto qui.",
        Answer.LISTENED_BEYOND: "Una parte ha lasciato la casa, e non posso sapere chi ascolta là.",
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
    yes="s[ìi](?: grazie| per favore| cancella(?: tutto)?| fallo)?|va bene|certo|ok|fallo|cancella tutto",
)
