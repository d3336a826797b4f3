"""What is told of days is what the ledger knows, with how sure it is."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from custom_components.earshot.at_a_glance.answers import HouseVerdict, ListenedVerdict
from custom_components.earshot.digest.facts import DigestFacts, FalseWakes, Moment, gather
from custom_components.earshot.ledger.circumstances import Announced, Listened
from custom_components.earshot.ledger.giving import Reviewed
from custom_components.earshot.ledger.ledger import Ledger
from custom_components.earshot.ledger.record import (
    Accessed,
    CheckpointWitnessed,
    Erased,
    Gap,
    SettingChanged,
    Shared,
)
from custom_components.earshot.models import ContentKind, EarKind, Outcome, Satellite
from tests.ledger.conftest import ORIGIN
from tests.ledger.samples import CLOUD, ENGINE, NEIGHBOUR, REVIEWER, VOICE, WAKE, utterance, utterance_id

FIRST, LAST = date(2026, 11, 16), date(2026, 11, 22)
NOON = datetime(2026, 11, 18, 12, tzinfo=UTC)
BEGAN = NOON - timedelta(days=30)
DAY = timedelta(days=1)
KITCHEN = Satellite(label="Kitchen", entity_id="assist_satellite.kitchen")
MOMENT = Moment(
    now=datetime(2026, 11, 23, 9, tzinfo=UTC),
    outages=(),
    watching_since=BEGAN,
    unentered=(),
    vault=None,
    names={"assist_satellite.kitchen": "Kitchen speaker"},
)
STREAM = Listened(
    at=NOON,
    satellite=KITCHEN,
    ear=replace(WAKE, place=CLOUD.place, label="A cloud's ear"),
    began=NOON - timedelta(hours=1),
    ended=NOON,
    wakes=1,
    integration="cloud",
    version="1",
)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Give a ledger that began long before the week."""
    made = Ledger.open(f"sqlite:///{tmp_path}/ledger.db", keys=tmp_path / "keys", origin=ORIGIN)
    made.append([SettingChanged(at=BEGAN, setting="keep_sound", after="nothing", by="Anna")]).result()
    yield made
    made.close()


def told(ledger: Ledger, moment: Moment = MOMENT, first: date = FIRST) -> DigestFacts:
    facts = gather(ledger, first, LAST, UTC, moment)
    assert facts is not None
    return facts


def test_a_week_on_which_nothing_happened(ledger: Ledger) -> None:
    facts = told(ledger)
    assert (facts.first, facts.last, len(facts.days)) == ("2026-11-16", "2026-11-22", 7)
    assert (facts.said, facts.left_house, facts.maybe_left, facts.listened, facts.erased) == (0, 0, 0, 0, 0)
    assert (facts.house, facts.besides) == (HouseVerdict.NOTHING_LEFT, HouseVerdict.NOTHING_LEFT)
    assert (facts.listened_verdict, facts.unwatched_ms) == (ListenedVerdict.NOBODY, 0)
    assert facts.kept is None
    assert not facts.witnessed


def test_each_thing_is_in_its_number_and_what_was_before_or_after_is_in_none(ledger: Ledger) -> None:
    for number, (after, outcome, satellite, ear) in enumerate(
        [
            (0 * DAY, Outcome.ANSWERED, "kitchen", CLOUD),
            (1 * DAY, Outcome.BLOCKED, "kitchen", ENGINE),
            (1 * DAY, Outcome.FALSE_WAKE, "hall", ENGINE),
            (2 * DAY, Outcome.FALSE_WAKE, "kitchen", ENGINE),
            (3 * DAY, Outcome.FALSE_WAKE, "kitchen", NEIGHBOUR),
            (-4 * DAY, Outcome.ANSWERED, "kitchen", CLOUD),
            (5 * DAY, Outcome.FALSE_WAKE, "kitchen", CLOUD),
        ]
    ):
        ledger.append(utterance(number, at=NOON + after, outcome=outcome, satellite=satellite, ear=ear)).result()
    ledger.append(
        [
            Erased(utterance_id=utterance_id(5), at=NOON, contents=(ContentKind.WORDS,), by="retention"),
            Erased(utterance_id=utterance_id(0), at=NOON + 9 * DAY, contents=(ContentKind.WORDS,), by="retention"),
            CheckpointWitnessed(at=NOON, size=1, root="0" * 64, agrees=True, witness="Anna", how="text"),
        ]
    ).result()
    facts = told(ledger)
    assert (facts.said, facts.blocked, facts.false_wakes, facts.erased) == (2, 1, 3, 1)
    assert (facts.left_house, facts.maybe_left, facts.house) == (1, 1, HouseVerdict.LEFT)
    assert facts.left_at == (EarKind.AGENT,)
    assert facts.by_satellite == (
        FalseWakes(satellite="assist_satellite.kitchen", name="Kitchen speaker", count=2),
        FalseWakes(satellite="assist_satellite.hall", name="assist_satellite.hall", count=1),
    )
    assert facts.witnessed
    assert [(day.said, day.false_wakes, day.left_house, day.maybe_left) for day in facts.days[2:6]] == [
        (1, 0, 1, 0),
        (1, 1, 0, 0),
        (0, 1, 0, 0),
        (0, 1, 0, 1),
    ]


