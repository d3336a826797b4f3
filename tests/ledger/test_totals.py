"""Charts count what the list holds, by the days that the people of the house live in."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from hypothesis import given, settings, strategies as st
import pytest

from custom_components.earshot.errors import LedgerError
from custom_components.earshot.ledger.ledger import Ledger
from custom_components.earshot.ledger.projection import PLACES
from custom_components.earshot.ledger.record import Accessed, Gap
from custom_components.earshot.ledger.totals import MAX_DAYS, Count, Totals, count_utterances
from custom_components.earshot.models import ContentKind, Outcome, Place
from tests.ledger.conftest import LedgerHome
from tests.ledger.samples import CLOUD, ENGINE, utterance, utterance_id

BERLIN = ZoneInfo("Europe/Berlin")
ZONES = [UTC, BERLIN, ZoneInfo("America/St_Johns"), ZoneInfo("Pacific/Kiritimati"), ZoneInfo("Australia/Lord_Howe")]
DAY = date(2026, 3, 29)
"""In Berlin it has 23 hours."""


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN).astimezone(UTC)


def days(totals: Totals) -> dict[str, int]:
    return {day.day: day.count.said + day.count.false_wakes for day in totals.days}


def test_an_utterance_is_counted_on_the_day_that_the_house_had(ledger: Ledger) -> None:
    for number, text in enumerate(
        ["2026-03-28T23:59:59", "2026-03-29T00:00:00", "2026-03-29T23:59:59", "2026-03-30T00:00"]
    ):
        ledger.append(utterance(number, at=at(text))).result()
    before, after = DAY - timedelta(days=1), DAY + timedelta(days=1)
    assert days(ledger.totals(before, after, BERLIN)) == {"2026-03-28": 1, "2026-03-29": 2, "2026-03-30": 1}
    # For the rest of the world the same evening is another day.
    assert days(ledger.totals(before, after, UTC)) == {"2026-03-28": 2, "2026-03-29": 2, "2026-03-30": 0}


def test_each_utterance_is_counted_for_what_it_was(any_home: LedgerHome) -> None:
    with any_home.opened() as ledger:
        count_each(ledger)


def count_each(ledger: Ledger) -> None:
    noon = at("2026-03-29T12:00")
    ledger.append(utterance(1, at=noon)).result()
    ledger.append(utterance(2, at=noon, outcome=Outcome.FALSE_WAKE, satellite="bedroom")).result()
    ledger.append(utterance(3, at=noon, outcome=Outcome.BLOCKED)).result()
    ledger.append(utterance(4, at=noon, ear=CLOUD)).result()
    ledger.append(utterance(5, at=noon)[1:2]).result()
    read = Accessed(utterance_id=utterance_id(1), at=noon, contents=(ContentKind.WORDS,), who="Anna", how="words")
    ledger.append([read]).result()
    totals = ledger.totals(DAY, DAY, BERLIN)
    assert totals.all == Count(said=4, false_wakes=1, blocked=1, left_house=1, listened=1)
    assert [(item.satellite, item.count.said, item.count.false_wakes) for item in totals.satellites] == [
        ("assist_satellite.bedroom", 0, 1),
        ("assist_satellite.kitchen", 3, 0),
        (None, 1, 0),
    ]
    counts = {item.place: item.count for item in totals.places}
    assert list(counts) == list(Place)
    assert counts[Place.INTERNET] == Count(said=1, left_house=1)
    assert counts[Place.SATELLITE] == Count(said=3, false_wakes=1, blocked=1, left_house=1, listened=1)
    assert counts[Place.UNKNOWN] == Count()


@pytest.fixture(scope="module")
def spread(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """Return a ledger with utterances all around the days on which clocks are changed."""
    with LedgerHome(tmp_path_factory.mktemp("spread")).opened() as ledger:
        outcomes = list(Outcome)
        for number in range(150):
            when = datetime(2026, 3, 27, 20, tzinfo=UTC) + timedelta(minutes=29 * number)
            ear = CLOUD if number % 7 == 0 else ENGINE
            satellite = ("kitchen", "bedroom")[number % 2]
            ledger.append(
                utterance(number, at=when, outcome=outcomes[number % 6], satellite=satellite, ear=ear)
            ).result()
        yield ledger


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(ZONES), st.integers(-1, 4), st.integers(1, 4))
def test_totals_are_what_counting_the_rows_one_by_one_gives(
    spread: Ledger, zone: tzinfo, first: int, length: int
) -> None:
    begin = date(2026, 3, 27) + timedelta(days=first)
    end = begin + timedelta(days=length - 1)
    with spread._store.read() as snapshot:
        totals = count_utterances(snapshot, begin, end, zone)
        rows = list(snapshot.all_utterances())
    local = {row.utterance_id: datetime.fromtimestamp(row.at / 1000, zone).date() for row in rows}
    rows = [row for row in rows if begin <= local[row.utterance_id] <= end]
    assert days(totals) == {
        (begin + timedelta(days=number)).isoformat(): count
        for number in range(length)
        for count in [sum(local[row.utterance_id] == begin + timedelta(days=number) for row in rows)]
    }
    said = Counter(row.satellite for row in rows if row.outcome != "false_wake")
    assert {item.satellite: item.count.said for item in totals.satellites if item.count.said} == dict(said)
    for item in totals.places:
        there = [row for row in rows if row.places & PLACES[item.place]]
        assert item.count.left_house == sum(row.left_house is True for row in there)
        assert item.count.blocked == sum(row.outcome == "blocked" for row in there)
    assert sum((day.count for day in totals.days), Count()) == totals.all


@pytest.mark.parametrize(
    ("first", "last"),
    [(DAY, DAY - timedelta(days=1)), (DAY, DAY + timedelta(days=MAX_DAYS)), (date.max, date.max)],
)
def test_a_range_that_is_none_or_too_long_is_refused(ledger: Ledger, first: date, last: date) -> None:
    with pytest.raises(LedgerError):
        ledger.totals(first, last, ZoneInfo("Pacific/Kiritimati"))


def test_a_whole_year_is_a_range(ledger: Ledger) -> None:
    totals = ledger.totals(DAY, DAY + timedelta(days=MAX_DAYS - 1), BERLIN)
    assert (len(totals.days), totals.all) == (MAX_DAYS, Count())


def test_what_nobody_saw_to_its_end_is_told_beside_what_left(ledger: Ledger) -> None:
    noon = at("2026-03-29T12:00")
    ledger.append(utterance(1, at=noon, outcome=Outcome.UNSEEN)).result()
    ledger.append(utterance(2, at=noon, outcome=Outcome.UNSEEN, ear=CLOUD)).result()
    assert ledger.totals(DAY, DAY, BERLIN).all == Count(said=2, left_house=1, unseen=1)


def test_a_day_tells_how_much_of_it_was_not_watched(ledger: Ledger) -> None:
    hour = 3_600_000
    ledger.append(utterance(1, at=at("2026-03-28T18:00"))).result()
    for began, ended in (
        ("2026-03-28T20:00", "2026-03-28T22:00"),
        # Two kinds of outage at once are one time; and it goes on over midnight and the change of clocks.
        ("2026-03-28T21:00", "2026-03-29T04:00"),
        ("2026-03-29T05:00", "2026-03-29T05:30"),
    ):
        gap = Gap(at=at("2026-03-30T12:00"), began=at(began), ended=at(ended), reason="not_running")
        ledger.append([gap]).result()
    before, after = DAY - timedelta(days=2), DAY + timedelta(days=1)
    totals = ledger.totals(before, after, BERLIN)
    assert [day.unwatched_ms / hour for day in totals.days] == [24, 18 + 4, 3.5, 0]


def test_an_empty_ledger_watched_nothing(ledger: Ledger) -> None:
    (day,) = ledger.totals(DAY, DAY, BERLIN).days
    assert day.unwatched_ms == 23 * 3_600_000
