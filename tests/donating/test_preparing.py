"""What an offer is made of."""

from datetime import UTC, datetime

import pytest

from custom_components.earshot.donating.preparing import Original, Wish, prepare
from custom_components.earshot.donation.purposes import Purpose
from custom_components.earshot.donation.redaction import HomeNames
from tests.donating.giving_home import SPOKEN

NOBODY = HomeNames(people=(), places=(), entities=(), areas=())


@pytest.mark.promise(8)
@pytest.mark.parametrize("purpose", Purpose)
def test_sound_whose_words_nobody_knows_waits_for_a_person(purpose: Purpose) -> None:
    original = Original(
        said=datetime(2026, 11, 29, tzinfo=UTC), language="en", words=None, times=None, wake_word="hey_jarvis"
    )
    assert prepare(original, SPOKEN, NOBODY, Wish(purpose=purpose, strength=0.5)).times_unknown
