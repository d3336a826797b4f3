"""The sentence of a day is true, whatever happened on it, and each part of it has its reasons."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from custom_components.earshot.at_a_glance.answers import (
    HouseVerdict,
    ListenedVerdict,
    Reason,
    ReasonKind,
    SentencePart,
    Today,
    WatchedVerdict,
)
from custom_components.earshot.at_a_glance.reasons import StreamNow
from custom_components.earshot.at_a_glance.today import Moment, tell_day
from custom_components.earshot.gate.streamed import Running
from custom_components.earshot.ledger.circumstances import Announced, Listened
from custom_components.earshot.ledger.giving import Donated, Reviewed
from custom_components.earshot.ledger.ledger import Ledger
from custom_components.earshot.ledger.record import (
    Accessed,
    Contacted,
    Finished,
    Gap,
    Heard,
    Record,
    SettingChanged,
    Shared,
)
from custom_components.earshot.models import ContentKind, Ear, Evidence, Outcome, Place, Satellite
from custom_components.earshot.vault.vault import Vault
from tests.ledger.conftest import ORIGIN
from tests.ledger.samples import CLOUD, DESK, ENGINE, NEIGHBOUR, REVIEWER, VOICE, WAKE, utterance, utterance_id

DAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
EVENING = NOON + timedelta(hours=8)
AFTER = NOON + timedelta(days=2)
KITCHEN = Satellite(label="Kitchen", entity_id="assist_satellite.kitchen")
MOMENT = Moment(
    now=EVENING,
    outages=(),
    watching_since=NOON - timedelta(days=9),
    running=(),
    streams=(),
    decisions=(),
    leftovers_known=False,
)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Give a ledger that began long before the day."""
    made = Ledger.open(f"sqlite:///{tmp_path}/ledger.db", keys=tmp_path / "keys", origin=ORIGIN)
    long_ago = NOON - timedelta(days=9)
    made.append([SettingChanged(at=long_ago, setting="keep_sound", after="nothing", by="Anna")]).result()
    yield made
    made.close()


def tell(ledger: Ledger, *stories: Sequence[Record], day: date | None = None, moment: Moment = MOMENT) -> Today:
    for story in stories:
        ledger.append(story).result()
    return tell_day(ledger, None, day, UTC, moment)


def why(told: Today, part: SentencePart) -> list[tuple[str, ReasonKind]]:
    return [(reason.says, reason.why) for reason in told.reasons if reason.part is part]


def only(told: Today, kind: ReasonKind) -> Reason:
    (reason,) = (reason for reason in told.reasons if reason.why is kind)
    return reason


def test_a_day_on_which_nothing_left_says_so_and_says_who_had_it(ledger: Ledger) -> None:
    told = tell(ledger, *(utterance(number, at=NOON) for number in range(12)))
    assert (told.sentence.said, told.sentence.house, told.sentence.listened, told.sentence.watched) == (
        12,
        HouseVerdict.NOTHING_LEFT,
        ListenedVerdict.NOBODY,
        WatchedVerdict.SO_FAR,
    )
    assert {(reason.who, reason.place, reason.count) for reason in told.reasons} == {
        ("Kitchen satellite", Place.SATELLITE, 12),
        ("Earshot speech-to-text", Place.SANDBOX, 12),
        ("Earshot's vault", Place.THIS_MACHINE, 12),
    }
    assert {reason.says for reason in told.reasons} == {HouseVerdict.NOTHING_LEFT}
    later = tell(ledger, day=DAY, moment=replace(MOMENT, now=AFTER))
    assert (later.sentence.watched, later.is_today) == (WatchedVerdict.WHOLE, False)


def shared(ear: Ear, how: str = "file") -> Shared:
    return Shared(utterance_id=utterance_id(1), at=NOON, contents=(ContentKind.SOUND,), ear=ear, how=how, by="Anna")


def streamed(ear: Ear) -> Listened:
    return Listened(at=NOON, satellite=KITCHEN, ear=ear, integration="x", version="1", began=NOON, ended=NOON, wakes=0)


