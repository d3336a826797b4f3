"""What the household may read: nothing unless it was set, and nothing from before it was set."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, strategies as st

from custom_components.earshot.policy.sharing import Sharing

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def test_a_fresh_install_shares_nothing() -> None:
    assert not Sharing().covers("kitchen", NOON)
    assert Sharing().own("kitchen") is None
    assert Sharing().own(None) is False


def test_a_satellite_is_shared_from_then_on_and_no_other_is() -> None:
    sharing = Sharing().changed("kitchen", True, NOON)
    assert sharing.covers("kitchen", NOON)
    assert not sharing.covers("kitchen", NOON - timedelta(microseconds=1))
    assert not sharing.covers("hall", NOON + HOUR)
    assert not sharing.changed("kitchen", False, NOON).covers("kitchen", NOON + HOUR)


def test_the_house_shares_all_satellites_but_those_that_are_kept_out() -> None:
    sharing = Sharing().changed(None, True, NOON).changed("bedroom", False, NOON + HOUR)
    assert sharing.covers("kitchen", NOON)
    assert not sharing.covers("bedroom", NOON + 2 * HOUR)
    assert not sharing.changed(None, None, NOON).covers("kitchen", NOON + HOUR)


def test_to_share_again_what_is_shared_changes_nothing() -> None:
    sharing = Sharing().changed("kitchen", True, NOON).changed(None, True, NOON)
    assert sharing.changed("kitchen", True, NOON + HOUR) == sharing
    assert sharing.changed(None, True, NOON + HOUR) == sharing


def test_what_was_said_while_it_was_kept_out_stays_out() -> None:
    house = Sharing().changed(None, True, NOON)
    back = house.changed("bedroom", False, NOON).changed("bedroom", None, NOON + 2 * HOUR)
    assert not back.covers("bedroom", NOON + HOUR)
    assert back.covers("bedroom", NOON + 2 * HOUR)
    assert back.own("bedroom") is None
    # It follows the house again, also when that shares nothing any more.
    assert not back.changed(None, False, NOON + 3 * HOUR).covers("bedroom", NOON + 4 * HOUR)


def test_a_satellite_that_does_as_the_house_again_leaves_nothing_behind() -> None:
    assert Sharing().changed("kitchen", True, NOON).changed("kitchen", None, NOON + HOUR) == Sharing()


steps = st.lists(
    st.tuples(st.sampled_from([None, "kitchen", "hall"]), st.sampled_from([True, False, None])), max_size=12
)


@given(steps)
def test_nothing_is_ever_shared_that_was_said_while_it_was_not(path: list[tuple[str | None, bool | None]]) -> None:
    sharing, kept_apart = Sharing(), set[tuple[str, datetime]]()
    for hours, (place, shared) in enumerate(path):
        now = NOON + hours * HOUR
        before = sharing
        sharing = sharing.changed(place, shared, now)
        wider = any(sharing.covers(key, now) and not before.covers(key, now) for key in ("kitchen", "hall"))
        assert wider <= sharing.loosens(before)
        kept_apart |= {(key, now + HOUR / 2) for key in ("kitchen", "hall") if not sharing.covers(key, now + HOUR / 2)}
        assert not any(sharing.covers(key, said) for key, said in kept_apart)
