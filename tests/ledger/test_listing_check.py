"""The list of utterances is held to the entries on ways that are not the usual ones, and the quick look never errs."""

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings, strategies as st
import pytest

from custom_components.earshot.ledger import listing_check
from custom_components.earshot.ledger.ledger import Ledger
from custom_components.earshot.ledger.projection import UtteranceRow
from custom_components.earshot.ledger.record import Accessed, Disowned, Erased, Heard, Record, Shared
from custom_components.earshot.ledger.verify import StepName
from custom_components.earshot.models import ContentKind
from tests.ledger.conftest import LedgerHome
from tests.ledger.memory_snapshot import MemorySnapshot
from tests.ledger.samples import CLOUD, NOON, utterance, utterance_id

COLUMN = {field.name: number for number, field in enumerate(fields(UtteranceRow))}
CHANGED = ("left_house", "listened", "sound_kept", "words_kept", "response_kept", "company")
NAME = utterance_id(0)
LATER = NOON + timedelta(days=7)
HEARD, _, STORED, FINISHED = utterance(0)
ERASED = Erased(utterance_id=NAME, at=LATER, contents=(ContentKind.WORDS,), by="retention")
ACCESSED = Accessed(utterance_id=NAME, at=LATER, contents=(ContentKind.WORDS,), who="Anna", how="words")
DISOWNED = Disowned(utterance_id=NAME, at=LATER, by="Anna")
SHARED = Shared(utterance_id=NAME, at=LATER, contents=(ContentKind.WORDS,), ear=CLOUD, how="file", by="Anna")


def entered(ledger: Ledger, *records: Record) -> MemorySnapshot:
    ledger.append(records).result()
    with ledger._store.read() as snapshot:
        return MemorySnapshot.of(snapshot, ledger.keys)


def misses(snapshot: MemorySnapshot, column: str) -> bool:
    """Return whether it is found that a truth of the first listed utterance is turned round, or its company changed."""
    value = snapshot.utterances[0][COLUMN[column]]
    other = f"{value}x" if column == "company" else not value
    failure = snapshot.with_listed(0, COLUMN[column], other).verdict().failure
    return failure is not None and (failure.name, failure.utterance_id) == (StepName.UTTERANCES, NAME)


@pytest.mark.parametrize(
    "records",
    [
        (*utterance(0), ERASED),
        (*utterance(0), ERASED, STORED),
        (HEARD, ERASED, STORED, FINISHED),
        (*utterance(0), SHARED),
        (*utterance(0), SHARED, FINISHED),
        (*utterance(0), ACCESSED, ERASED),
        (*utterance(0), ERASED, ACCESSED),
        (HEARD, ACCESSED, STORED, FINISHED),
        (HEARD, STORED, ERASED, ACCESSED, STORED),
        (FINISHED, HEARD),
        (*utterance(0), DISOWNED),
        (HEARD, DISOWNED, STORED, FINISHED),
        (ERASED,),
        (*utterance(0), *utterance(0)),
    ],
)
def test_whatever_entries_tell_of_an_utterance_its_row_is_held_to_it(ledger: Ledger, records: Sequence[Record]) -> None:
    snapshot = entered(ledger, *records)
    assert snapshot.verdict().ok
    assert all(misses(snapshot, column) for column in CHANGED)


def test_an_utterance_that_is_told_of_much_later_is_held_to_it(ledger: Ledger) -> None:
    others = [record for number in range(1, 400) for record in utterance(number)]
    snapshot = entered(ledger, *utterance(0), *others, SHARED, ERASED)
    assert snapshot.verdict().ok
    assert misses(snapshot, "left_house")
    assert misses(snapshot, "words_kept")


