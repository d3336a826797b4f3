from datetime import timedelta

from hypothesis import given, strategies as st
import pytest

from custom_components.earshot.donation.backoff import LONGEST_WISH, SPREAD, WAITS, wait_after


@given(st.integers(-5, 10_000), st.none() | st.floats(allow_nan=True, allow_infinity=True))
def test_a_wait_is_never_shorter_than_planned_or_wished_nor_longer_than_a_day_and_a_bit(
    failures: int, wished: float | None
) -> None:
    wait = wait_after(failures, wished)
    planned = WAITS[min(max(failures, 1), len(WAITS)) - 1]
    assert wait >= planned * (1 - SPREAD)
    assert wait <= max(planned, LONGEST_WISH) * (1 + SPREAD)
    if wished is not None and 0 < wished <= LONGEST_WISH.total_seconds():
        assert wait >= timedelta(seconds=wished)


def test_waits_grow_and_are_spread() -> None:
    assert list(WAITS) == sorted(set(WAITS))
    assert len({wait_after(3) for _ in range(10)}) > 1


@pytest.mark.parametrize("wished", [float("nan"), -1.0, 0.0])
def test_a_wish_that_is_none_is_passed_over(wished: float) -> None:
    assert wait_after(1, wished) <= WAITS[0] * (1 + SPREAD)
