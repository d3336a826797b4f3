from hypothesis import given, strategies as st
import pytest

from custom_components.earshot.host_link.backoff import FIRST_SECONDS, LIMIT_SECONDS, SPREAD, Backoff


def test_the_first_wait_is_short_and_each_one_about_doubles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("random.uniform", lambda low, high: (low + high) / 2)
    backoff = Backoff()
    assert [backoff.failed() for _ in range(4)] == [0.5, 1.0, 2.0, 4.0]


@given(st.integers(min_value=1, max_value=5000))
def test_a_wait_is_never_longer_than_the_limit_and_its_spread(failures: int) -> None:
    backoff = Backoff()
    backoff.failures = failures
    assert FIRST_SECONDS * (1 - SPREAD) <= backoff.failed() <= LIMIT_SECONDS * (1 + SPREAD)


def test_a_success_begins_anew() -> None:
    backoff = Backoff()
    backoff.failures = 9
    backoff.succeeded()
    assert backoff.failures == 0
    assert backoff.failed() <= FIRST_SECONDS * (1 + SPREAD)