def test_no_more_utterances_are_remembered_than_may_be(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing_check, "MAX_OPEN", 3)
    monkeypatch.setattr(listing_check, "AT_ONCE", 2)
    records = [record for number in range(60) for record in utterance(number)]
    erasures = [replace(ERASED, utterance_id=utterance_id(number)) for number in range(60)]
    snapshot = entered(ledger, *records, *erasures)
    listing = listing_check.Listing(snapshot)  # type: ignore[arg-type]  # what it reads is there
    monkeypatch.setattr("custom_components.earshot.ledger.verify.Listing", lambda _: listing)
    assert snapshot.verdict().ok
    assert listing.sound
    monkeypatch.undo()
    assert misses(snapshot, "words_kept")


@pytest.mark.parametrize("first", [-8, -600])
def test_a_first_entry_before_all_others_is_found(ledger: Ledger, first: int) -> None:
    snapshot = entered(ledger, *utterance(0), *utterance(1)).with_listed(0, COLUMN["first_index"], first)
    failure = snapshot.verdict().failure
    assert failure is not None
    assert (failure.name, failure.utterance_id) == (StepName.UTTERANCES, NAME)


def with_begin(snapshot: MemorySnapshot, number: int, index: int) -> MemorySnapshot:
    """Let a listed utterance begin at some entry, with the instant of that entry."""
    changed = snapshot.with_listed(number, COLUMN["first_index"], index)
    return changed.with_listed(number, COLUMN["at"], snapshot.rows[index][3])


def test_an_utterance_that_is_listed_to_begin_at_a_later_entry_of_its_own_is_found(ledger: Ledger) -> None:
    failure = with_begin(entered(ledger, *utterance(0), *utterance(1)), 0, 2).verdict().failure
    assert failure is not None
    assert (failure.name, failure.utterance_id) == (StepName.UTTERANCES, NAME)


def test_utterances_that_are_listed_to_begin_at_one_anothers_entries_are_found(ledger: Ledger) -> None:
    snapshot = with_begin(with_begin(entered(ledger, *utterance(0), *utterance(1)), 0, 4), 1, 0)
    listed = sorted(snapshot.utterances, key=lambda row: int(row[COLUMN["first_index"]]))
    failure = replace(snapshot, utterances=listed).verdict().failure
    assert failure is not None
    assert failure.name is StepName.UTTERANCES


def test_a_name_that_needs_escapes_is_no_obstacle(ledger: Ledger) -> None:
    assert isinstance(HEARD, Heard)
    for number, label in enumerate(('Anna\'s "Nana"', "Küche ☕", "a\\b\n")):
        satellite = replace(HEARD.satellite, label=label, entity_id=None)
        heard = replace(HEARD, utterance_id=utterance_id(number), satellite=satellite)
        snapshot = entered(ledger, heard, *utterance(number)[1:])
        assert snapshot.verdict().ok
        assert snapshot.utterances[number][COLUMN["satellite"]] == label
        failure = snapshot.with_listed(number, COLUMN["satellite"], label + "x").verdict().failure
        assert failure is not None
        assert failure.utterance_id == utterance_id(number)


STEPS: tuple[Record, ...] = (HEARD, STORED, FINISHED, ERASED, DISOWNED, ACCESSED, SHARED)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    steps=st.lists(st.tuples(st.integers(0, 3), st.sampled_from(STEPS)), min_size=1, max_size=12),
    number=st.integers(0, 3),
    column=st.sampled_from(["left_house", "listened", "sound_kept", "words_kept", "places", "first_index", "at"]),
)
def test_entries_in_any_order_are_told_right_and_no_other_row_is_taken_for_theirs(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[int, Any]], number: int, column: str
) -> None:
    records = [replace(record, utterance_id=utterance_id(name)) for name, record in steps]
    with LedgerHome(tmp_path_factory.mktemp("any")).opened() as ledger:
        snapshot = entered(ledger, *records)
    assert snapshot.verdict().ok
    place = COLUMN[column]
    changed = snapshot.with_listed(number % len(snapshot.utterances), place, (snapshot.utterances[0][place] or 0) + 1)
    if changed.utterances != snapshot.utterances:
        assert not changed.verdict().ok