def unseen(number: int) -> tuple[Record, ...]:
    heard, _, _, finished = utterance(number, at=NOON)
    assert isinstance(heard, Heard)
    assert isinstance(finished, Finished)
    return replace(heard, outside="stt_api"), replace(finished, outcome=Outcome.UNSEEN)


AWAY = replace(WAKE, place=Place.INTERNET, label="Wake words in a cloud")
LOST = replace(WAKE, place=Place.UNKNOWN, evidence=Evidence.UNKNOWN)
LONG_AGO = utterance(1, at=NOON - timedelta(days=8))


@pytest.mark.parametrize(
    ("stories", "house", "kind"),
    [
        ([utterance(1, at=NOON, ear=CLOUD)], HouseVerdict.LEFT, ReasonKind.EAR),
        ([utterance(1, at=NOON, ear=CLOUD)[:2]], HouseVerdict.LEFT, ReasonKind.EAR),
        ([utterance(1, at=NOON, ear=NEIGHBOUR)], HouseVerdict.UNKNOWN, ReasonKind.EAR),
        ([unseen(1)], HouseVerdict.UNKNOWN, ReasonKind.UNSEEN),
        ([LONG_AGO, [shared(DESK)]], HouseVerdict.LEFT, ReasonKind.SHARED),
        ([LONG_AGO, [shared(NEIGHBOUR)]], HouseVerdict.UNKNOWN, ReasonKind.SHARED),
        ([LONG_AGO, [shared(NEIGHBOUR, "capture")]], HouseVerdict.UNKNOWN, ReasonKind.CAPTURED),
        (
            [
                LONG_AGO,
                [
                    Donated(
                        utterance_id=utterance_id(1),
                        at=NOON,
                        donation_id="d",
                        consent_id="c",
                        contents=(ContentKind.SOUND,),
                        ear=DESK,
                        size=1,
                        sha256="e",
                        by="waited",
                    )
                ],
            ],
            HouseVerdict.LEFT,
            ReasonKind.DONATED,
        ),
        (
            [[Announced(at=NOON, ear=VOICE, took_ms=1, integration="x", version="1", status="ok")]],
            HouseVerdict.LEFT,
            ReasonKind.ANNOUNCED,
        ),
        ([[streamed(AWAY)]], HouseVerdict.LEFT, ReasonKind.STREAMED),
        ([[streamed(LOST)]], HouseVerdict.UNKNOWN, ReasonKind.STREAMED),
    ],
    ids=[
        "cloud",
        "cloud, still open",
        "unknown place",
        "nobody told how it ended",
        "shared today, said long ago",
        "shared with nobody knows whom",
        "captured",
        "donated today, said long ago",
        "announced by a cloud",
        "streamed to a cloud",
        "streamed to nobody knows where",
    ],
)
def test_whatever_left_is_in_the_sentence_with_its_reason(
    ledger: Ledger, stories: Sequence[Sequence[Record]], house: HouseVerdict, kind: ReasonKind
) -> None:
    told = tell(ledger, *stories)
    assert told.sentence.house is house
    reasons = [reason for reason in told.reasons if (reason.part, reason.says) == (SentencePart.HOUSE, house)]
    assert [(reason.why, reason.count) for reason in reasons] == [(kind, 1)]


def test_the_worst_counts_and_stands_first(ledger: Ledger) -> None:
    told = tell(ledger, utterance(1, at=NOON), utterance(2, at=NOON, ear=NEIGHBOUR), utterance(3, at=NOON, ear=CLOUD))
    assert told.sentence.house is HouseVerdict.LEFT
    assert [says for says, _ in why(told, SentencePart.HOUSE)][:3] == [
        HouseVerdict.LEFT,
        HouseVerdict.UNKNOWN,
        HouseVerdict.NOTHING_LEFT,
    ]
    assert (told.left_house, told.unknown) == (2, 1)
    cloud = told.reasons[0]
    assert (cloud.who, cloud.place, cloud.evidence) == ("Some cloud", Place.INTERNET, Evidence.DECLARED)
    assert (cloud.utterance_ids, cloud.last_at) == ((utterance_id(3),), NOON)


