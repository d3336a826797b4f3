"""What a language needs so that Earshot can be spoken to in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
import re
from typing import Final
import unicodedata

_SEPARATORS: Final = re.compile(r"[\s,.!?;:\u2026\u00a1\u00bf-]+")


class Command(StrEnum):
    """Something that can be said to Earshot itself. The longer ones are looked for first."""

    FORGET_THAT = "forget_that"
    FORGET_HOUR = "forget_hour"
    FORGET_TODAY = "forget_today"
    REDACT_THAT = "redact_that"
    WHO_HEARD = "who_heard"
    WHAT_HEARD = "what_heard"
    WHAT_KEPT = "what_kept"
    WHAT_SENT = "what_sent"
    WHY = "why"
    LEFT_TODAY = "left_today"
    LISTENED = "listened"
    OFF_FOR_AN_HOUR = "off_for_an_hour"
    OFF_THE_RECORD = "off_the_record"
    BACK_ON = "back_on"
    STOP_DONATING = "stop_donating"


class Answer(StrEnum):
    """Something that is said to it. Some have places: names `{ears}`, numbers `{count}`, and so on.

    A number stands behind what it counts, so that no language needs a plural for it.
    """

    FORGOTTEN = "forgotten"
    """It says nothing of the sentence that asks: that goes only when it is over, after the answer."""
    TRACES_LEFT = "traces_left"
    """Home Assistant's own are not all gone, or nobody can tell."""
    NOT_FORGOTTEN = "not_forgotten"
    ASK_FORGET_HOUR = "ask_forget_hour"
    ASK_FORGET_TODAY = "ask_forget_today"
    NOTHING_THEN = "nothing_then"
    """Nothing was heard in that time."""
    NOTHING_ERASED = "nothing_erased"
    """The answer to everything but a yes."""
    MANY_FORGOTTEN = "many_forgotten"
    MANY_TRACES_LEFT = "many_traces_left"
    REDACT_ELSEWHERE = "redact_elsewhere"
    NOTHING_SAID = "nothing_said"
    NO_SATELLITE = "no_satellite"
    UNAVAILABLE = "unavailable"
    HEARD_BY = "heard_by"
    STAYED = "stayed"
    LEFT = "left"
    MAYBE = "maybe"
    """Nobody knows where some of it went."""
    WORD_ONLY = "word_only"
    """The place of some ears is what somebody says of it."""
    LAST_AT = "last_at"
    HEARD_SOUND = "heard_sound"
    HEARD_WORDS = "heard_words"
    NOT_UNDERSTOOD = "not_understood"
    NO_MORE_KNOWN = "no_more_known"
    """There may be more, or is more than what was just said."""
    KEPT = "kept"
    KIND_SOUND = "kind_sound"
    KIND_WORDS = "kind_words"
    KIND_RESPONSE = "kind_response"
    KEPT_DAYS = "kept_days"
    KEPT_WITHOUT_END = "kept_without_end"
    KEPT_ERASED = "kept_erased"
    KEPT_NOTHING = "kept_nothing"
    KEPT_BY_OTHERS = "kept_by_others"
    """They may keep it: of some nobody knows."""
    SENT_TO = "sent_to"
    """Names those, too, of which nobody knows where they are."""
    KEPT_FROM = "kept_from"
    """A rule did that."""
    BECAUSE_OF = "because_of"
    FALSE_WAKE = "false_wake"
    DECIDED_BY = "decided_by"
    CHANGED = "changed"
    CHANGED_NOTHING = "changed_nothing"
    TODAY_STAYED = "today_stayed"
    TODAY_UNSEEN = "today_unseen"
    """Nothing is known to have left, and some of the day was not watched."""
    TODAY_MAYBE = "today_maybe"
    TODAY_LEFT = "today_left"
    LEFT_HERE = "left_here"
    LEFT_PERHAPS_HERE = "left_perhaps_here"
    LEFT_ELSEWHERE = "left_elsewhere"
    LISTENED_BY = "listened_by"
    NOBODY_LISTENED = "nobody_listened"
    LISTENED_BEYOND = "listened_beyond"
    """Some of it left the house, and who listens there nobody knows."""
    OFF = "off"
    OFF_HOUR = "off_hour"
    OFF_ALREADY = "off_already"
    OFF_UNSAVED = "off_unsaved"
    NOT_OFF = "not_off"
    ON_ELSEWHERE = "on_elsewhere"
    DONATION_OFF = "donation_off"
    DONATION_WAS_OFF = "donation_was_off"
    DONATION_NOT_OFF = "donation_not_off"


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """The sentences of one language, and the answers to them."""

    commands: Mapping[Command, tuple[str, ...]]
    """Patterns of whole sentences as `plain` writes them."""
    answers: Mapping[Answer, str]
    yes: str
    """Pattern of whole answers that are a yes. Everything else is a no."""

    def command(self, text: str) -> Command | None:
        """Return what a sentence means; None if it is not for Earshot."""
        said = plain(text)
        for command, patterns in self.commands.items():
            if any(re.fullmatch(pattern, said) for pattern in patterns):
                return command
        return None

    def is_yes(self, text: str) -> bool:
        """Whether a whole answer is a yes."""
        return re.fullmatch(self.yes, plain(text)) is not None


def plain(text: str) -> str:
    """Return a sentence without what a recognizer writes one way or another: capitals, marks, curled apostrophes."""
    composed = unicodedata.normalize("NFC", text).casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    return _SEPARATORS.sub(" ", composed).strip()
