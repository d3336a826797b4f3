"""A digest is due by the clock of the house, once, and is about whole days."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, strategies as st
import pytest

from custom_components.earshot.digest.plan import LONGEST_DAYS, Cadence, Plan

BERLIN = ZoneInfo("Europe/Berlin")
ZONES = [UTC, BERLIN, ZoneInfo("America/St_Johns"), ZoneInfo("Pacific/Kiritimati"), ZoneInfo("Australia/Lord_Howe")]
DAILY = Plan(cadence=Cadence.DAILY, at=time(9))
MONDAYS = Plan(cadence=Cadence.WEEKLY, weekday=0, at=time(9))


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("plan", "now", "newest", "following"),
    [
        # Summer time began on 29 March: nine o'clock is an hour earlier from then on.
        (DAILY, "2026-03-28T08:00", "2026-03-28T08:00", "2026-03-29T07:00"),
        (DAILY, "2026-03-29T06:59:59", "2026-03-28T08:00", "2026-03-29T07:00"),
        (DAILY, "2026-10-25T07:30", "2026-10-24T07:00", "2026-10-25T08:00"),
        (MONDAYS, "2026-10-26T07:59", "2026-10-19T07:00", "2026-10-26T08:00"),
        (MONDAYS, "2026-10-26T08:00", "2026-10-26T08:00", "2026-11-02T08:00"),
        (MONDAYS, "2026-10-25T23:30", "2026-10-19T07:00", "2026-10-26T08:00"),
        # The clock leaves out half past two, and has it twice.
        (Plan(cadence=Cadence.DAILY, at=time(2, 30)), "2026-03-29T01:00", "2026-03-28T01:30", "2026-03-29T01:30"),
        (Plan(cadence=Cadence.DAILY, at=time(2, 30)), "2026-10-25T01:00", "2026-10-25T00:30", "2026-10-26T01:30"),
    ],
)
def test_it_is_due_when_the_clock_of_the_house_says_so(plan: Plan, now: str, newest: str, following: str) -> None:
    assert plan.newest(utc(now), BERLIN) == utc(newest)
    assert plan.next(utc(now), BERLIN) == utc(following)


@given(
    now=st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)),  # noqa: DTZ001 - made UTC below
    cadence=st.sampled_from(Cadence),
    weekday=st.integers(0, 6),
    at=st.times(),
    zone=st.sampled_from(ZONES),
)
def test_each_instant_is_between_two_of_them(
    now: datetime, cadence: Cadence, weekday: int, at: time, zone: ZoneInfo
) -> None:
    plan, moment = Plan(cadence=cadence, weekday=weekday, at=at), now.replace(tzinfo=UTC)
    newest, following = plan.newest(moment, zone), plan.next(moment, zone)
    assert newest <= moment < following
    assert plan.newest(following, zone) == following
    assert plan.next(newest, zone) == following
    hour = timedelta(hours=2)
    assert abs((following - newest) - timedelta(days=cadence.days)) <= hour
    if cadence is Cadence.WEEKLY:
        assert following.astimezone(zone).weekday() in {weekday, (weekday + 1) % 7}


@pytest.mark.parametrize(
    ("plan", "through", "first", "last"),
    [
        (MONDAYS, None, "2026-10-19", "2026-10-25"),
        (MONDAYS, "2026-10-18", "2026-10-19", "2026-10-25"),
        (DAILY, None, "2026-10-25", "2026-10-25"),
        # Two were missed: one tells of all their days.
        (MONDAYS, "2026-10-04", "2026-10-05", "2026-10-25"),
        (DAILY, "2026-10-22", "2026-10-23", "2026-10-25"),
        # A year away, and it is still one that can be read.
        (MONDAYS, "2025-10-04", "2026-09-25", "2026-10-25"),
        # Told every day until now: a week is a week all the same.
        (MONDAYS, "2026-10-24", "2026-10-19", "2026-10-25"),
    ],
)
def test_it_is_about_whole_days_since_the_one_before(plan: Plan, through: str | None, first: str, last: str) -> None:
    days = plan.days(utc("2026-10-26T08:00"), BERLIN, date.fromisoformat(through) if through else None)
    assert days == (date.fromisoformat(first), date.fromisoformat(last))
    assert (days[1] - days[0]).days < LONGEST_DAYS


@pytest.mark.parametrize("plan", [Plan(), Plan(on=False, cadence=Cadence.DAILY, at=time(21, 45), target="notify.me")])
def test_what_is_written_down_is_read_again(plan: Plan) -> None:
    assert Plan.from_data(plan.to_data()) == plan
