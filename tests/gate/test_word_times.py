"""When each word was said: asked of the recognizer only where somebody wants to know, and with the utterance then."""

from dataclasses import replace

import pytest

from custom_components.earshot.donation.redaction import WordTime
from custom_components.earshot.gate.flight import Flight
from custom_components.earshot.models import Outcome
from tests.gate.house import COMMAND, House, accepted

TIMES = tuple((100 * place, 100 * place + 90) for place in range(len(COMMAND.split())))


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[tuple[WordTime, ...] | None]:
    """Return what each utterance knew when it ended."""
    ended: list[tuple[WordTime, ...] | None] = []
    finish = Flight.finish

    async def watched(flight: Flight, outcome: Outcome, code: str | None) -> None:
        ended.append(flight.word_times)
        await finish(flight, outcome, code)

    monkeypatch.setattr(Flight, "finish", watched)
    return ended


async def test_nobody_is_asked_when_words_were_said_for_an_utterance_that_nobody_gives_away(
    house: House, told: list[tuple[WordTime, ...] | None]
) -> None:
    await house.say()
    await house.over()
    assert house.host.times == [False]
    assert told == [None]


async def test_an_utterance_that_wants_to_know_is_told(
    house: House, told: list[tuple[WordTime, ...] | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    begin = Flight.begin

    def wanting(flight: Flight) -> None:
        begin(flight)
        flight.wants_word_times = True

    monkeypatch.setattr(Flight, "begin", wanting)
    house.host.hears = replace(accepted(COMMAND), word_times=TIMES)
    await house.say()
    await house.over()
    house.host.hears = accepted(COMMAND)
    await house.say()
    await house.over()
    assert house.host.times == [True, True]
    assert told == [tuple(WordTime(begin_ms=begin, end_ms=end) for begin, end in TIMES), None]
