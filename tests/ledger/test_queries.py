"""Every question has an index, so that a page costs the same wherever it lies and however long the ledger is."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
import sqlite3
from typing import Any

from hypothesis import HealthCheck, given, settings, strategies as st
import pytest
from sqlalchemy import Select
from sqlalchemy.dialects import sqlite

from custom_components.earshot.ledger.company import of_label, of_place
from custom_components.earshot.ledger.erasure import Selection
from custom_components.earshot.ledger.ledger import Ledger
from custom_components.earshot.ledger.plain import to_milliseconds
from custom_components.earshot.ledger.projection import UtteranceRow
from custom_components.earshot.ledger.query import Cursor, Labels, Query
from custom_components.earshot.ledger.record import Accessed, Erased, Record, Stored
from custom_components.earshot.ledger.sql_store.queries import (
    FEW,
    affected_query,
    companies_in_use,
    count_query,
    few_query,
    happenings_query,
    newest_query,
    next_satellite,
    place_query,
    tally_query,
    utterance_query,
)
from custom_components.earshot.ledger.sql_store.schema import HAPPENINGS
from custom_components.earshot.models import ContentKind, Outcome, Place
from tests.ledger.conftest import LedgerHome
from tests.ledger.samples import CLOUD, DISK, MICROPHONE, NOON, SAMPLES, utterance, utterance_id

RANGE = {"since": NOON, "until": NOON + timedelta(days=1)}
AFTER = {"before": str(Cursor(5, 6))}
SORTED = "USE TEMP B-TREE FOR ORDER BY"


def plan(home: LedgerHome, statement: Select[tuple[object, ...]]) -> list[str]:
    """Return how SQLite would do it."""
    compiled = statement.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True})
    return [str(row[3]) for row in home.sql(f"EXPLAIN QUERY PLAN {compiled}")]


@pytest.mark.parametrize("more", [{}, RANGE, AFTER, RANGE | AFTER], ids=["all", "range", "page", "range and page"])
@pytest.mark.parametrize(
    ("filters", "index"),
    [
        ({}, "utterance_in_company_in_time"),
        ({"satellite": "assist_satellite.kitchen"}, "utterance_by_satellite"),
        ({"outcome": Outcome.FAILED}, "utterance_by_outcome"),
        ({"left_house": True}, "utterance_by_left_house"),
        ({"listened": True}, "utterance_by_listened"),
        ({"sound_kept": True}, "utterance_by_sound_kept"),
        ({"words_kept": True}, "utterance_by_words_kept"),
        ({"heard_by": "Piper"}, "utterance_by_company"),
        ({"place": Place.INTERNET}, "utterance_by_company"),
        # What nearly every utterance has: the first ones that come along fill a page.
        ({"left_house": False}, "in_time"),
        ({"listened": False, "sound_kept": False, "words_kept": False}, "in_time"),
    ],
    ids=str,
)
def test_every_filter_is_served_in_order_by_an_index(
    home: LedgerHome, filters: dict[str, object], index: str, more: dict[str, object]
) -> None:
    with home.opened():
        pass
    query = Query(**filters, **more)  # type: ignore[arg-type]  # fields of a query
    # By who heard them a page comes in order unless it is of few.
    first, *others = plan(home, utterance_query(query, few=few_query(query) is not None))
    assert "USING INDEX" in first
    assert index in first
    assert (SORTED in others) is (index == "utterance_by_company")
    passing, *others = plan(home, place_query(query, few=False))
    assert "USING COVERING INDEX" in passing
    assert SORTED not in others


def test_what_happened_to_utterances_is_counted_from_an_entry_on_and_not_from_the_first(home: LedgerHome) -> None:
    with home.opened():
        pass
    steps = plan(home, affected_query(Erased.kind, 7, 0, 1))
    assert any("entry USING INTEGER PRIMARY KEY (rowid>?)" in step for step in steps)
    assert not any("SCAN entry" in step for step in steps)


@pytest.mark.parametrize("filters", [{"heard_by": "Piper"}, {"place": Place.INTERNET}], ids=str)
def test_what_many_have_heard_is_come_upon_in_time(home: LedgerHome, filters: dict[str, object]) -> None:
    with home.opened():
        pass
    steps = plan(home, utterance_query(Query(**filters), few=False))  # type: ignore[arg-type]  # fields of a query
    assert "SCAN utterance USING INDEX utterance_in_company_in_time" in steps
    assert SORTED not in steps


@pytest.mark.parametrize(
    ("filters", "index"),
    [
        ({}, "utterance_by_first_entry"),
        (RANGE, "utterance_in_company_in_time"),
        ({"satellite": "assist_satellite.kitchen"}, "utterance_by_satellite"),
        ({"outcome": Outcome.FAILED}, "utterance_by_outcome"),
        ({"left_house": True}, "utterance_by_left_house"),
        ({"heard_by": "Piper"}, "utterance_by_company"),
        ({"place": Place.INTERNET}, "utterance_by_company"),
        ({"words_kept": False}, "utterance_in_time"),
        ({"satellite": "assist_satellite.kitchen", "outcome": Outcome.FAILED}, "utterance_in_time"),
        ({"satellite": "assist_satellite.kitchen", "heard_by": "Piper", "left_house": False}, "utterance_in_time"),
    ],
    ids=str,
)
def test_what_is_counted_never_leaves_an_index(home: LedgerHome, filters: dict[str, object], index: str) -> None:
    with home.opened():
        pass
    step, *_ = plan(home, count_query(Query(**filters), few=False))  # type: ignore[arg-type]  # fields of a query
    assert f"USING COVERING INDEX {index}" in step


def test_names_to_choose_from_are_found_without_a_look_at_every_utterance(home: LedgerHome) -> None:
    with home.opened():
        pass
    assert plan(home, next_satellite("a")) == [
        "SEARCH utterance USING COVERING INDEX utterance_by_satellite (satellite>?)"
    ]
    assert any("utterance EXISTS USING INDEX utterance_by_company" in step for step in plan(home, companies_in_use()))


def test_counting_stays_within_an_index(home: LedgerHome) -> None:
    with home.opened():
        pass
    search, *_ = plan(home, tally_query(5, 6))
    assert "SEARCH utterance USING COVERING INDEX utterance_in_time (at>? AND at<?)" in search


@pytest.mark.parametrize("kind", HAPPENINGS)
@pytest.mark.parametrize("until", [None, 6], ids=["on", "range"])
def test_what_happened_in_a_time_is_found_in_order_by_an_index(home: LedgerHome, kind: str, until: int | None) -> None:
    with home.opened():
        pass
    (step,) = plan(home, happenings_query(kind, 5, until, 50))
    assert "SEARCH entry USING INDEX entry_in_time (kind=? AND at>?" in step


@pytest.mark.parametrize("kind", HAPPENINGS)
@pytest.mark.parametrize("last", [None, Cursor(5, 6)], ids=["first page", "next page"])
def test_the_newest_of_a_kind_are_found_in_order_by_an_index(home: LedgerHome, kind: str, last: Cursor | None) -> None:
    with home.opened():
        pass
    (step,) = plan(home, newest_query(kind, last, 50))
    assert "SEARCH entry USING INDEX entry_in_time (kind=?" in step


HEARD: Any = SAMPLES[0]
STORIES: Sequence[tuple[Record, ...]] = (
    utterance(0),
    utterance(1, outcome=Outcome.FALSE_WAKE, satellite="bedroom")[:1],
    utterance(2, ear=CLOUD),
    (*utterance(3), Erased(utterance_id=utterance_id(3), at=NOON, contents=(ContentKind.WORDS,), by="retention")),
    (
        *utterance(4, satellite="bedroom"),
        Accessed(utterance_id=utterance_id(4), at=NOON, contents=(ContentKind.WORDS,), who="Anna", how="words"),
    ),
    (
        *utterance(5),
        Accessed(utterance_id=utterance_id(5), at=NOON, contents=(ContentKind.WORDS,), who="Anna", how="search"),
    ),
    (
        *utterance(6, ear=CLOUD),
        Stored(
            utterance_id=utterance_id(6), at=NOON, content=ContentKind.SOUND, ear=DISK, size=9, commitment="00" * 32
        ),
    ),
)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with LedgerHome(tmp_path_factory.mktemp("told")).opened() as ledger:
        for story in STORIES:
            ledger.append(story).result()
        yield ledger


FINDINGS = [
    (Query(), [6, 5, 4, 3, 2, 1, 0]),
    (Query(left_house=True), [6, 2]),
    (Query(left_house=False), [5, 4, 3, 0]),
    (Query(listened=True), [4]),
    (Query(listened=False), [6, 5, 3, 2, 1, 0]),
    (Query(sound_kept=True), [6]),
    (Query(words_kept=True), [6, 5, 4, 2, 0]),
    (Query(words_kept=False), [3, 1]),
    (Query(words_kept=True, left_house=True, satellite="assist_satellite.kitchen"), [6, 2]),
    (Query(satellite="assist_satellite.bedroom", listened=True), [4]),
    (Query(sound_kept=True, listened=True), []),
    (Query(heard_by="Some cloud"), [6, 2]),
    (Query(heard_by="some cloud"), []),
    (Query(heard_by="Some"), []),
    (Query(heard_by="Kitchen satellite"), [6, 5, 4, 3, 2, 1, 0]),
    (Query(heard_by=""), []),
    (Query(place=Place.INTERNET), [6, 2]),
    (Query(place=Place.SANDBOX), [5, 4, 3, 0]),
    (Query(place=Place.HOME_NETWORK), []),
    (Query(place=Place.SANDBOX, heard_by="Some cloud"), []),
    (Query(place=Place.THIS_MACHINE, heard_by="Some cloud", sound_kept=True), [6]),
    (Query(heard_by="Earshot's vault", satellite="assist_satellite.bedroom"), [4]),
    (Query(skip=5), [1, 0]),
    (Query(skip=6, limit=1), [0]),
    (Query(skip=7), []),
    (Query(skip=2, place=Place.SANDBOX), [3, 0]),
    (Query(skip=1, left_house=True), [2]),
]


@pytest.mark.parametrize(("query", "numbers"), FINDINGS, ids=str)
def test_a_query_finds_what_it_says(told: Ledger, query: Query, numbers: list[int]) -> None:
    assert [item.utterance_id for item in told.utterances(query).items] == [utterance_id(number) for number in numbers]


flags = st.none() | st.booleans()
queries = st.builds(
    Query,
    limit=st.integers(1, 4),
    satellite=st.none() | st.sampled_from(["assist_satellite.kitchen", "assist_satellite.bedroom"]),
    left_house=flags,
    listened=flags,
    sound_kept=flags,
    words_kept=flags,
    place=st.none() | st.sampled_from(Place),
    heard_by=st.none() | st.sampled_from(["Some cloud", "Earshot's vault", "nobody"]),
    since=st.none() | st.integers(0, 7).map(lambda seconds: NOON + timedelta(seconds=seconds)),
    until=st.none() | st.integers(0, 7).map(lambda seconds: NOON + timedelta(seconds=seconds)),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(queries)
def test_pages_together_are_what_one_page_would_be(told: Ledger, query: Query) -> None:
    whole = [item.utterance_id for item in told.utterances(replace(query, limit=100)).items]
    paged, before = [], None
    while True:
        page = told.utterances(replace(query, before=before))
        paged += [item.utterance_id for item in page.items]
        before = page.next
        if before is None:
            break
    assert paged == whole


@settings(deadline=None)
@given(queries)
def test_a_query_restricts_by_every_field_alone(told: Ledger, query: Query) -> None:
    """Held to the rows themselves, without SQL."""
    with told._store.read() as snapshot:
        rows = [row for row in snapshot.all_utterances() if holds(query, row)]
        found = snapshot.utterances(replace(query, limit=100))
        behind = snapshot.utterances(replace(query, limit=100, skip=2))
        counted = snapshot.count(query)
    assert sorted(found, key=lambda row: row.first_index) == rows
    assert (behind, counted) == (found[2:], len(rows))


def holds(query: Query, row: UtteranceRow) -> bool:
    wanted = {
        name: getattr(query, name) for name in ("satellite", "left_house", "listened", "sound_kept", "words_kept")
    }
    at = row.at
    return (
        all(value is None or getattr(row, name) == value for name, value in wanted.items())
        and (query.place is None or of_place(query.place) in row.company)
        and (query.heard_by is None or of_label(query.heard_by) in row.company)
        and (query.since is None or at >= to_milliseconds(query.since))
        and (query.until is None or at < to_milliseconds(query.until))
    )


def test_sqlite_is_the_one_whose_plans_are_read_here() -> None:
    assert sqlite3.sqlite_version_info >= (3, 35)


def test_every_kind_of_database_finds_the_same(any_home: LedgerHome) -> None:
    with any_home.opened() as ledger:
        for story in STORIES:
            ledger.append(story).result()
        for query, numbers in FINDINGS:
            assert [int(item.utterance_id[1:]) for item in ledger.utterances(query).items] == numbers
            assert ledger.count(query) == len(numbers) + min(query.skip, 7 if query.place is None else 4)
        assert ledger.span(NOON, NOON + timedelta(seconds=1)) == (0, 4)


def test_every_kind_of_database_has_its_list_made_anew(any_home: LedgerHome) -> None:
    with any_home.opened() as ledger:
        for story in STORIES:
            ledger.append(story).result()
        any_home.sql("UPDATE utterance SET satellite = NULL, places = 0, company = 77")
        any_home.sql("DELETE FROM company WHERE number < 3")
        any_home.sql("DELETE FROM utterance WHERE first_index = 0")
        assert ledger.rebuild() == len(STORIES)
        assert ledger.verify().ok


def test_every_kind_of_database_names_what_there_is_to_choose_from(any_home: LedgerHome) -> None:
    with any_home.opened() as ledger:
        assert ledger.labels() == Labels(satellites=(), ears=())
        for story in STORIES:
            ledger.append(story).result()
        label = 'Anna\'s "ear"\n\t\\ ☕ \x00'
        heard = replace(HEARD, utterance_id="odd", microphone=replace(MICROPHONE, label=label))
        ledger.append([heard]).result()
        assert ledger.labels() == Labels(
            satellites=("assist_satellite.bedroom", "assist_satellite.kitchen"),
            ears=(label, "Earshot speech-to-text", "Earshot's vault", "Kitchen satellite", "Some cloud"),
        )
        assert [item.utterance_id for item in ledger.utterances(Query(heard_by=label)).items] == ["odd"]
        ledger.redact(Selection(utterance_ids=("odd",)), by="Anna")
        assert label not in ledger.labels().ears
    assert "ear" not in str(any_home.sql("SELECT ears FROM company WHERE ears LIKE '%Anna%'"))


def test_a_page_says_how_few_it_takes_to_be_sorted(told: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("custom_components.earshot.ledger.sql_store.reading.FEW", 1)
    assert FEW > 1
    for query, numbers in FINDINGS:
        found = [item.utterance_id for item in told.utterances(query).items]
        assert found == [utterance_id(number) for number in numbers]
