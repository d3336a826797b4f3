"""What can be chosen, and how it is written down."""

from datetime import timedelta
from typing import Any

from hypothesis import given, strategies as st
import pytest

from custom_components.earshot.donation.choices import (
    LONGEST_WAIT,
    MOST_A_DAY,
    SHORTEST_WAIT,
    Choices,
    Mode,
    choices_from_json,
    choices_to_json,
)
from custom_components.earshot.errors.donating import ChoiceError


@given(
    st.builds(
        Choices,
        mode=st.sampled_from(Mode),
        wait=st.integers(3600, 7 * 24 * 3600).map(lambda seconds: timedelta(seconds=seconds)),
        sampling=st.floats(0, 1),
        daily_cap=st.integers(0, MOST_A_DAY),
        strength=st.floats(0, 1),
        proxy=st.none() | st.text(),
        folder=st.none() | st.text(),
    )
)
def test_what_was_written_is_what_is_read(made: Choices) -> None:
    assert choices_from_json(choices_to_json(made)) == made


@pytest.mark.promise(8)
def test_a_fresh_install_asks_and_waits_a_day() -> None:
    assert (Choices().mode, Choices().wait) == (Mode.ASK, timedelta(days=1))
    assert Choices().folder is None


@pytest.mark.parametrize(
    "bad",
    [
        {"wait": SHORTEST_WAIT - timedelta(seconds=1)},
        {"wait": LONGEST_WAIT + timedelta(seconds=1)},
        {"sampling": 1.1},
        {"sampling": -0.1},
        {"sampling": float("nan")},
        {"daily_cap": -1},
        {"daily_cap": MOST_A_DAY + 1},
        {"strength": 1.01},
    ],
)
def test_what_is_out_of_bounds_is_refused_by_its_name(bad: dict[str, Any]) -> None:
    with pytest.raises(ChoiceError) as refused:
        Choices(**bad)
    assert refused.value.placeholders == {"choice": next(iter(bad))}