def test_what_was_opened_in_these_days_counts_once_whenever_it_was_said(ledger: Ledger) -> None:
    ledger.append(utterance(1, at=NOON - 9 * DAY)).result()
    ledger.append(utterance(2, at=NOON)).result()
    for number, at in ((1, NOON), (1, NOON + DAY), (2, NOON + 9 * DAY)):
        read = Accessed(
            utterance_id=utterance_id(number), at=at, contents=(ContentKind.WORDS,), who="Annabel", how="words"
        )
        ledger.append([read]).result()
    facts = told(ledger)
    assert (facts.listened, facts.listened_verdict, facts.listened_at_least) == (1, ListenedVerdict.SOMEBODY, False)
    assert "Annabel" not in str(facts)


@pytest.mark.parametrize(
    ("number", "action", "listened"), [(1, "listened", 1), (1, "deleted", 0), (None, "listened", 0)]
)
def test_a_reviewer_who_listened_counts_and_what_a_desk_here_heard_of_others_does_not(
    ledger: Ledger, number: int | None, action: str, listened: int
) -> None:
    ledger.append(utterance(1, at=NOON - 9 * DAY)).result()
    ledger.append(
        [
            Reviewed(
                utterance_id=None if number is None else utterance_id(number),
                at=NOON,
                donation_id="d4" * 16,
                ear=REVIEWER,
                action=action,
                happened=NOON,
                receipt_sha256="f6" * 32,
            )
        ]
    ).result()
    assert told(ledger).listened == listened


def test_a_microphone_that_was_captured_may_have_been_listened_to(ledger: Ledger) -> None:
    ledger.append(utterance(1, at=NOON)).result()
    ledger.append(
        [
            Shared(
                utterance_id=utterance_id(1),
                at=NOON,
                contents=(ContentKind.SOUND,),
                ear=NEIGHBOUR,
                by="x",
                how="capture",
            )
        ]
    ).result()
    facts = told(ledger)
    assert (facts.listened, facts.listened_verdict, facts.besides) == (
        0,
        ListenedVerdict.UNKNOWN,
        HouseVerdict.UNKNOWN,
    )


@pytest.mark.parametrize("entered", [True, False])
def test_a_stream_that_left_is_told_though_nothing_was_said(ledger: Ledger, entered: bool) -> None:  # noqa: FBT001 - a parameter of the test
    if entered:
        ledger.append([STREAM]).result()
    facts = told(ledger, MOMENT if entered else replace(MOMENT, unentered=(STREAM,)))
    assert (facts.left_house, facts.besides, facts.house) == (0, HouseVerdict.LEFT, HouseVerdict.LEFT)
    assert facts.left_at == (EarKind.WAKE_WORD,)


def test_a_stream_of_today_is_not_of_yesterday(ledger: Ledger) -> None:
    today = replace(STREAM, began=MOMENT.now, ended=MOMENT.now)
    assert told(ledger, replace(MOMENT, unentered=(today,))).house is HouseVerdict.NOTHING_LEFT


def test_an_announcement_that_left_is_told(ledger: Ledger) -> None:
    ledger.append([Announced(at=NOON, ear=VOICE, integration="cloud", version="1", status="ok", took_ms=1)]).result()
    assert told(ledger).besides is HouseVerdict.LEFT


def test_what_was_not_watched_is_counted_once_and_makes_nothing_sure(ledger: Ledger) -> None:
    hour = timedelta(hours=1)
    ledger.append(
        [
            Gap(at=NOON + hour, began=NOON, ended=NOON + hour, reason="not_running"),
            Gap(at=NOON + hour, began=NOON + hour / 2, ended=NOON + 2 * hour, reason="ledger_unavailable"),
        ]
    ).result()
    facts = told(ledger)
    assert facts.unwatched_ms == 2 * 3_600_000
    assert (facts.house, facts.listened_verdict) == (HouseVerdict.NOTHING_SEEN, ListenedVerdict.NOBODY_SEEN)
    # An outage that goes on has no entry yet.
    ill = replace(MOMENT, outages=(("vault_failed", datetime(2026, 11, 22, 23, tzinfo=UTC)),))
    assert told(ledger, ill).unwatched_ms == 3 * 3_600_000


def test_days_before_the_ledger_are_left_out(ledger: Ledger) -> None:
    facts = told(ledger, first=date(2026, 10, 10))
    assert facts.first == BEGAN.date().isoformat()
    assert facts.days[0].unwatched_ms == 12 * 3_600_000
    assert gather(ledger, date(2026, 10, 1), date(2026, 10, 10), UTC, MOMENT) is None


def test_days_are_those_of_the_house(ledger: Ledger) -> None:
    ledger.append(utterance(1, at=datetime(2026, 11, 22, 23, 30, tzinfo=UTC))).result()
    assert told(ledger).said == 1
    berlin = gather(ledger, FIRST, LAST, ZoneInfo("Europe/Berlin"), MOMENT)
    assert berlin is not None
    assert berlin.said == 0
