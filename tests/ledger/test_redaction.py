"""Redacted facts are gone from everywhere, and nothing else is any the worse for it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
import sqlite3

import pytest

from custom_components.earshot.errors import LedgerError
from custom_components.earshot.ledger import batch as batch_module, erasure
from custom_components.earshot.ledger.body import decode_body
from custom_components.earshot.ledger.erasure import Selection
from custom_components.earshot.ledger.ledger import Ledger
from custom_components.earshot.ledger.query import Query
from custom_components.earshot.ledger.ranges import EntryRange
from custom_components.earshot.ledger.record import Heard, Record, Redacted
from custom_components.earshot.ledger.verify import StepName
from custom_components.earshot.models import Satellite
from tests.ledger.conftest import LedgerHome
from tests.ledger.samples import NOON, SAMPLES, utterance, utterance_id

pytestmark = pytest.mark.promise(5)

LATER = NOON + timedelta(days=1)
NUMBERS = range(12)


@pytest.fixture
def full(ledger: Ledger) -> Iterator[Ledger]:
    """Return a ledger with a few utterances of two satellites, and entries of none between them."""
    for number in NUMBERS:
        ledger.append(utterance(number, satellite="kitchen" if number % 2 else "bedroom")).result()
        ledger.append(SAMPLES[-1:]).result()
    yield ledger
    verdict = ledger.verify()
    assert verdict.ok, verdict.failure


def left(ledger: Ledger) -> list[int]:
    """Return the numbers of the utterances that are still known."""
    assert all(
        ledger.entries(utterance_id(number)) == () for number in NUMBERS if not ledger.utterance(utterance_id(number))
    )
    return [int(view.utterance_id[1:]) for view in ledger.utterances(Query(limit=500)).items][::-1]


@pytest.mark.parametrize(
    ("selection", "gone"),
    [
        (Selection(utterance_ids=(utterance_id(3),)), {3}),
        (Selection(utterance_ids=(utterance_id(3), utterance_id(5), utterance_id(3), "nobody")), {3, 5}),
        (Selection(since=NOON + timedelta(seconds=4), until=NOON + timedelta(seconds=7)), {4, 5, 6}),
        (Selection(since=NOON + timedelta(seconds=9)), {9, 10, 11}),
        (Selection(satellite="assist_satellite.kitchen"), {1, 3, 5, 7, 9, 11}),
        (Selection(satellite="assist_satellite.kitchen", until=NOON + timedelta(seconds=4)), {1, 3}),
        (Selection(everything=True), set(NUMBERS)),
    ],
)
@pytest.mark.parametrize("page", [1, 2, erasure.PAGE])
def test_exactly_what_was_selected_is_redacted(
    full: Ledger, selection: Selection, gone: set[int], page: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(erasure, "PAGE", page)
    assert {int(name[1:]) for ids in full.select(selection) for name in ids if name != "nobody"} == gone
    done = full.redact(selection, by="Anna", at=LATER)
    assert (done.utterances, done.entries) == (len(gone), 4 * len(gone))
    assert left(full) == [number for number in NUMBERS if number not in gone]
    verdict = full.verify()
    assert verdict.redacted == 4 * len(gone)
    assert (verdict.steps[3].name, verdict.steps[3].checked) == (StepName.REDACTIONS, 4 * len(gone))


def test_a_redaction_says_of_how_much_and_by_whom_and_not_of_which_utterance(full: Ledger) -> None:
    full.redact(Selection(utterance_ids=(utterance_id(3), utterance_id(5))), by="Anna", at=LATER)
    with full._store.read() as snapshot:
        *_, last = snapshot.entries()
    assert last.body is not None
    assert b"U0000000" not in last.body
    assert last.utterance_id is None
    (entry,) = redactions(full)
    assert entry == Redacted(
        at=LATER, entries=(EntryRange(first=15, last=18), EntryRange(first=25, last=28)), utterances=2, by="Anna"
    )


def redactions(ledger: Ledger) -> list[Redacted]:
    with ledger._store.read() as snapshot:
        records = [decode_body(row.body)[1] for row in snapshot.entries() if row.body is not None]
    return [record for record in records if isinstance(record, Redacted)]


def test_more_ranges_than_fit_into_one_entry_are_named_by_several(
    full: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch_module, "MAX_RANGES", 5)
    full.redact(Selection(everything=True), by="Anna")
    entries = redactions(full)
    assert [len(entry.entries) for entry in entries] == [5, 5, 2]
    assert [entry.utterances for entry in entries] == [12, 0, 0]


def test_redacting_what_is_not_there_leaves_no_entry(full: Ledger) -> None:
    size = full.size()
    assert full.redact(Selection(utterance_ids=("nobody",)), by="Anna") == batch_module.Redaction(0, 0)
    full.redact(Selection(utterance_ids=(utterance_id(3),)), by="Anna")
    full.redact(Selection(utterance_ids=(utterance_id(3),)), by="Anna")
    assert full.size() == size + 1


def test_a_redaction_without_a_canonical_form_takes_nothing_away(full: Ledger) -> None:
    with pytest.raises(LedgerError):
        full.redact(Selection(everything=True), by=5)  # type: ignore[arg-type]  # the mistake under test
    assert left(full) == list(NUMBERS)


def test_what_happens_to_a_redacted_utterance_later_is_entered_and_shown(full: Ledger) -> None:
    *_, finished = utterance(3)
    full.redact(Selection(utterance_ids=(utterance_id(3),)), by="Anna")
    full.append([finished]).result()
    view = full.utterance(utterance_id(3))
    assert view is not None
    assert (view.satellite, view.outcome) == (None, "answered")


def test_an_utterance_that_was_entered_in_the_same_transaction_is_redacted_too(home: LedgerHome) -> None:
    with home.opened() as ledger:
        ledger.append(utterance(1)).result()
        blocker = sqlite3.connect(home.database, isolation_level=None)
        blocker.execute("BEGIN IMMEDIATE")
        try:
            ledger.append(utterance(2))
            appended = ledger.append(utterance(3))
            ids, now = [utterance_id(number) for number in (1, 2, 3)], datetime.now(UTC)
            redacted = ledger._writer.submit(lambda batch: batch.redact(ids, "Anna", now))
            after = ledger.append(utterance(4))
        finally:
            blocker.close()
        assert appended.result().size == 12
        assert redacted.result() == batch_module.Redaction(3, 12)
        assert after.result().first_index == 13
        assert ledger.verify().ok
    assert home.verdict().redacted == 12


def test_proofs_and_checkpoints_of_before_still_verify_and_new_ones_can_be_made(full: Ledger) -> None:
    checkpoint = full.checkpoint()
    entry = full.entries(utterance_id(3))[1]
    leaf = bytes.fromhex(entry.leaf_hash)
    before = full.prove(entry.index)
    full.redact(Selection(utterance_ids=(utterance_id(3),)), by="Anna")
    assert before.verify(leaf, full.keys) == 60
    assert full.prove(entry.index).verify(leaf, full.keys) == 61
    assert full.latest_checkpoint() == checkpoint


RARE = "zwetschgenkammer"


def marks(home: LedgerHome, name: str) -> list[bytes]:
    """Return bytes that only this utterance has, as they are stored."""
    rows = home.sql("SELECT salt, body, utterance_id FROM entry WHERE utterance_id = ?", name)
    assert len(rows) == 4
    found: list[bytes] = [name.encode(), RARE.encode()]
    for salt, body, _ in rows:
        assert isinstance(salt, bytes)
        assert isinstance(body, bytes)
        found += [salt, body[:60]]
    return found


def secret_utterance(number: int) -> tuple[Record, ...]:
    heard, *others = utterance(number)
    assert isinstance(heard, Heard)
    satellite = Satellite(label=RARE, entity_id=f"assist_satellite.{RARE}", area=RARE)
    return (replace(heard, satellite=satellite), *others)


def holding(home: LedgerHome, some: list[bytes]) -> dict[str, int]:
    """Return in which files of the database how many of these byte strings are found."""
    files = {path.name: path.read_bytes() for path in home.database.parent.iterdir()}
    return {name: count for name, data in files.items() if (count := sum(mark in data for mark in some))}


def test_no_byte_of_what_was_redacted_is_left_in_any_file_of_the_database(home: LedgerHome) -> None:
    with home.opened() as ledger:
        for number in range(300):
            ledger.append(secret_utterance(number) if number == 150 else utterance(number))
        ledger.checkpoint()
        some = marks(home, utterance_id(150))
        assert holding(home, some)
        ledger.redact(Selection(utterance_ids=(utterance_id(150),)), by="Anna")
        assert ledger.scrubbed
        assert holding(home, some) == {}
        assert ledger.verify().ok
    assert holding(home, some) == {}
    assert home.verdict().redacted == 4


def test_a_reader_delays_the_scrubbing_and_the_next_sign_of_life_makes_up_for_it(
    home: LedgerHome, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("custom_components.earshot.ledger.sql_store.sqlite.BUSY_MS", 10)
    with home.opened() as ledger:
        ledger.append(secret_utterance(1)).result()
        some = marks(home, utterance_id(1))
        with ledger._store.read() as snapshot:
            assert snapshot.size() == 4
            ledger.redact(Selection(everything=True), by="Anna")
            assert not ledger.scrubbed
            assert holding(home, some)
        ledger.mark_alive(LATER)
        assert ledger.scrubbed
        assert holding(home, some) == {}


def test_a_start_after_a_crash_scrubs_what_the_crash_left(home: LedgerHome) -> None:
    with home.opened() as ledger:
        ledger.append(secret_utterance(1)).result()
        some = marks(home, utterance_id(1))
        now, ids = datetime.now(UTC), [utterance_id(1)]
        # What `redact` does before it scrubs.
        ledger._writer.submit(lambda batch: batch.redact(ids, "Anna", now)).result()
        copy = LedgerHome(home.folder / "crashed")
        copy.database.parent.mkdir(parents=True)
        for path in home.database.parent.iterdir():
            if not path.name.endswith("-shm"):
                (copy.database.parent / path.name).write_bytes(path.read_bytes())
    assert holding(copy, some)
    with copy.opened():
        assert holding(copy, some) == {}


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"everything": True, "satellite": "x"},
        {"utterance_ids": ("x",), "since": NOON},
        {"utterance_ids": ("x",), "everything": True},
    ],
)
def test_a_selection_that_says_nothing_or_two_things_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(LedgerError):
        Selection(**fields)  # type: ignore[arg-type]  # what is under test


@pytest.mark.promise(6)
def test_an_entry_that_lost_its_facts_without_a_redaction_is_found(home: LedgerHome) -> None:
    prepare(home)
    home.sql('UPDATE entry SET kind=NULL, utterance_id=NULL, "at"=NULL, salt=NULL, body=NULL WHERE "index" = 9')
    assert place(home) == (StepName.REDACTIONS, 9, 9)


@pytest.mark.promise(6)
@pytest.mark.parametrize("index", [4, 7])
def test_an_entry_that_was_put_back_after_its_redaction_is_found(home: LedgerHome, index: int) -> None:
    kept = prepare(home)
    statement = 'UPDATE entry SET kind=?, utterance_id=?, "at"=?, salt=?, body=? WHERE "index" = ?'
    home.sql(statement, *kept[index], index)
    assert place(home) == (StepName.REDACTIONS, index, index)


@pytest.mark.promise(6)
def test_a_changed_leaf_of_a_redacted_entry_is_found(home: LedgerHome) -> None:
    prepare(home)
    home.sql('UPDATE entry SET leaf = ? WHERE "index" = 5', bytes(32))
    # No salt and no body speak for it any more: the block that it is in does, and here that is the whole tree.
    assert place(home) == (StepName.HEAD, 0, 12)


def prepare(home: LedgerHome) -> dict[int, tuple[object, ...]]:
    """Make a ledger whose entries 4 to 7 are redacted. Return what these were."""
    with home.opened() as ledger:
        for number in range(3):
            ledger.append(utterance(number)).result()
        rows = home.sql('SELECT "index", kind, utterance_id, "at", salt, body FROM entry')
        ledger.redact(Selection(utterance_ids=(utterance_id(1),)), by="Anna")
    return {int(str(index)): tuple(rest) for index, *rest in rows}


def place(home: LedgerHome) -> tuple[StrEnum, int | None, int | None]:
    found = home.verdict().failure
    assert found is not None
    return found.name, found.first, found.last
