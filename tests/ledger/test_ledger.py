from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import batched

from hypothesis import given, strategies as st
import pytest

from custom_components.earshot.errors import LedgerCorruptError, LedgerError, LedgerUnavailableError
from custom_components.earshot.ledger.checkpoint import open_note
from custom_components.earshot.ledger.giving import Donated, Reviewed
from custom_components.earshot.ledger.ledger import Ledger
from custom_components.earshot.ledger.query import MAX_PAGE, Cursor, Query
from custom_components.earshot.ledger.record import Erased, Shared, Stored
from custom_components.earshot.ledger.view import ContentView
from custom_components.earshot.models import ContentKind, Outcome
from tests.ledger.conftest import LedgerHome
from tests.ledger.samples import CLOUD, DISK, ENGINE, ID, MICROPHONE, NOON, SAMPLES, utterance, utterance_id


def ids(ledger: Ledger, query: Query) -> list[str]:
    """Return what a query finds, page by page."""
    found: list[str] = []
    while True:
        page = ledger.utterances(query)
        found += [view.utterance_id for view in page.items]
        if page.next is None:
            return found
        query = Query(
            limit=query.limit,
            before=page.next,
            satellite=query.satellite,
            outcome=query.outcome,
            since=query.since,
            until=query.until,
        )


def test_what_was_entered_is_read_back(ledger: Ledger) -> None:
    appended = ledger.append(SAMPLES).result()
    assert (appended.first_index, appended.size) == (0, len(SAMPLES))
    assert ledger.size() == len(SAMPLES)
    of_utterance = [(index, sample) for index, sample in enumerate(SAMPLES) if sample.utterance_id == ID]
    assert [(entry.index, entry.record) for entry in ledger.entries(ID)] == of_utterance


def test_an_unknown_utterance_has_no_entries_and_no_view(ledger: Ledger) -> None:
    assert ledger.entries("nobody") == ()
    assert ledger.utterance("nobody") is None
    assert ledger.utterances(Query()).items == ()


def test_a_view_tells_who_was_within_earshot(ledger: Ledger) -> None:
    ledger.append(utterance(1)).result()
    view = ledger.utterance(utterance_id(1))
    assert view is not None
    assert view.satellite is not None
    assert view.satellite.entity_id == "assist_satellite.kitchen"
    assert (view.assistant, view.outcome, view.left_house, view.took_ms) == ("Earshot", Outcome.ANSWERED, False, 800)
    assert view.ears == (MICROPHONE, ENGINE, DISK)
    assert [(stage.stage, stage.took_ms, stage.status) for stage in view.stages] == [("speech_to_text", 400, "ok")]
    assert view.contents == (ContentView(kind=ContentKind.WORDS, size=27, until=DISK.until, erased_at=None),)
    assert ledger.utterances(Query()).items == (view,)


def test_an_utterance_is_open_until_it_is_finished(ledger: Ledger) -> None:
    heard, processed, stored, finished = utterance(1, ear=CLOUD)
    ledger.append([heard]).result()
    view = ledger.utterance(utterance_id(1))
    assert view is not None
    assert (view.outcome, view.took_ms, view.left_house) == (None, None, False)
    ledger.append([processed, stored]).result()
    view = ledger.utterance(utterance_id(1))
    assert view is not None
    # What left the house has left it, whether or not the utterance is over.
    assert (view.outcome, view.left_house) == (None, True)
    ledger.append([finished]).result()
    view = ledger.utterance(utterance_id(1))
    assert view is not None
    assert (view.outcome, view.left_house) == (Outcome.ANSWERED, True)
    assert ledger.verify().ok


def test_an_utterance_whose_beginning_was_lost_is_shown_with_what_is_known(ledger: Ledger) -> None:
    ledger.append(utterance(1)[1:]).result()
    view = ledger.utterance(utterance_id(1))
    assert view is not None
    assert (view.satellite, view.assistant, view.outcome) == (None, None, Outcome.ANSWERED)
    assert ids(ledger, Query()) == [utterance_id(1)]
    assert ledger.verify().ok


