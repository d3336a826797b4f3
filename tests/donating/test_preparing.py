"""What an offer is made of."""

from datetime import UTC, datetime

import pytest

from custom_components.earshot.donating.preparing import Original, Wish, prepare
from custom_components.earshot.donation.clip import decode_clip
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


@pytest.mark.promise(8)
@pytest.mark.parametrize(
    ("wake_word", "leaves"), [("Hey Jarvis", "Hey Jarvis"), ("okay_nabu", "okay_nabu"), ("hey mueller", "own")]
)
def test_neither_a_wake_word_of_its_own_nor_a_region_says_whose_home_it_is(wake_word: str, leaves: str) -> None:
    original = Original(
        said=datetime(2026, 11, 29, tzinfo=UTC), language="de-CH", words=None, times=None, wake_word=wake_word
    )
    clip = decode_clip(prepare(original, SPOKEN, NOBODY, Wish(purpose=Purpose.WAKE_WORDS, strength=0.5)).payload)
    assert (clip.wake_word, clip.language, clip.week) == (leaves, "de", "2026-W48")
