"""German."""

from .language import Answer, Command, Language

GERMAN = Language(
    commands={
        Command.FORGET_THAT: (
            ("(?:bitte )?(?:vergiss das|(?:vergiss|lösche) was ich gesagt habe)(?: wieder)?(?: bitte)?"),
        ),
        Command.WHO_HEARD: (
            "wer hat (?:das|mich|es) (?:gerade )?gehört",
            ("was hast du (?:gerade |eben )?(?:gehört|behalten|gespeichert|gesendet|verschickt)"),
        ),
        Command.OFF_FOR_AN_HOUR: (
            ("(?:bitte )?(?:zeichne|merke dir|behalte) (?:für )?eine stunde(?: lang)? nichts(?: auf)?(?: bitte)?"),
        ),
        Command.OFF_THE_RECORD: (
            ("(?:bitte )?(?:zeichne|merke dir|behalte) (?:jetzt )?nichts(?: mehr)?(?: auf)?(?: bitte)?"),
        ),
        Command.BACK_ON: (
            "(?:bitte )?zeichne wieder auf(?: bitte)?",
            "(?:bitte )?du darfst wieder aufzeichnen",
        ),
        Command.STOP_DONATING: (
            (
                "(?:bitte )?(?:hör auf meine (?:stimme|aufnahmen) zu spenden|spende "
                "(?:meine|unsere) (?:stimme|stimmen|aufnahmen) nicht(?: mehr)?|schalte die "
                "spende aus)(?: bitte)?"
            ),
        ),
    },
    answers={
        Answer.FORGOTTEN: "Was hier davor gesagt wurde, ist gelöscht.",
        Answer.TRACES_LEFT: "Was ich davon aufbewahrt habe, ist gelöscht. Home Assistant kann aber noch "
        "Spuren haben. Sie stehen im Panel.",
        Answer.NOT_FORGOTTEN: "Ich konnte nicht alles löschen. Bitte nimm dafür das Panel.",
        Answer.NOTHING_SAID: "Ich weiß von nichts, das hier davor gesagt wurde.",
        Answer.NO_SATELLITE: "Ich weiß nicht, welcher Satellit gemeint ist. Bitte nimm dafür das Panel.",
        Answer.UNAVAILABLE: "Ich kann das Protokoll gerade nicht lesen, also weiß ich es nicht.",
        Answer.HEARD_BY: "Gehört haben es: {ears}.",
        Answer.STAYED: "Soweit ich weiß, blieb es im Haus.",
        Answer.LEFT: "Es hat das Haus verlassen.",
        Answer.MAYBE: "Ich weiß nicht, ob es das Haus verlassen hat. Rechne damit.",
        Answer.WORD_ONLY: "Manches davon weiß ich nur aus deren eigenen Angaben.",
        Answer.OFF: "Ich behalte nichts mehr von dem, was hier gesagt wird, bis es jemand beendet.",
        Answer.OFF_HOUR: "Ich behalte eine Stunde lang nichts von dem, was hier gesagt wird.",
        Answer.OFF_ALREADY: "Hier wird schon nichts behalten, mindestens so lange.",
        Answer.OFF_UNSAVED: "Ich behalte nichts mehr, aber nur bis Home Assistant neu startet: Ich konnte es "
        "nicht speichern.",
        Answer.NOT_OFF: "Das hat nicht geklappt. Bitte nimm dafür das Panel.",
        Answer.ON_ELSEWHERE: "Das geht nicht auf Zuruf, denn das könnte jeder sagen. Schalte es auf der Seite "
        "dieses Satelliten um.",
        Answer.DONATION_OFF: "Das Spenden ist jetzt aus. Es geht nichts mehr hinaus.",
        Answer.DONATION_WAS_OFF: "Das Spenden war schon aus.",
        Answer.DONATION_NOT_OFF: "Ich konnte das Spenden nicht ausschalten. Bitte nimm dafür das Panel.",
    },
)