@pytest.mark.parametrize("kind", [Shared, Donated, Reviewed])
def test_an_utterance_has_left_the_house_when_something_of_it_is_given_away_later(
    ledger: Ledger, kind: type[Shared | Donated | Reviewed]
) -> None:
    given = next(sample for sample in SAMPLES if isinstance(sample, kind))
    ledger.append([*utterance(1), replace(given, utterance_id=utterance_id(1))]).result()
    view = ledger.utterance(utterance_id(1))
    assert view is not None
    assert view.left_house
    assert view.ears == (MICROPHONE, ENGINE, DISK, given.ear)
    with ledger._store.read() as snapshot:
        assert snapshot.utterance_rows([utterance_id(1)])[utterance_id(1)].left_house
    assert ledger.verify().ok


def test_what_was_erased_says_when(ledger: Ledger) -> None:
    later = NOON + timedelta(days=7)
    erased = Erased(
        utterance_id=utterance_id(1), at=later, contents=(ContentKind.WORDS, ContentKind.SOUND), by="retention"
    )
    ledger.append([*utterance(1), erased]).result()
    view = ledger.utterance(utterance_id(1))
    assert view is not None
    assert [(content.kind, content.erased_at) for content in view.contents] == [(ContentKind.WORDS, later)]


def test_what_was_stored_again_after_an_erasure_is_there(ledger: Ledger) -> None:
    stored = utterance(1)[2]
    assert isinstance(stored, Stored)
    erased = Erased(utterance_id=utterance_id(1), at=NOON, contents=(ContentKind.WORDS,), by="retention")
    ledger.append([stored, erased, stored]).result()
    view = ledger.utterance(utterance_id(1))
    assert view is not None
    assert [content.erased_at for content in view.contents] == [None]


@pytest.mark.parametrize("limit", [1, 7, 50, MAX_PAGE])
def test_pages_hold_every_utterance_once_and_the_newest_first(ledger: Ledger, limit: int) -> None:
    numbers = range(60)
    for some in batched(numbers, 10, strict=True):
        ledger.append([record for number in some for record in utterance(number)])
    ledger.checkpoint()
    assert ids(ledger, Query(limit=limit)) == [utterance_id(number) for number in reversed(numbers)]


def test_utterances_of_one_instant_are_told_apart_by_their_order(ledger: Ledger) -> None:
    for number in range(9):
        ledger.append(utterance(number, at=NOON)).result()
    assert ids(ledger, Query(limit=2)) == [utterance_id(number) for number in reversed(range(9))]


def test_an_utterance_entered_late_stands_at_its_time(ledger: Ledger) -> None:
    for number, second in enumerate([5, 1, 3]):
        ledger.append(utterance(number, at=NOON + timedelta(seconds=second))).result()
    assert ids(ledger, Query(limit=1)) == [utterance_id(0), utterance_id(2), utterance_id(1)]


def test_utterances_that_come_while_one_turns_pages_are_not_mixed_in(ledger: Ledger) -> None:
    for number in range(4):
        ledger.append(utterance(number)).result()
    first = ledger.utterances(Query(limit=2))
    ledger.append(utterance(4)).result()
    second = ledger.utterances(Query(limit=2, before=first.next))
    assert [view.utterance_id for view in second.items] == [utterance_id(1), utterance_id(0)]
    assert second.next is None


def test_every_filter_restricts_and_all_of_them_hold(ledger: Ledger) -> None:
    outcomes = list(Outcome)[:6]  # as many as divide the numbers below
    for number in range(24):
        satellite = "kitchen" if number % 2 else "bedroom"
        ledger.append(utterance(number, satellite=satellite, outcome=outcomes[number % len(outcomes)]))
    ledger.checkpoint()
    kitchen = Query(limit=3, satellite="assist_satellite.kitchen")
    assert ids(ledger, kitchen) == [utterance_id(number) for number in range(23, 0, -2)]
    failed = Query(outcome=Outcome.FAILED)
    assert ids(ledger, failed) == [utterance_id(number) for number in (21, 15, 9, 3)]
    some = Query(since=NOON + timedelta(seconds=3), until=NOON + timedelta(seconds=7))
    assert ids(ledger, some) == [utterance_id(number) for number in (6, 5, 4, 3)]
    all_of_them = Query(
        satellite="assist_satellite.kitchen",
        outcome=Outcome.FAILED,
        since=NOON + timedelta(seconds=9),
        until=NOON + timedelta(seconds=21),
    )
    assert ids(ledger, all_of_them) == [utterance_id(15), utterance_id(9)]


