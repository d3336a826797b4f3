"""What is offered by itself, what by hand, and what never."""

from dataclasses import replace
from typing import Any

import pytest

from custom_components.earshot.donation.eligibility import (
    Candidate,
    Circumstances,
    Refusal,
    decide,
    decide_by_hand,
)
from custom_components.earshot.donation.purposes import Purpose
from custom_components.earshot.models import ContentKind, Outcome, Satellite
from tests.donation.consents import NOON, a_consent

SAID = Candidate(
    utterance_id="01KAPZJ1J8Q6R9V3W5X7Y9Z1A2",
    said=NOON,
    satellite=Satellite(label="Kitchen"),
    satellite_key="kitchen",
    outcome=Outcome.ANSWERED,
    discreet=False,
    guests=False,
    contents=(ContentKind.SOUND, ContentKind.WORDS),
)
NOW = Circumstances(consent=a_consent(), suspended=False, drawn=True, offers_today=3, daily_cap=10)
NEVER = [
    ({"discreet": True}, {}, Refusal.OFF_THE_RECORD),
    ({"guests": True}, {}, Refusal.GUEST),
    ({}, {"consent": None}, Refusal.NO_CONSENT),
    ({}, {"consent": None, "suspended": True}, Refusal.SUSPENDED),
    ({"discreet": True, "guests": True, "outcome": Outcome.FALSE_WAKE}, {"consent": None}, Refusal.OFF_THE_RECORD),
    ({"outcome": Outcome.BLOCKED}, {}, Refusal.BLOCKED),
    ({"outcome": Outcome.FAILED}, {}, Refusal.NOT_FINISHED),
    ({"outcome": Outcome.CANCELLED}, {}, Refusal.NOT_FINISHED),
    ({"outcome": Outcome.UNSEEN}, {}, Refusal.NOT_FINISHED),
    ({"outcome": Outcome.FALSE_WAKE}, {}, Refusal.FALSE_WAKE),
    ({"contents": (ContentKind.WORDS,)}, {}, Refusal.NO_SOUND),
]


@pytest.mark.promise(8)
@pytest.mark.parametrize(("said", "now", "refusal"), NEVER)
def test_what_is_offered_neither_by_itself_nor_by_hand(
    said: dict[str, Any], now: dict[str, Any], refusal: Refusal
) -> None:
    candidate, circumstances = replace(SAID, **said), replace(NOW, **now)
    assert decide(candidate, Purpose.SPEECH, circumstances) is refusal
    assert decide_by_hand(candidate, Purpose.SPEECH, circumstances) is refusal


@pytest.mark.parametrize("outcome", [Outcome.ANSWERED, Outcome.NOT_UNDERSTOOD])
def test_what_somebody_said_to_the_house_is_offered(outcome: Outcome) -> None:
    assert decide(replace(SAID, outcome=outcome), Purpose.SPEECH, NOW) is None


def test_a_share_and_a_number_a_day_hold_for_what_is_offered_by_itself_only() -> None:
    for now, refusal in (
        (replace(NOW, drawn=False), Refusal.NOT_SAMPLED),
        (replace(NOW, offers_today=10), Refusal.DAILY_CAP),
    ):
        assert decide(SAID, Purpose.SPEECH, now) is refusal
        assert decide_by_hand(SAID, Purpose.SPEECH, now) is None


@pytest.mark.promise(8)
def test_a_false_wake_is_offered_by_hand_only_and_only_to_be_studied() -> None:
    wake = replace(SAID, outcome=Outcome.FALSE_WAKE)
    assert decide(wake, Purpose.FALSE_WAKES, NOW) is Refusal.FALSE_WAKE
    assert decide_by_hand(wake, Purpose.FALSE_WAKES, NOW) is None
    assert decide_by_hand(replace(wake, contents=()), Purpose.FALSE_WAKES, NOW) is Refusal.NO_SOUND
    assert decide_by_hand(SAID, Purpose.FALSE_WAKES, NOW) is Refusal.NOT_A_FALSE_WAKE
    assert decide(SAID, Purpose.FALSE_WAKES, NOW) is Refusal.NOT_A_FALSE_WAKE
