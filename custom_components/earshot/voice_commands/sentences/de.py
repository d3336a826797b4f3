"""German."""

from .language import Answer, Command, Language

GERMAN = Language(
    commands={
        Command.FORGET_THAT: (
            ("(?:bitte )?(?:vergiss das|(?:vergiss|lösche) was ich gesagt habe)(?: wieder)?(?: bitte)?"),
        ),
        Command.WHO_HEARD: ("wer hat (?:das|mich|es) (?:gerade )?gehört",),
        Command.FORGET_HOUR: (
            ("(?:bitte )?(?:vergiss|lösche) (?:die letzte stunde|alles (?:aus|von|in) der letzten stunde)(?: bitte)?"),
        ),
        Command.FORGET_TODAY: (
            (
                "(?:bitte )?(?:vergiss|lösche) (?:(?:alles von )?heute|den heutigen tag|(?:alles )?was ich heute "
                "gesagt habe)(?: bitte)?"
            ),
        ),
        Command.REDACT_THAT: ("(?:bitte )?(?:streiche|entferne|nimm|lösche) das aus dem protokoll(?: bitte)?",),
        Command.WHAT_HEARD: ("was hast du (?:gerade |eben )?gehört",),
        Command.WHAT_KEPT: ("was hast du (?:gerade |eben )?(?:behalten|gespeichert|aufbewahrt)",),
        Command.WHAT_SENT: ("was hast du (?:gerade |eben )?(?:gesendet|geschickt|verschickt)",),
        Command.WHY: ("(?:warum|wieso|weshalb) hast du das (?:gerade |eben )?(?:gemacht|getan)",),
        Command.LEFT_TODAY: ("hat (?:heute )?(?:etwas|irgendetwas|irgendwas) (?:heute )?das haus verlassen",),
        Command.LISTENED: (
            "hat (?:mir|uns) (?:jemand|irgendjemand|irgendwer) zugehört",
            "hat (?:jemand|irgendjemand|irgendwer) (?:(?:mir|uns) zugehört|mitgehört)",
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
        Answer.ASK_FORGET_HOUR: "Das löscht, was hier in der letzten Stunde gehört wurde, insgesamt {count}. Soll ich?",
        Answer.ASK_FORGET_TODAY: "Das löscht, was hier heute gehört wurde, insgesamt {count}. Soll ich?",
        Answer.NOTHING_THEN: "Ich weiß von nichts, das hier in dieser Zeit gehört wurde.",
        Answer.NOTHING_ERASED: "In Ordnung. Ich habe nichts gelöscht.",
        Answer.MANY_FORGOTTEN: "Gelöscht, insgesamt {count}.",
        Answer.MANY_TRACES_LEFT: "Was ich aufbewahrt habe, ist gelöscht, insgesamt {count}. Home Assistant kann "
        "aber noch Spuren haben. Sie stehen im Panel.",
        Answer.REDACT_ELSEWHERE: "Dann könnte niemand mehr sehen, dass etwas gesagt wurde. Das geht nur im Panel, "
        "und nur für Administratoren. Löschen kann ich, was gesagt wurde: Sag, vergiss "
        "das.",
        Answer.LAST_AT: "Zuletzt: {at}.",
        Answer.HEARD_SOUND: "Sekunden Ton: {seconds}.",
        Answer.HEARD_WORDS: "Wörter: {words}.",
        Answer.NOT_UNDERSTOOD: "Ich habe darin keinen Satz verstanden.",
        Answer.NO_MORE_KNOWN: "Es kann mehr geben, das ich nicht weiß.",
        Answer.KEPT: "Ich behalte davon: {kinds}.",
        Answer.KIND_SOUND: "den Ton",
        Answer.KIND_WORDS: "die Wörter",
        Answer.KIND_RESPONSE: "die Antwort",
        Answer.KEPT_DAYS: "Tage, bis alles davon gelöscht ist: {days}.",
        Answer.KEPT_WITHOUT_END: "Es wird nicht von selbst gelöscht.",
        Answer.KEPT_ERASED: "Was ich davon behalten hatte, ist gelöscht.",
        Answer.KEPT_NOTHING: "Ich habe davon nichts behalten.",
        Answer.KEPT_BY_OTHERS: "Vielleicht behalten etwas davon: {ears}.",
        Answer.SENT_TO: "Es ging an: {ears}.",
        Answer.KEPT_FROM: "Eine Regel dieses Hauses hat verhindert, dass es bekamen: {ears}.",
        Answer.BECAUSE_OF: "Wegen dem, was hier zuletzt gehört wurde: {at}.",
        Answer.FALSE_WAKE: "Ich hielt etwas für das Weckwort, und niemand sprach.",
        Answer.DECIDED_BY: "Was zu tun ist, entschied: {ears}.",
        Answer.CHANGED: "Geändert wurde: {things}.",
        Answer.CHANGED_NOTHING: "Im Haus wurde nichts geändert.",
        Answer.TODAY_STAYED: "Soweit ich weiß, hat heute bis jetzt nichts das Haus verlassen.",
        Answer.TODAY_UNSEEN: "Ich habe heute nichts das Haus verlassen sehen, aber ich habe nicht die ganze Zeit "
        "zugesehen.",
        Answer.TODAY_MAYBE: "Ich weiß nicht, ob heute etwas das Haus verlassen hat. Rechne damit.",
        Answer.TODAY_LEFT: "Ja, heute hat etwas das Haus verlassen.",
        Answer.LEFT_HERE: "Etwas davon wurde hier gesagt.",
        Answer.LEFT_PERHAPS_HERE: "Ob etwas davon hier gesagt wurde, weiß ich nicht.",
        Answer.LEFT_ELSEWHERE: "Soweit ich weiß, wurde nichts davon hier gesagt.",
        Answer.LISTENED_BY: "Etwas von dem, was hier gesagt wurde, haben gehört oder gelesen: {ears}.",
        Answer.NOBODY_LISTENED: "Ich weiß von niemandem, der gehört oder gelesen hat, was hier gesagt wurde.",
        Answer.LISTENED_BEYOND: "Manches davon hat das Haus verlassen, und wer dort zuhört, kann ich nicht wissen.",
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
    yes="ja(?: bitte| gerne| lösche es| mach das)?|klar|okay|ok|in ordnung|mach das|lösche es",
)