def test_a_stream_that_goes_out_now_or_was_not_entered_yet_counts(ledger: Ledger) -> None:
    unentered = replace(MOMENT, running=(Running(streamed(AWAY), going_on=False),))
    assert only(tell(ledger, moment=unentered), ReasonKind.STREAMED).how == "Kitchen"
    stream = StreamNow(satellite="Kitchen", engine="Theirs", place=Place.UNKNOWN, evidence=Evidence.UNKNOWN, since=NOON)
    told = tell(ledger, moment=replace(MOMENT, streams=(stream,)))
    assert told.sentence.house is HouseVerdict.UNKNOWN
    assert only(told, ReasonKind.STREAMS_NOW).who == "Theirs"
    # Of another day it says nothing.
    assert tell(ledger, day=DAY - timedelta(days=1), moment=replace(MOMENT, streams=(stream,))).reasons == ()


def opened(at: datetime, how: str = "words", content: ContentKind = ContentKind.WORDS) -> list[Record]:
    return [Accessed(utterance_id=utterance_id(1), at=at, contents=(content,), who="Berta", how=how)]


def reviewed(action: str, utterance: str | None = utterance_id(1)) -> list[Record]:
    return [
        Reviewed(
            utterance_id=utterance,
            at=NOON,
            donation_id="d",
            ear=REVIEWER,
            action=action,
            happened=NOON,
            receipt_sha256="f",
        )
    ]


@pytest.mark.parametrize(
    ("stories", "listened", "kind"),
    [
        ([LONG_AGO, opened(NOON)], ListenedVerdict.SOMEBODY, ReasonKind.ACCESSED),
        ([utterance(1, at=NOON), opened(NOON + timedelta(days=30))], ListenedVerdict.SOMEBODY, ReasonKind.ACCESSED),
        ([LONG_AGO, reviewed("listened")], ListenedVerdict.SOMEBODY, ReasonKind.REVIEWED),
        ([LONG_AGO, [shared(NEIGHBOUR, "capture")]], ListenedVerdict.UNKNOWN, ReasonKind.CAPTURED),
        ([LONG_AGO, [shared(NEIGHBOUR)]], ListenedVerdict.UNKNOWN, ReasonKind.SHARED),
        # A search by itself lets nobody hear anything, and a deletion is no listening.
        ([LONG_AGO, opened(NOON, "search"), reviewed("deleted")], ListenedVerdict.NOBODY, None),
        ([LONG_AGO, opened(NOON - timedelta(days=1))], ListenedVerdict.NOBODY, None),
        ([LONG_AGO, reviewed("listened", None)], ListenedVerdict.NOBODY, None),
        # Who asks for what was never kept hears nothing.
        ([LONG_AGO, opened(NOON, "sound", ContentKind.SOUND)], ListenedVerdict.NOBODY, None),
    ],
    ids=[
        "opened today, said long ago",
        "said today, opened later",
        "reviewed",
        "captured",
        "shared",
        "searched and deleted",
        "opened yesterday, said long ago",
        "a review desk here, of others",
        "asked for what is not there",
    ],
)
def test_whoever_listened_is_in_the_sentence_with_the_reason(
    ledger: Ledger, stories: Sequence[Sequence[Record]], listened: ListenedVerdict, kind: ReasonKind | None
) -> None:
    told = tell(ledger, *stories)
    assert told.sentence.listened is listened
    assert why(told, SentencePart.LISTENED) == ([] if kind is None else [(listened, kind)])


