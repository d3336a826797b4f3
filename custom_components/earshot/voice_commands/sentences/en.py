"""English."""

from .language import Answer, Command, Language

ENGLISH = Language(
    commands={
        Command.FORGET_THAT: (
            (
                "(?:please )?(?:forget (?:that|this)|erase that|(?:forget|erase|delete) what i "
                "(?:just )?said)(?: again)?(?: please)?"
            ),
        ),
        Command.WHO_HEARD: (
            "who (?:has )?(?:just )?heard (?:that|this|me|it)",
            "who was listening",
            "what did you (?:just )?(?:hear|keep|send)",
        ),
        Command.OFF_FOR_AN_HOUR: ("(?:please )?go off (?:the )?record for (?:an|one|1) hour(?: please)?",),
        Command.OFF_THE_RECORD: ("(?:please )?go off (?:the )?record(?: please)?",),
        Command.BACK_ON: (
            "(?:please )?(?:go |come )?back on (?:the )?record(?: please)?",
            "go on (?:the )?record",
        ),
        Command.STOP_DONATING: (
            (
                "(?:please )?(?:(?:stop|do not|don't|never) (?:donat(?:e|ing)|giv(?:e|ing) away) "
                "(?:my|our) (?:voice|voices|words|clips|recordings)|(?:turn|switch) off (?:the "
                ")?donation|(?:turn|switch) (?:the )?donation off)(?: please)?"
            ),
        ),
    },
    answers={
        Answer.FORGOTTEN: "What was said here before is erased.",
        Answer.TRACES_LEFT: "What I kept of it is erased. But Home Assistant may still hold traces. The "
        "panel shows them.",
        Answer.NOT_FORGOTTEN: "I could not erase everything. Please use the panel.",
        Answer.NOTHING_SAID: "I know of nothing that was said here before.",
        Answer.NO_SATELLITE: "I cannot tell which satellite you mean. Please use the panel.",
        Answer.UNAVAILABLE: "I cannot read the ledger now, so I do not know.",
        Answer.HEARD_BY: "Heard by: {ears}.",
        Answer.STAYED: "As far as I know, it stayed in the house.",
        Answer.LEFT: "It left the house.",
        Answer.MAYBE: "I cannot tell whether it left the house, so count it as gone.",
        Answer.WORD_ONLY: "Of some I only have their word.",
        Answer.OFF: "Off the record. I keep nothing of what is said here until somebody ends it.",
        Answer.OFF_HOUR: "Off the record for an hour. I keep nothing of what is said here until then.",
        Answer.OFF_ALREADY: "It is off the record already, for at least that long.",
        Answer.OFF_UNSAVED: "Off the record, but only until Home Assistant restarts: I could not save it.",
        Answer.NOT_OFF: "I could not go off the record. Please use the panel.",
        Answer.ON_ELSEWHERE: "That cannot be said, for anybody could say it. Switch it on the page of this satellite.",
        Answer.DONATION_OFF: "Donation is off now. Nothing leaves any more.",
        Answer.DONATION_WAS_OFF: "Donation was off already.",
        Answer.DONATION_NOT_OFF: "I could not switch donation off. Please use the panel.",
    },
)
