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
            "wat heb je (?:net |zojuist )?(?:gehoord|bewaard|verstuurd)",
        ),
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
)
