"""A day of the ledger: what was said on it, and what happened on it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from custom_components.earshot.errors import LedgerError
from custom_components.earshot.ledger import day as day_module, gaps as gaps_module
from custom_components.earshot.ledger.circumstances import Announced, Listened
from custom_components.earshot.ledger.day import DayFacts
from custom_components.earshot.ledger.erasure import Selection
from custom_components.earshot.ledger.gaps import TOO_MANY_GAPS
from custom_components.earshot.ledger.giving import Reviewed
from custom_components.earshot.ledger.ledger import Ledger
from custom_components.earshot.ledger.record import Accessed, Contacted, Erased, Finished, Gap, Heard, Record, Shared
from custom_components.earshot.models import ContentKind, Outcome, Place, Satellite
from tests.ledger.conftest import LedgerHome
from tests.ledger.samples import CLOUD, NEIGHBOUR, REVIEWER, VOICE, WAKE, utterance, utterance_id

DAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
KITCHEN, BEDROOM = "assist_satellite.kitchen", "assist_satellite.bedroom"


def tell(ledger: Ledger, *stories: Sequence[Record], day: date = DAY) -> DayFacts:
    for story in stories:
        ledger.append(story).result()
    return ledger.day(day, UTC)


def read(number: int, at: datetime, how: str = "words") -> Accessed:
    return Accessed(utterance_id=utterance_id(number), at=at, contents=(ContentKind.WORDS,), who="Anna", how=how)


def test_an_access_to_what_is_not_kept_is_none(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    erased = Erased(utterance_id=utterance_id(1), at=NOON, contents=(ContentKind.WORDS,), by="retention")
    facts = tell(ledger, utterance(1, at=NOON), [erased, read(1, NOON)], utterance(2, at=NOON), [read(2, NOON)])
    assert [record.utterance_id for record in facts.accessed.records] == [utterance_id(2)]
    # Of more than are looked at, those count that were ever heard or read.
    monkeypatch.setattr(day_module, "MAX_EXAMINED", 0)
    assert [record.utterance_id for record in ledger.day(DAY, UTC).accessed.records] == [utterance_id(2)]


def past(number: int, outcome: Outcome) -> tuple[Record, ...]:
    """Return an utterance that went past Earshot."""
    heard, _, _, finished = utterance(number, at=NOON)
    assert isinstance(heard, Heard)
    assert isinstance(finished, Finished)
    return replace(heard, outside="pipeline"), replace(finished, outcome=outcome)


def gap(began: datetime, ended: datetime, at: datetime | None = None) -> list[Record]:
    return [Gap(at=at or ended, began=began, ended=ended, reason="not_running")]


def test_a_day_is_told_on_every_kind_of_database(any_home: LedgerHome) -> None:
    with any_home.opened() as ledger:
        facts = tell(
            ledger,
            utterance(1, at=NOON - timedelta(days=1)),
            utterance(2, at=NOON),
            utterance(3, at=NOON, satellite="bedroom", ear=CLOUD),
            utterance(4, at=NOON, ear=NEIGHBOUR),
            utterance(5, at=NOON + timedelta(days=1)),
            gap(NOON, NOON + timedelta(hours=1)),
            [read(1, NOON)],
        )
        assert (facts.began, facts.ended) == (NOON.replace(hour=0), NOON.replace(hour=0) + timedelta(days=1))
        assert facts.known_since == NOON - timedelta(days=1)
        assert (facts.count.said, facts.count.left_house, facts.internet, facts.unknown) == (3, 2, 1, 1)
        assert facts.by_satellite == {KITCHEN: 2, BEDROOM: 1}
        assert {row.utterance_id for row in facts.listed} == {utterance_id(number) for number in (2, 3, 4)}
        assert facts.satellites[BEDROOM].label == "Bedroom"
        assert {view.utterance_id for view in facts.left} == {utterance_id(3), utterance_id(4)}
        assert [record.utterance_id for record in facts.accessed.records] == [utterance_id(1)]
        assert len(facts.gaps) == 1


def test_places_are_those_at_which_something_was_heard(ledger: Ledger) -> None:
    facts = tell(ledger, utterance(1, at=NOON, ear=CLOUD), utterance(2, at=NOON))
    counts = {place.place: place.count.said for place in facts.places}
    assert counts == {Place.SATELLITE: 2, Place.SANDBOX: 1, Place.THIS_MACHINE: 2, Place.INTERNET: 1}


def test_what_is_not_over_is_open_and_counted(ledger: Ledger) -> None:
    facts = tell(ledger, utterance(1, at=NOON)[:2], utterance(2, at=NOON, ear=CLOUD)[:2])
    assert (facts.open, facts.count.said, facts.internet) == (2, 2, 1)


def test_what_went_past_is_known_from_its_first_entry(ledger: Ledger) -> None:
    facts = tell(ledger, past(1, Outcome.ANSWERED), past(2, Outcome.UNSEEN), utterance(3, at=NOON))
    assert facts.outside == {utterance_id(1), utterance_id(2)}
    assert facts.unseen == 1
    assert [view.utterance_id for view in facts.past] == [utterance_id(2)]


def test_an_utterance_whose_label_looks_like_the_field_is_not_outside(ledger: Ledger) -> None:
    heard, *rest = utterance(1, at=NOON)
    assert isinstance(heard, Heard)
    hostile = replace(heard, satellite=replace(heard.satellite, label='x","outside":"y'))
    assert tell(ledger, (hostile, *rest)).outside == frozenset()


def test_what_happened_on_the_day_is_told_whenever_it_was_said(ledger: Ledger) -> None:
    long_ago = utterance(1, at=NOON - timedelta(days=90))
    facts = tell(
        ledger,
        long_ago,
        [read(1, NOON - timedelta(days=1)), read(1, NOON, "sound")],
        [
            Shared(
                utterance_id=utterance_id(1),
                at=NOON,
                contents=(ContentKind.WORDS,),
                ear=NEIGHBOUR,
                how="file",
                by="Anna",
            ),
            Announced(at=NOON, ear=VOICE, took_ms=1, integration="x", version="1", status="ok"),
            Contacted(at=NOON, purpose="model", label="Voice", host="models.example", received_bytes=1),
        ],
    )
    assert [record.how for record in facts.accessed.records] == ["sound"]
    assert len(facts.shared.records) == len(facts.announced.records) == len(facts.contacted.records) == 1
    assert facts.count.said == 0


def test_what_was_opened_after_the_day_is_told_with_it(ledger: Ledger) -> None:
    heard = Reviewed(
        utterance_id=utterance_id(1),
        at=NOON + timedelta(days=3),
        donation_id="d4",
        ear=REVIEWER,
        action="listened",
        happened=NOON,
        receipt_sha256="f6",
    )
    facts = tell(ledger, utterance(1, at=NOON), [read(1, NOON), read(1, NOON + timedelta(days=2)), heard])
    assert [record.kind for record in facts.opened_later] == ["accessed", "reviewed"]
    assert [record.at for record in facts.accessed.records] == [NOON]


def test_a_sum_of_the_last_hour_is_of_the_day_that_it_began_on(ledger: Ledger) -> None:
    midnight = NOON.replace(hour=0)
    sums = [
        Listened(
            at=began + timedelta(hours=1, seconds=1),
            satellite=Satellite(label="Kitchen", entity_id=KITCHEN),
            ear=WAKE,
            integration="earshot",
            version="1",
            began=began,
            ended=began + timedelta(hours=1),
            wakes=0,
        )
        for began in (midnight - timedelta(hours=1), midnight, midnight + timedelta(hours=23))
    ]
    facts = tell(ledger, sums)
    assert [record.began for record in facts.streamed.records] == [midnight + timedelta(hours=23), midnight]


@pytest.mark.parametrize(
    ("began", "ended", "entered", "gaps"),
    [
        (-30, -20, -20, 0),
        (-30, -13, -13, 0),
        (-30, -11, -11, 1),
        (-1, 1, 1, 1),
        (11, 13, 13, 1),
        (13, 14, 14, 0),
        # An outage of the vault goes on while other things are entered, and is entered when it is over.
        (-1, 2000, 2000, 1),
        (-2000, 2000, 2001, 1),
    ],
)
def test_a_gap_is_found_on_every_day_that_it_touches(
    ledger: Ledger, began: int, ended: int, entered: int, gaps: int
) -> None:
    hours = [NOON + timedelta(hours=hour) for hour in (began, ended, entered)]
    facts = tell(ledger, utterance(1, at=NOON), gap(*hours))
    assert [(one.began, one.ended) for one in facts.gaps] == [(hours[0], hours[1])] * gaps


def test_more_gaps_than_are_looked_at_are_a_gap_of_the_whole_day(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gaps_module, "MAX_GAPS", 3)
    later = [gap(NOON + timedelta(days=day), NOON + timedelta(days=day, minutes=5)) for day in range(1, 5)]
    facts = tell(ledger, gap(NOON, NOON + timedelta(minutes=5)), *later[:2])
    assert [one.reason for one in facts.gaps] == ["not_running"]
    (whole,) = tell(ledger, *later[2:]).gaps
    assert (whole.began, whole.ended, whole.reason) == (facts.began, facts.ended, TOO_MANY_GAPS)


def test_what_is_left_out_of_many_is_told(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    for limit in ("MAX_LISTED", "MAX_EXAMINED", "MAX_HAPPENINGS"):
        monkeypatch.setattr(day_module, limit, 3)
    stories = [utterance(number, at=NOON + timedelta(minutes=number), ear=CLOUD) for number in range(5)]
    facts = tell(ledger, *stories, [read(number, NOON) for number in range(3)])
    assert not facts.accessed.more
    facts = tell(ledger, [read(number, NOON) for number in range(3, 5)])
    newest = [utterance_id(number) for number in (4, 3, 2)]
    assert [row.utterance_id for row in facts.listed] == newest
    assert [view.utterance_id for view in facts.left] == [view.utterance_id for view in facts.newest] == newest
    assert facts.internet == facts.count.said == 5
    assert (len(facts.accessed.records), facts.accessed.more) == (3, True)


def test_what_was_redacted_is_told_nowhere(ledger: Ledger) -> None:
    tell(ledger, utterance(1, at=NOON, ear=CLOUD), [read(1, NOON)], utterance(2, at=NOON + timedelta(hours=1)))
    ledger.redact(Selection(utterance_ids=(utterance_id(1),)), by="Anna", at=NOON)
    facts = ledger.day(DAY, UTC)
    assert (facts.count.said, facts.left, facts.accessed.records) == (1, (), ())
    assert facts.known_since == NOON + timedelta(hours=1)


def test_a_ledger_without_entries_has_days_too(ledger: Ledger) -> None:
    facts = ledger.day(date(2026, 3, 29), ZoneInfo("Europe/Berlin"))
    assert facts.known_since is None
    assert facts.ended - facts.began == timedelta(hours=23)
    assert not facts.listed


def test_the_end_of_the_calendar_is_refused(ledger: Ledger) -> None:
    with pytest.raises(LedgerError):
        ledger.day(date.max, UTC)
