from datetime import date, timedelta

import pytest

from custom_components.earshot.donation.desk.quotas import (
    FROM_ONE_OF_ALL,
    LEAST_A_DAY,
    LEAST_FROM_ONE,
    Capacity,
    InHand,
    Rate,
    Shares,
    most_a_day,
    timely,
)

TODAY = date(2026, 11, 29)


@pytest.mark.parametrize(
    ("made_on", "taken"),
    [
        (date(2026, 10, 30), True),
        (date(2026, 10, 29), False),
        (TODAY, True),
        (date(2026, 11, 30), True),
        (date(2026, 12, 20), False),
    ],
)
def test_a_bundle_is_of_the_last_month(made_on: date, taken: bool) -> None:  # noqa: FBT001 - a case of a table
    assert timely(made_on, TODAY) is taken


def test_a_rate_gives_a_burst_and_then_so_many_a_second() -> None:
    now = [0.0]
    rate = Rate(lambda: now[0], rate=2, burst=3)
    assert [rate.take() for _ in range(4)] == [True, True, True, False]
    now[0] += 1
    assert [rate.take() for _ in range(3)] == [True, True, False]
    now[0] += 3600
    assert [rate.take() for _ in range(4)] == [True, True, True, False]


def test_what_is_in_hand_is_bounded_in_number_and_in_bytes() -> None:
    hand = InHand(most=2, most_bytes=100)
    assert hand.take("a", 90)
    assert not hand.take("b", 20)
    assert hand.take("b", 10)
    assert not hand.take("c", 0)
    hand.put_down("a")
    assert not hand.take("b", 0)
    assert hand.take("c", 90)
    assert len(hand) == 2


@pytest.mark.parametrize(
    ("clips", "size", "free", "today"), [(10, 0, 101, 0), (0, 1000, 101, 0), (0, 0, 100, 0), (0, 0, 101, 5)]
)
def test_a_desk_is_full_by_number_by_bytes_and_by_its_disk(clips: int, size: int, free: int, today: int) -> None:
    capacity = Capacity(most_clips=10, most_bytes=1000, free_bytes=100, most_a_day=5)
    assert not capacity.has_room(clips=clips, size=size, free=free, today=today)
    assert capacity.has_room(clips=9, size=999, free=101, today=4)


def test_a_day_has_room_for_some_times_what_people_can_hear() -> None:
    assert most_a_day(0, 100) == LEAST_A_DAY
    assert most_a_day(50, 100) == 50_000


def test_one_origin_uses_a_part_of_the_day_and_leaves_the_rest_to_others() -> None:
    shares = Shares(Capacity(most_a_day=5_000))
    for _ in range(500):
        assert shares.has_room("192.0.2.1", TODAY)
        shares.more("192.0.2.1", 1, TODAY)
    assert not shares.has_room("192.0.2.1", TODAY)
    assert shares.has_room("192.0.2.2", TODAY)
    assert shares.has_room(None, TODAY)
    assert shares.has_room("192.0.2.1", TODAY + timedelta(days=1))


def test_a_small_desk_takes_of_one_origin_what_a_home_may_give() -> None:
    shares = Shares(Capacity(most_a_day=10))
    for _ in range(LEAST_FROM_ONE):
        assert shares.has_room("192.0.2.1", TODAY)
        shares.more("192.0.2.1", 1, TODAY)
    assert not shares.has_room("192.0.2.1", TODAY)


def test_one_origin_uses_a_part_of_all_room_on_a_day() -> None:
    shares = Shares(Capacity(most_bytes=FROM_ONE_OF_ALL * 1000))
    shares.more("192.0.2.1", 999, TODAY)
    assert shares.has_room("192.0.2.1", TODAY)
    shares.more("192.0.2.1", 1, TODAY)
    assert not shares.has_room("192.0.2.1", TODAY)


def test_no_address_is_kept_and_nothing_of_it_outlasts_the_day() -> None:
    shares, other = Shares(Capacity()), Shares(Capacity())
    for one in (shares, other):
        one.more("192.0.2.1", 1, TODAY)
    (key,), (another) = shares._used, other._used
    assert b"192.0.2.1" not in key
    assert key not in another
    shares.more("192.0.2.2", 1, TODAY + timedelta(days=1))
    assert key not in shares._used
    assert len(shares._used) == 1
