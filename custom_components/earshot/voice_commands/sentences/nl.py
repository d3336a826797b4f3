"""Dutch."""

from .language import Answer, Command, Language

DUTCH = Language(
    commands={
        Command.FORGET_THAT: (
            ("(?:alsjeblieft )?(?:vergeet (?:dat|dit)|(?:vergeet|wis) wat ik zei)(?: alsjeblieft)?"),
        ),
        Command.WHO_HEARD: (
            "wie (?:heeft|hebben) (?:dat|mij|me|het) gehoord",
            "wie hoorde (?:dat|mij|me)",
        ),
        Command.FORGET_HOUR: (
            "(?:alsjeblieft )?(?:vergeet|wis) (?:alles van )?het (?:laatste|afgelopen) uur(?: alsjeblieft)?",
        ),
        Command.FORGET_TODAY: (
            (
                "(?:alsjeblieft )?(?:vergeet|wis) (?:(?:alles van )?vandaag|(?:alles )?wat ik vandaag (?:zei|heb "
                "gezegd))(?: alsjeblieft)?"
            ),
        ),
        Command.REDACT_THAT: (
            "(?:alsjeblieft )?(?:haal|verwijder|schrap) (?:dat|dit) uit het logboek(?: alsjeblieft)?",
        ),
        Command.WHAT_HEARD: ("wat heb je (?:net |zojuist )?gehoord",),
        Command.WHAT_KEPT: ("wat heb je (?:net |zojuist )?(?:bewaard|opgeslagen)",),
        Command.WHAT_SENT: ("wat heb je (?:net |zojuist )?(?:verstuurd|verzonden)",),
        Command.WHY: ("waarom (?:deed je dat|heb je dat (?:net |zojuist )?gedaan)",),
        Command.LEFT_TODAY: ("heeft (?:er )?(?:vandaag )?iets (?:vandaag )?het huis verlaten",),
        Command.LISTENED: ("heeft (?:er )?iemand (?:naar (?:mij|me|ons) geluisterd|meegeluisterd)",),
        Command.OFF_FOR_AN_HOUR: ("(?:alsjeblieft )?bewaar een uur(?: lang)? niets(?: alsjeblieft)?",),
        Command.OFF_THE_RECORD: ("(?:alsjeblieft )?bewaar niets(?: meer)?(?: alsjeblieft)?",),
        Command.BACK_ON: ("(?:alsjeblieft )?(?:bewaar weer|je mag weer bewaren)(?: alsjeblieft)?",),
        Command.STOP_DONATING: (
            (
                "(?:alsjeblieft )?(?:stop met het doneren van|doneer niet langer) (?:mijn|onze) "
                "(?:stem|stemmen|opnamen)(?: alsjeblieft)?"
            ),
            "(?:alsjeblieft )?zet (?:de donatie|doneren) uit(?: alsjeblieft)?",
        ),
    },
    answers={
        Answer.FORGOTTEN: "Wat hier hiervoor is gezegd, is gewist.",
        Answer.TRACES_LEFT: "Wat ik ervan bewaarde, is gewist. Maar Home Assistant kan nog sporen hebben. "
        "Het paneel toont ze.",
        Answer.NOT_FORGOTTEN: "Ik kon niet alles wissen. Gebruik het paneel.",
        Answer.NOTHING_SAID: "Ik weet van niets dat hier hiervoor is gezegd.",
        Answer.NO_SATELLITE: "Ik weet niet welke satelliet je bedoelt. Gebruik het paneel.",
        Answer.UNAVAILABLE: "Ik kan het logboek nu niet lezen, dus ik weet het niet.",
        Answer.HEARD_BY: "Gehoord door: {ears}.",
        Answer.STAYED: "Voor zover ik weet bleef het in huis.",
        Answer.LEFT: "Het heeft het huis verlaten.",
        Answer.MAYBE: "Ik weet niet of het het huis heeft verlaten, dus reken erop.",
        Answer.WORD_ONLY: "Van sommige heb ik alleen hun eigen woord.",
        Answer.ASK_FORGET_HOUR: "Dat wist wat hier het laatste uur is gehoord, in totaal {count}. Zal ik het doen?",
        Answer.ASK_FORGET_TODAY: "Dat wist wat hier vandaag is gehoord, in totaal {count}. Zal ik het doen?",
        Answer.NOTHING_THEN: "Ik weet van niets dat hier in die tijd is gehoord.",
        Answer.NOTHING_ERASED: "Goed. Ik heb niets gewist.",
        Answer.MANY_FORGOTTEN: "Gewist, in totaal {count}.",
        Answer.MANY_TRACES_LEFT: "Wat ik bewaarde, is gewist, in totaal {count}. Maar Home Assistant kan nog "
        "sporen hebben. Het paneel toont ze.",
        Answer.REDACT_ELSEWHERE: "Dan zou niemand meer kunnen zien dat er iets is gezegd, dus dat kan alleen een "
        "beheerder in het paneel. Ik kan wissen wat er is gezegd: zeg, vergeet dat.",
        Answer.LAST_AT: "Het laatst: {at}.",
        Answer.HEARD_SOUND: "Seconden geluid: {seconds}.",
        Answer.HEARD_WORDS: "Woorden: {words}.",
        Answer.NOT_UNDERSTOOD: "Ik heb er geen zin in verstaan.",
        Answer.NO_MORE_KNOWN: "Er kan meer zijn dat ik niet weet.",
        Answer.KEPT: "Daarvan bewaar ik: {kinds}.",
        Answer.KIND_SOUND: "het geluid",
        Answer.KIND_WORDS: "de woorden",
        Answer.KIND_RESPONSE: "het antwoord",
        Answer.KEPT_DAYS: "Dagen tot alles ervan is gewist: {days}.",
        Answer.KEPT_WITHOUT_END: "Het wordt niet vanzelf gewist.",
        Answer.KEPT_ERASED: "Wat ik ervan bewaarde, is gewist.",
        Answer.KEPT_NOTHING: "Ik heb er niets van bewaard.",
        Answer.KEPT_BY_OTHERS: "Misschien bewaren er iets van: {ears}.",
        Answer.SENT_TO: "Het ging naar: {ears}.",
        Answer.KEPT_FROM: "Een regel van dit huis hield het weg bij: {ears}.",
        Answer.BECAUSE_OF: "Vanwege wat hier het laatst is gehoord: {at}.",
        Answer.FALSE_WAKE: "Ik hield iets voor het activeringswoord, en niemand sprak.",
        Answer.DECIDED_BY: "Wat er moest gebeuren, besliste: {ears}.",
        Answer.CHANGED: "Veranderd: {things}.",
        Answer.CHANGED_NOTHING: "In huis is niets veranderd.",
        Answer.TODAY_STAYED: "Voor zover ik weet heeft vandaag tot nu toe niets het huis verlaten.",
        Answer.TODAY_UNSEEN: "Ik heb vandaag niets het huis zien verlaten, maar ik heb niet de hele tijd gekeken.",
        Answer.TODAY_MAYBE: "Ik weet niet of er vandaag iets het huis heeft verlaten, dus reken erop.",
        Answer.TODAY_LEFT: "Ja, vandaag heeft iets het huis verlaten.",
        Answer.LEFT_HERE: "Een deel daarvan is hier gezegd.",
        Answer.LEFT_PERHAPS_HERE: "Of een deel daarvan hier is gezegd, weet ik niet.",
        Answer.LEFT_ELSEWHERE: "Voor zover ik weet is niets daarvan hier gezegd.",
        Answer.LISTENED_BY: "Iets van wat hier is gezegd, is gehoord of gelezen door: {ears}.",
        Answer.NOBODY_LISTENED: "Ik weet van niemand die heeft gehoord of gelezen wat hier is gezegd.",
        Answer.LISTENED_BEYOND: "Een deel ervan heeft het huis verlaten, en wie daar luistert, kan ik niet weten.",
        Answer.OFF: "Ik bewaar niets van wat hier wordt gezegd, tot iemand dat beëindigt.",
        Answer.OFF_HOUR: "Ik bewaar een uur lang niets van wat hier wordt gezegd.",
        Answer.OFF_ALREADY: "Hier wordt al niets bewaard, minstens zo lang.",
        Answer.OFF_UNSAVED: "Ik bewaar niets, maar alleen tot Home Assistant herstart: ik kon het niet opslaan.",
        Answer.NOT_OFF: "Dat is niet gelukt. Gebruik het paneel.",
        Answer.ON_ELSEWHERE: "Dat kan niet met de stem, want iedereen zou het kunnen zeggen. Zet het om op de "
        "pagina van deze satelliet.",
        Answer.DONATION_OFF: "Doneren staat nu uit. Er gaat niets meer naar buiten.",
        Answer.DONATION_WAS_OFF: "Doneren stond al uit.",
        Answer.DONATION_NOT_OFF: "Ik kon doneren niet uitzetten. Gebruik het paneel.",
    },
    yes="ja(?: graag| wis het| wis alles| doe maar)?|doe maar|prima|oké|ok|wis het|wis alles",
)
