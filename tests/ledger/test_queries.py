"""Every question has an index, so that a page costs the same wherever it lies and however long the ledger is."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
import sqlite3

from hypothesis import HealthCheck, given, settings, strategies as st
import pytest
from sqlalchemy import Select
from sqlalchemy.dialects import sqlite

from custom_components.earshot.ledger.ledger import Ledger
from custom_components.earshot.ledger.plain import to_milliseconds
from custom_components.earshot.ledger.projection import UtteranceRow
from custom_components.earshot.ledger.query import Cursor, Query
from custom_components.earshot.ledger.record import Accessed, Erased, Record, Stored
from custom_components.earshot.ledger.sql_store.queries import happenings_query, tally_query, utterance_query
from custom_components.earshot.ledger.sql_store.schema import HAPPENINGS
from custom_components.earshot.models import ContentKind, Outcome
from tests.ledger.conftest import LedgerHome
from tests.ledger.samples import CLOUD, DISK, NOON, utterance, utterance_id

RANGE = {"since": NOON, "until": NOON + timedelta(days=1)}
AFTER = {"before": str(Cursor(5, 6))}


def plan(home: LedgerHome, statement: Select[tuple[object, ...]]) -> list[str]:
    """Return how SQLite would do it."""
    compiled = statement.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True})
    return [str(row[3]) for row in home.sql(f"EXPLAIN QUERY PLAN {compiled}")]


@pytest.mark.parametrize("more", [{}, RANGE, AFTER, RANGE | AFTER], ids=["all", "range", "page", "range and page"])
@pytest.mark.parametrize(
    ("filters", "index"),
    [
        ({}, "utterance_in_time"),
        ({"satellite": "assist_satellite.kitchen"}, "utterance_by_satellite"),
        ({"outcome": Outcome.FAILED}, "utterance_by_outcome"),
        ({"left_house": True}, "utterance_by_left_house"),
        ({"listened": True}, "utterance_by_listened"),
        ({"sound_kept": True}, "utterance_by_sound_kept"),
        ({"words_kept": True}, "utterance_by_words_kept"),
        # What nearly every utterance has: the first ones that come along fill a page.
        ({"left_house": False}, "utterance_in_time"),
        ({"listened": False, "sound_kept": False, "words_kept": False}, "utterance_in_time"),
    ],
    ids=str,
)
def test_every_filter_is_served_in_order_by_an_index(
    home: LedgerHome, filters: dict[str, object], index: str, more: dict[str, object]
) -> None:
    with home.opened():
        pass
    (step,) = plan(home, utterance_query(Query(**filters, **more)))  # type: ignore[arg-type]  # fields of a query
    assert f"USING INDEX {index}" in step
    # Another step would be a sort: "USE TEMP B-TREE FOR ORDER BY".


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
    assert sorted(found, key=lambda row: row.first_index) == rows


def holds(query: Query, row: UtteranceRow) -> bool:
    wanted = {
        name: getattr(query, name) for name in ("satellite", "left_house", "listened", "sound_kept", "words_kept")
    }
    at = row.at
    return (
        all(value is None or getattr(row, name) == value for name, value in wanted.items())
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
        assert ledger.span(NOON, NOON + timedelta(seconds=1)) == (0, 4)


def test_every_kind_of_database_has_its_list_made_anew(any_home: LedgerHome) -> None:
    with any_home.opened() as ledger:
        for story in STORIES:
            ledger.append(story).result()
        any_home.sql("UPDATE utterance SET satellite = NULL, places = 0")
        any_home.sql("DELETE FROM utterance WHERE first_index = 0")
        assert ledger.rebuild() == len(STORIES)
        assert ledger.verify().ok