def test_more_accesses_than_are_looked_at_leave_it_unknown(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("custom_components.earshot.ledger.day.MAX_HAPPENINGS", 2)
    assert tell(ledger, LONG_AGO, *[opened(NOON, "search")] * 2).sentence.listened is ListenedVerdict.NOBODY
    told = tell(ledger, opened(NOON, "search"))
    assert told.sentence.listened is ListenedVerdict.UNKNOWN
    assert only(told, ReasonKind.MORE).how == "accessed"


GAP = Gap(at=NOON, began=NOON - timedelta(hours=1), ended=NOON, reason="not_running")


def test_a_day_with_a_gap_is_no_clean_day(ledger: Ledger) -> None:
    told = tell(ledger, utterance(1, at=NOON), [GAP])
    assert (told.sentence.house, told.sentence.listened, told.sentence.watched) == (
        HouseVerdict.NOTHING_SEEN,
        ListenedVerdict.NOBODY_SEEN,
        WatchedVerdict.IN_PART,
    )
    assert only(told, ReasonKind.GAP).how == "not_running"
    assert [(gap.began, gap.ended, gap.reason) for gap in told.gaps] == [(GAP.began, GAP.ended, "not_running")]
    # What is known to have left has left, gap or not.
    assert tell(ledger, utterance(2, at=NOON, ear=CLOUD)).sentence.house is HouseVerdict.LEFT


def test_an_outage_that_goes_on_is_a_gap_without_an_end(ledger: Ledger) -> None:
    ill = replace(MOMENT, outages=(("ledger_unavailable", NOON),))
    told = tell(ledger, moment=ill)
    assert (told.sentence.house, told.gaps[0].ended) == (HouseVerdict.NOTHING_SEEN, None)
    assert tell(ledger, day=DAY - timedelta(days=1), moment=ill).gaps == ()


def test_what_was_before_the_ledger_was_not_watched(ledger: Ledger) -> None:
    before = tell(ledger, day=DAY - timedelta(days=10))
    assert (before.sentence.house, [gap.reason for gap in before.gaps]) == (
        HouseVerdict.NOTHING_SEEN,
        ["before_earshot"],
    )
    first = tell(ledger, day=DAY - timedelta(days=9))
    assert [(gap.began, gap.ended) for gap in first.gaps] == [(first.began, MOMENT.watching_since)]
    assert tell(ledger, day=DAY - timedelta(days=8)).gaps == ()


def test_a_day_that_has_not_begun_promises_nothing(ledger: Ledger) -> None:
    told = tell(ledger, day=DAY + timedelta(days=1))
    assert (told.sentence.house, told.sentence.watched, told.gaps) == (
        HouseVerdict.NOTHING_SEEN,
        WatchedVerdict.NOT_YET,
        (),
    )


def test_reasons_name_some_utterances_and_say_when_there_may_be_more(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("custom_components.earshot.ledger.day.MAX_EXAMINED", 25)
    stories = [utterance(number, at=NOON + timedelta(seconds=number), ear=CLOUD) for number in range(25)]
    told = tell(ledger, *stories)
    (cloud,) = (reason for reason in told.reasons if reason.says is HouseVerdict.LEFT)
    assert (cloud.count, cloud.at_least, len(cloud.utterance_ids)) == (25, False, 20)
    assert cloud.utterance_ids[0] == utterance_id(24)
    told = tell(ledger, utterance(25, at=NOON, ear=CLOUD))
    (cloud,) = (reason for reason in told.reasons if reason.says is HouseVerdict.LEFT)
    assert (cloud.count, cloud.at_least, told.left_house) == (25, True, 26)


def test_marks_tell_all_that_an_utterance_was(ledger: Ledger) -> None:
    heard, *rest = utterance(4, at=NOON, ear=CLOUD)
    assert isinstance(heard, Heard)
    past = (replace(heard, outside="pipeline"), *rest)
    told = tell(
        ledger,
        utterance(1, at=NOON - timedelta(minutes=1)),
        utterance(2, at=NOON, outcome=Outcome.FALSE_WAKE, satellite="bedroom"),
        utterance(3, at=NOON, outcome=Outcome.BLOCKED),
        past,
        opened(NOON),
        unseen(5),
        utterance(6, at=NOON)[:1],
        utterance(7, at=NOON)[1:],
    )
    marks = {mark.utterance_id: mark for line in told.satellites for mark in line.marks}
    assert {name: "+".join(mark.sorts) for name, mark in marks.items()} == {
        utterance_id(1): "said+listened",
        utterance_id(2): "false_wake",
        utterance_id(3): "said+blocked",
        utterance_id(4): "said+outside+left_house",
        utterance_id(5): "said+outside+unknown",
        utterance_id(6): "said",
        utterance_id(7): "said",
    }
    assert all(mark.sort is mark.sorts[-1] for mark in marks.values())
    assert [name for name, mark in marks.items() if mark.open] == [utterance_id(6)]
    assert [(line.label, line.name, line.count) for line in told.satellites] == [
        ("Bedroom", "assist_satellite.bedroom", 1),
        ("Kitchen", "assist_satellite.kitchen", 5),
        (None, None, 1),
    ]
    kitchen = told.satellites[1].marks
    assert list(kitchen) == sorted(kitchen, key=lambda mark: mark.at)
    assert told.outside == 2


def test_marks_are_bounded_and_say_how_many_are_missing(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("custom_components.earshot.ledger.day.MAX_LISTED", 3)
    bedroom = [utterance(number, at=NOON + timedelta(minutes=number), satellite="bedroom") for number in range(2)]
    kitchen = [utterance(number, at=NOON + timedelta(minutes=number)) for number in range(2, 6)]
    told = tell(ledger, *bedroom, *kitchen)
    assert [(line.label, len(line.marks), line.more) for line in told.satellites] == [
        ("assist_satellite.bedroom", 0, 2),
        ("Kitchen", 3, 1),
    ]


def test_streams_are_summed_by_satellite_and_engine_and_go_on(ledger: Ledger) -> None:
    hours = [
        replace(
            streamed(WAKE),
            at=NOON + timedelta(hours=hour + 1),
            began=NOON + timedelta(hours=hour),
            ended=NOON + timedelta(hours=hour + 1),
            wakes=hour,
        )
        for hour in range(3)
    ]
    so_far = replace(hours[2], satellite=replace(KITCHEN, label="Kitchen, new"), ended=NOON + timedelta(hours=4))
    told = tell(ledger, hours[:2], [streamed(AWAY)], moment=replace(MOMENT, running=(Running(so_far, going_on=True),)))
    away, own = sorted(told.streamed, key=lambda stream: stream.going_on)
    assert (own.label, own.sound_ms, own.wakes, own.going_on) == ("Kitchen, new", 3 * 3_600_000, 3, True)
    assert (own.since, own.until) == (NOON, NOON + timedelta(hours=4))
    assert (away.engine, away.going_on) == ("Wake words in a cloud", False)


def test_announcements_and_contacts_are_summed(ledger: Ledger) -> None:
    said = Announced(at=NOON, ear=VOICE, took_ms=1, integration="x", version="1", status="ok")
    asked = Contacted(at=NOON, purpose="model", label="Voice", host="models.example", received_bytes=5)
    told = tell(
        ledger,
        [said, replace(said, at=EVENING, status="error:x"), replace(said, ear=ENGINE)],
        [asked, asked, replace(asked, label="Packages", host=None, received_bytes=None)],
    )
    voice = next(one for one in told.announced if one.engine == VOICE.label)
    assert (voice.count, voice.words, voice.failed, voice.last_at) == (2, 8, 1, EVENING)
    assert sorted((one.label, one.count, one.received_bytes) for one in told.contacted) == [
        ("Packages", 1, None),
        ("Voice", 2, 10),
    ]
    # What Earshot fetched is nothing that was said.
    assert only(told, ReasonKind.ANNOUNCED).says is HouseVerdict.LEFT


def test_what_is_kept_is_what_the_vault_holds(ledger: Ledger, tmp_path: Path) -> None:
    vault = Vault.open(tmp_path / "vault", tmp_path / "vault-keys")
    first, last = EVENING + timedelta(days=40_000), EVENING + timedelta(days=50_000)
    vault.commit(vault.seal("U1", ContentKind.WORDS, b"words", until=first))
    vault.commit(vault.seal("U1", ContentKind.SOUND, b"sound", until=last))
    vault.seal("U2", ContentKind.RESPONSE, b"waits", until=None)
    told = tell_day(ledger, vault, None, UTC, MOMENT).kept
    assert told is not None
    assert (told.words, told.sounds, told.responses, told.without_end) == (1, 1, 1, 1)
    assert (told.next_erasure, told.last_erasure) == (first, last)
    assert told.bytes == sum(path.stat().st_size for path in (tmp_path / "vault").iterdir())
    assert tell(ledger).kept is None
