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
        ),
        Command.FORGET_HOUR: (
            (
                "(?:please )?(?:forget|erase|delete) (?:(?:everything|all|what (?:i|we) said) (?:from|of|in) "
                ")?the (?:last|past) hour(?: please)?"
            ),
        ),
        Command.FORGET_TODAY: (
            (
                "(?:please )?(?:forget|erase|delete) (?:(?:everything|all) (?:from|of) |what (?:i|we) said "
                ")?today(?: please)?"
            ),
        ),
        Command.REDACT_THAT: (
            "(?:please )?redact (?:that|this|it)(?: please)?",
            (
                "(?:please )?(?:remove|take|delete|erase) (?:that|this|it) (?:from|out of) the "
                "(?:ledger|record)(?: please)?"
            ),
        ),
        Command.WHAT_HEARD: ("what did you (?:just )?hear",),
        Command.WHAT_KEPT: ("what did you (?:just )?(?:keep|store|save)(?: of (?:that|this|it))?",),
        Command.WHAT_SENT: (
            "what did you (?:just )?send(?: out| away)?",
            "did (?:that|this|it) leave the house",
        ),
        Command.WHY: ("why did you (?:just )?do (?:that|this|it)",),
        Command.LEFT_TODAY: ("(?:did anything leave|has anything left) (?:the|my|our|this) (?:house|home)(?: today)?",),
        Command.LISTENED: (
            (
                "(?:did (?:anyone|anybody|someone|somebody) (?:ever )?listen|has "
                "(?:anyone|anybody|someone|somebody) (?:ever )?listened) (?:in|to (?:me|us))"
            ),
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
        Answer.ASK_FORGET_HOUR: "That erases what was heard here in the last hour, {count} in all. Shall I?",
        Answer.ASK_FORGET_TODAY: "That erases what was heard here today, {count} in all. Shall I?",
        Answer.NOTHING_THEN: "I know of nothing that was heard here in that time.",
        Answer.NOTHING_ERASED: "All right. I erased nothing.",
        Answer.MANY_FORGOTTEN: "Erased, {count} in all.",
        Answer.MANY_TRACES_LEFT: "What I kept is erased, {count} in all. But Home Assistant may still hold traces. "
        "The panel shows them.",
        Answer.REDACT_ELSEWHERE: "Then nobody could see any more that something was said, so it takes an "
        "administrator in the panel. I can erase what was said: say, forget that.",
        Answer.LAST_AT: "Last at {at}.",
        Answer.HEARD_SOUND: "Seconds of sound: {seconds}.",
        Answer.HEARD_WORDS: "Words: {words}.",
        Answer.NOT_UNDERSTOOD: "I understood no sentence in it.",
        Answer.NO_MORE_KNOWN: "There may be more that I do not know.",
        Answer.KEPT: "I keep of it: {kinds}.",
        Answer.KIND_SOUND: "the sound",
        Answer.KIND_WORDS: "the words",
        Answer.KIND_RESPONSE: "the answer",
        Answer.KEPT_DAYS: "Days until all of it is erased: {days}.",
        Answer.KEPT_WITHOUT_END: "It is not erased by itself.",
        Answer.KEPT_ERASED: "What I kept of it is erased.",
        Answer.KEPT_NOTHING: "I kept nothing of it.",
        Answer.KEPT_BY_OTHERS: "These may keep some of it: {ears}.",
        Answer.SENT_TO: "It went to: {ears}.",
        Answer.KEPT_FROM: "A rule of this house kept it from: {ears}.",
        Answer.BECAUSE_OF: "Because of what was heard here last, at {at}.",
        Answer.FALSE_WAKE: "I took something for the wake word, and nobody spoke.",
        Answer.DECIDED_BY: "What to do was decided by: {ears}.",
        Answer.CHANGED: "Changed: {things}.",
        Answer.CHANGED_NOTHING: "Nothing in the home was changed.",
        Answer.TODAY_STAYED: "As far as I know, nothing has left the house today up to now.",
        Answer.TODAY_UNSEEN: "I saw nothing leave the house today, but I did not watch all the time.",
        Answer.TODAY_MAYBE: "I cannot tell whether anything left the house today, so count on it.",
        Answer.TODAY_LEFT: "Yes, something left the house today.",
        Answer.LEFT_HERE: "Some of it was said here.",
        Answer.LEFT_PERHAPS_HERE: "Whether some of it was said here, I cannot tell.",
        Answer.LEFT_ELSEWHERE: "As far as I know, none of it was said here.",
        Answer.LISTENED_BY: "Some of what was said here was heard or read by: {ears}.",
        Answer.NOBODY_LISTENED: "I know of nobody who heard or read what was said here.",
        Answer.LISTENED_BEYOND: "Some of it left the house, and who listens there, I cannot know.",
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
    yes=("(?:yes|yeah|yep)(?: please| do it| erase (?:it|them))?|okay|ok|sure|go ahead|do it|erase (?:it|them)"),
)