@pytest.mark.parametrize(
    "query",
    [Query(limit=0), Query(limit=MAX_PAGE + 1), Query(before="x"), Query(before="1"), Query(before="9" * 30 + ".1")],
)
def test_a_query_that_makes_no_sense_is_refused(ledger: Ledger, query: Query) -> None:
    with pytest.raises(LedgerError):
        ledger.utterances(query)


@given(st.integers(-(10**15), 10**15), st.integers(0, 10**15))
def test_a_cursor_comes_back_from_its_text(at: int, first_index: int) -> None:
    assert Cursor.parse(str(Cursor(at, first_index))) == Cursor(at, first_index)


@given(st.text())
def test_any_text_is_a_cursor_or_refused_with_one_error(text: str) -> None:
    with suppress(LedgerError):
        assert Cursor.parse(text).at == int(text.split(".", maxsplit=1)[0])


def test_a_checkpoint_speaks_for_the_tree_as_it_is(ledger: Ledger) -> None:
    assert ledger.latest_checkpoint() is None
    ledger.append(utterance(1))
    first = ledger.checkpoint()
    assert ledger.latest_checkpoint() == first
    assert open_note(first, ledger.keys).size == 4
    assert open_note(first, ledger.keys).root.hex() == ledger.verify().root
    ledger.append(utterance(2)).result()
    assert ledger.latest_checkpoint() == first
    assert open_note(ledger.checkpoint(), ledger.keys).size == 8


def test_a_checkpoint_of_an_unchanged_tree_is_kept_once(home: LedgerHome) -> None:
    with home.opened() as ledger:
        ledger.append(utterance(1))
        assert ledger.checkpoint() == ledger.checkpoint()
    with home.opened() as ledger:
        ledger.checkpoint()
    assert home.sql("SELECT count(*) FROM checkpoint") == [(1,)]


def test_the_last_sign_of_life_outlives_the_run(home: LedgerHome) -> None:
    with home.opened() as ledger:
        assert ledger.last_alive() is None
        ledger.mark_alive(NOON)
        ledger.mark_alive(NOON + timedelta(minutes=1))
    with home.opened() as ledger:
        assert ledger.last_alive() == NOON + timedelta(minutes=1)


def test_a_malformed_sign_of_life_is_damage(home: LedgerHome) -> None:
    with home.opened() as ledger:
        ledger.mark_alive(NOON)
    home.sql("UPDATE meta SET value = 'yesterday' WHERE name = 'alive'")
    with home.opened() as ledger, pytest.raises(LedgerCorruptError):
        ledger.last_alive()


def test_instants_are_kept_to_the_millisecond(ledger: Ledger) -> None:
    ledger.append(utterance(1, at=datetime(2026, 11, 23, 12, 0, 0, 123_999, tzinfo=UTC))).result()
    view = ledger.utterance(utterance_id(1))
    assert view is not None
    assert view.at == datetime(2026, 11, 23, 12, 0, 0, 123_000, tzinfo=UTC)


def test_every_salt_is_a_new_one(home: LedgerHome) -> None:
    with home.opened() as ledger:
        ledger.append(utterance(1)).result()
        ledger.append(utterance(1)).result()
    assert home.sql("SELECT count(DISTINCT salt), count(DISTINCT leaf), min(length(salt)) FROM entry") == [(8, 8, 32)]


def test_a_damaged_entry_is_not_shown(home: LedgerHome) -> None:
    with home.opened() as ledger:
        ledger.append(utterance(1)).result()
    home.sql("UPDATE entry SET body = x'7b7d' WHERE \"index\" = 1")
    with home.opened() as ledger, pytest.raises(LedgerCorruptError):
        ledger.utterance(utterance_id(1))


def test_the_key_keeps_the_name_that_it_was_made_with(home: LedgerHome) -> None:
    with home.opened() as ledger:
        first = ledger.checkpoint()
    moved = Ledger.open(f"sqlite:///{home.database}", keys=home.keys, origin="earshot/other")
    try:
        assert moved.checkpoint() == first
    finally:
        moved.close()


def test_keys_that_cannot_be_made_are_no_ledger(home: LedgerHome) -> None:
    home.keys.write_text("a file where the folder should be")
    with pytest.raises(LedgerUnavailableError), home.opened():
        pass


def test_a_damaged_key_is_refused(home: LedgerHome) -> None:
    with home.opened():
        pass
    (home.keys / "ledger-signing.key").write_text("no key")
    with pytest.raises(LedgerCorruptError), home.opened():
        pass
