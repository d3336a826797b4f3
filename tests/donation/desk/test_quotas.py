from datetime import date

import pytest

from custom_components.earshot.donation.desk.quotas import (
    LEAST_A_DAY,
    Capacity,
    InHand,
    Rate,
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
