"""How long what is kept: the house's rule, a satellite's own, and what a change does to what is there."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, strategies as st
import pytest

from custom_components.earshot.models import ContentKind
from custom_components.earshot.policy.retention import LONGEST, NOTHING, Retention, RetentionRules, is_period

DAY = timedelta(days=1)
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
kinds = st.sampled_from(ContentKind)
periods = st.integers(0, LONGEST // timedelta(minutes=1)).map(lambda minutes: timedelta(minutes=minutes))
places = st.sampled_from(["kitchen", "hall"])
changes = st.lists(st.tuples(st.none() | places, kinds, periods), max_size=8)


def rules(made: list[tuple[str | None, ContentKind, timedelta]]) -> RetentionRules:
    made_rules = RetentionRules()
    for place, kind, period in made:
        made_rules = made_rules.changed(place, kind, period)
    return made_rules


@pytest.mark.promise(1)
def test_a_fresh_house_keeps_words_and_answers_for_a_week_and_no_sound() -> None:
    fresh = RetentionRules()
    assert [fresh.keep("anywhere", kind) for kind in ContentKind] == [NOTHING, 7 * DAY, 7 * DAY]


@given(changes, places, kinds, periods)
def test_a_satellites_own_rule_is_its_own_and_is_taken_away_again(
    made: list[tuple[str | None, ContentKind, timedelta]], place: str, kind: ContentKind, period: timedelta
) -> None:
    before = rules(made)
    after = before.changed(place, kind, period)
    assert after.keep(place, kind) == after.own(place, kind) == period
    untouched = [(key, one) for key in ("kitchen", "hall") for one in ContentKind if (key, one) != (place, kind)]
    assert all(after.keep(*other) == before.keep(*other) for other in untouched)
    back = after.changed(place, kind, None)
    assert back.own(place, kind) is None
    assert back.keep(place, kind) == back.house.of(kind)


@given(changes, kinds, periods)
def test_the_houses_rule_is_for_all_that_have_none_of_their_own(
    made: list[tuple[str | None, ContentKind, timedelta]], kind: ContentKind, period: timedelta
) -> None:
    before = rules(made)
    after = before.changed(None, kind, period)
    for place in ("kitchen", "hall", "cellar"):
        own = before.own(place, kind)
        assert after.keep(place, kind) == (period if own is None else own)


@given(changes, places, kinds, st.integers(0, 10**9), st.none() | st.integers(0, 10**9))
def test_what_is_kept_is_shortened_and_never_lengthened(
    made: list[tuple[str | None, ContentKind, timedelta]],
    place: str,
    kind: ContentKind,
    stored_ago: int,
    promised: int | None,
) -> None:
    stored = NOON - timedelta(seconds=stored_ago)
    until = None if promised is None else stored + timedelta(seconds=promised)
    end = rules(made).shortened(place, kind, stored=stored, until=until)
    allowed = stored + rules(made).keep(place, kind)
    assert end in {None, allowed}
    if end is None:
        assert until is not None
        assert until <= allowed
    else:
        assert until is None or end < until


@given(changes, st.none() | places, kinds, periods)
def test_a_change_loosens_exactly_if_something_somewhere_is_kept_longer(
    made: list[tuple[str | None, ContentKind, timedelta]], place: str | None, kind: ContentKind, period: timedelta
) -> None:
    before = rules(made)
    after = before.changed(place, kind, period)
    longer = any(
        after.keep(key, one) > before.keep(key, one) for key in ("kitchen", "hall", "x") for one in ContentKind
    )
    assert after.loosens(before) == longer


@pytest.mark.parametrize("period", [timedelta(seconds=1), timedelta(seconds=61), -DAY, LONGEST + DAY, timedelta.max])
def test_a_time_that_nobody_can_promise_is_refused(period: timedelta) -> None:
    assert not is_period(period)
    with pytest.raises(ValueError, match="such a time"):
        RetentionRules().changed(None, ContentKind.WORDS, period)
    with pytest.raises(ValueError, match="such a time"):
        RetentionRules().changed("kitchen", ContentKind.WORDS, period)
    with pytest.raises(ValueError, match="kept for"):
        Retention(words=period)


def test_the_house_always_has_a_rule() -> None:
    with pytest.raises(ValueError, match="always"):
        RetentionRules().changed(None, ContentKind.WORDS, None)
