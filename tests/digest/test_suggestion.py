"""One suggestion at most, and only what the facts bear out."""

from collections.abc import Collection
from dataclasses import replace

import pytest

from custom_components.earshot.digest.facts import DigestFacts, FalseWakes
from custom_components.earshot.digest.suggestion import Suggested, Suggestion, suggest
from custom_components.earshot.models import EarKind
from tests.digest.samples import BUSY, QUIET

STT, TTS, AGENT = EarKind.SPEECH_TO_TEXT, EarKind.TEXT_TO_SPEECH, EarKind.AGENT


def woken(*counts: tuple[str | None, int]) -> DigestFacts:
    by = tuple(FalseWakes(satellite=name, name=name, count=count) for name, count in counts)
    return replace(QUIET, by_satellite=by, false_wakes=sum(count for _, count in counts))


@pytest.mark.parametrize(
    ("facts", "local", "last", "suggested"),
    [
        (QUIET, (STT,), None, None),
        (BUSY, (STT, TTS), None, Suggested(Suggestion.LOCAL_ENGINE)),
        # Its own engine does another stage; nothing here can do what an agent does.
        (BUSY, (TTS,), None, Suggested(Suggestion.PAST_EARSHOT)),
        (replace(QUIET, left_at=(AGENT,)), (STT, TTS), None, None),
        (replace(QUIET, left_at=(STT,)), (), None, None),
        (replace(QUIET, outside=1), (), None, Suggested(Suggestion.PAST_EARSHOT)),
        (woken(("Kitchen", 7)), (), None, Suggested(Suggestion.FALSE_WAKES, "Kitchen")),
        (woken(("Kitchen", 6), ("Hall", 5)), (), None, None),
        # One a day is many, and in a single day it takes five.
        (replace(woken(("Kitchen", 5)), days=QUIET.days[:1]), (), None, Suggested(Suggestion.FALSE_WAKES, "Kitchen")),
        (replace(woken(("Kitchen", 4)), days=QUIET.days[:1]), (), None, None),
        # Nobody can be told to move a satellite that nobody knows.
        (woken((None, 50), ("Kitchen", 9)), (), None, Suggested(Suggestion.FALSE_WAKES, "Kitchen")),
        (woken((None, 50)), (), None, None),
        (replace(QUIET, witnessed=False), (), None, Suggested(Suggestion.CHECKPOINT)),
        # What was suggested the last time gives way to the next, and to nothing.
        (BUSY, (STT,), Suggestion.LOCAL_ENGINE, Suggested(Suggestion.PAST_EARSHOT)),
        (replace(QUIET, witnessed=False), (), Suggestion.CHECKPOINT, None),
    ],
)
def test_the_facts_suggest_this(
    facts: DigestFacts, local: Collection[EarKind], last: Suggestion | None, suggested: Suggested | None
) -> None:
    assert suggest(facts, local, last) == suggested
