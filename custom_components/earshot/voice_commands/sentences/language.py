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
    WHO_HEARD = "who_heard"
    OFF_FOR_AN_HOUR = "off_for_an_hour"
    OFF_THE_RECORD = "off_the_record"
    BACK_ON = "back_on"
    STOP_DONATING = "stop_donating"


class Answer(StrEnum):
    """Something that is said to it. `HEARD_BY` has a place for names, `{ears}`."""

    FORGOTTEN = "forgotten"
    """It says nothing of the sentence that asks: that goes only when it is over, after the answer."""
    TRACES_LEFT = "traces_left"
    """Home Assistant's own are not all gone, or nobody can tell."""
    NOT_FORGOTTEN = "not_forgotten"
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

    def command(self, text: str) -> Command | None:
        """Return what a sentence means; None if it is not for Earshot."""
        said = plain(text)
        for command, patterns in self.commands.items():
            if any(re.fullmatch(pattern, said) for pattern in patterns):
                return command
        return None


def plain(text: str) -> str:
    """Return a sentence without what a recognizer writes one way or another: capitals, marks, curled apostrophes."""
    composed = unicodedata.normalize("NFC", text).casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    return _SEPARATORS.sub(" ", composed).strip()
