"""Off the record: a room, the house, and until when."""

from datetime import UTC, datetime, timedelta

from custom_components.earshot.policy.off_record import OffTheRecord, Silence

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def test_the_house_covers_every_room_and_a_room_itself() -> None:
    assert not OffTheRecord().covers("kitchen")
    kitchen = OffTheRecord().changed("kitchen", Silence(NOON))
    assert (kitchen.covers("kitchen"), kitchen.covers("hall")) == (True, False)
    house = kitchen.changed(None, Silence(NOON))
    assert (house.covers("kitchen"), house.covers("hall")) == (True, True)
    assert house.changed(None, None) == kitchen
    assert kitchen.changed("kitchen", None) == OffTheRecord()


def test_a_time_ends_at_its_end_and_counts_until_it_is_taken_away() -> None:
    off = OffTheRecord().changed(None, Silence(NOON, NOON + HOUR)).changed("kitchen", Silence(NOON))
    assert off.ended(NOON + HOUR - timedelta(microseconds=1)) == ()
    assert off.ended(NOON + HOUR) == (None,)
    assert off.covers("hall")
