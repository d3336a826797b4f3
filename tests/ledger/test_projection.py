"""An utterance's row says what its entries say, whichever way it is made."""

from dataclasses import fields, replace
from datetime import timedelta
from typing import Any

from hypothesis import given, strategies as st
import pytest

from custom_components.earshot.ledger.body import encode_body
from custom_components.earshot.ledger.company import NOBODY, joined, labels_of
from custom_components.earshot.ledger.giving import Reviewed
from custom_components.earshot.ledger.projection import PLACES, TELLING, UtteranceRow, project, project_body
from custom_components.earshot.ledger.record import Accessed, Disowned, Erased, Finished, Record, Stored
from custom_components.earshot.ledger.view import build_view
from custom_components.earshot.models import ContentKind, Outcome, Place
from tests.ledger.samples import CLOUD, DISK, FULL, NOON, SAMPLES, utterance, utterance_id
from tests.ledger.strategies import records

# What would be read for a field if a label could look like one.
LURE = '","place":"internet","content":"sound","outcome":"failed","entity_id":"nobody","left_house":true,"a":"\\'
OF_UTTERANCES = [sample for sample in SAMPLES if sample.utterance_id is not None]
told = st.sampled_from([*OF_UTTERANCES, *FULL, *utterance(3), *utterance(4, satellite="bedroom")])
anything = records.filter(lambda record: record.utterance_id is not None)
MORE: dict[str, list[dict[str, Any]]] = {"satellite": [{}, {"entity_id": None}, {"entity_id": LURE}]}
NOTHING: list[dict[str, Any]] = [{}]
FRESH = UtteranceRow("U", 1, 1)
rows = st.builds(
    UtteranceRow,
    st.just("U"),
    st.integers(0, 10),
    st.integers(0, 10),
    st.none() | st.just("satellite"),
    st.none() | st.just("answered"),
    st.none() | st.booleans(),
    st.integers(0, 63),
    st.booleans(),
    st.booleans(),
    st.booleans(),
    st.booleans(),
    st.just("") | st.just(joined("", Place.SATELLITE, "Kitchen satellite")),
)


@given(rows, told | anything, st.integers(0, 99))
def test_a_row_made_from_bodies_is_the_one_made_from_records(row: UtteranceRow, record: Record, index: int) -> None:
    assert project_body(row, index, record.kind, encode_body(index, record)) == project(row, index, record)


@pytest.mark.parametrize("record", [*utterance(1), *OF_UTTERANCES, *FULL], ids=lambda record: record.kind)
def test_a_label_that_looks_like_a_field_is_none(record: Record) -> None:
    lured = [
        replace(record, **{name: replace(value, label=LURE, **more)})
        for name in ("microphone", "ear", "speech", "satellite")
        if (value := getattr(record, name, None)) is not None
        for more in MORE.get(name, NOTHING)
    ]
    for one in lured:
        assert project_body(FRESH, 1, one.kind, encode_body(1, one)) == project(FRESH, 1, one)
    with_ear = {"microphone", "ear"} & {field.name for field in fields(record)}
    # What was refused lies nowhere, so it has no ear.
    assert lured or not with_ear or record.kind == "offered"


def row_of(*story: Record) -> UtteranceRow:
    row = None
    for index, record in enumerate(story):
        row = project(row, index, record)
    assert row is not None
    return row


def test_a_row_tells_where_the_ears_were() -> None:
    assert row_of(*utterance(1)).places == PLACES[Place.SATELLITE] | PLACES[Place.SANDBOX] | PLACES[Place.THIS_MACHINE]
    assert row_of(*utterance(1, ear=CLOUD)[:2]).places == PLACES[Place.SATELLITE] | PLACES[Place.INTERNET]


def test_a_row_tells_where_the_spoken_answer_lies_and_of_no_ear_that_is_not_there() -> None:
    typed, finished = FULL[0], next(sample for sample in FULL if isinstance(sample, Finished))
    assert row_of(typed).places == 0
    assert row_of(finished).places == PLACES[Place.THIS_MACHINE]


def test_a_row_tells_what_is_kept_until_it_is_erased() -> None:
    stored = row_of(*utterance(1))
    assert (stored.sound_kept, stored.words_kept) == (False, True)
    sound = Stored(utterance_id=utterance_id(1), at=NOON, content=ContentKind.SOUND, ear=DISK, size=1, commitment="")
    words = Erased(utterance_id=utterance_id(1), at=NOON, contents=(ContentKind.WORDS,), by="retention")
    assert (project(stored, 5, sound).sound_kept, project(stored, 5, words).words_kept) == (True, False)
    assert project(project(stored, 5, sound), 6, words).sound_kept


@pytest.mark.promise(7)
@pytest.mark.parametrize(("how", "listened"), [("words", True), ("sound", True), ("export", True), ("search", False)])
def test_whoever_reads_has_listened_and_what_only_looks_through_has_not(how: str, listened: bool) -> None:  # noqa: FBT001 - a parameter of the test
    access = Accessed(utterance_id=utterance_id(1), at=NOON, contents=(ContentKind.WORDS,), who="Anna", how=how)
    assert row_of(*utterance(1), access).listened is listened
    search = replace(access, how="search")
    assert row_of(*utterance(1), access, search).listened is listened


@pytest.mark.promise(7)
@pytest.mark.parametrize("kind", ContentKind)
def test_whoever_asks_for_what_is_not_kept_has_not_listened(kind: ContentKind) -> None:
    heard, _, stored, finished = utterance(1)
    assert isinstance(stored, Stored)
    kept = replace(stored, content=kind)
    access = Accessed(utterance_id=utterance_id(1), at=NOON, contents=(kind,), who="Anna", how="words")
    erased = Erased(utterance_id=utterance_id(1), at=NOON, contents=(kind,), by="retention")
    others = replace(access, contents=tuple(other for other in ContentKind if other is not kind))
    for story, listened in {
        (heard, finished, access): False,
        (heard, kept, others): False,
        (heard, kept, erased, access): False,
        (heard, access, kept): False,
        (heard, kept, access): True,
        (heard, kept, access, erased): True,
        (heard, kept, erased, kept, access): True,
    }.items():
        assert row_of(*story).listened is listened
        assert build_view(utterance_id(1), story).listened is listened


def test_what_was_not_meant_for_the_house_is_a_false_wake() -> None:
    story = (*utterance(1), Disowned(utterance_id=utterance_id(1), at=NOON, by="Anna"))
    view = build_view(utterance_id(1), story)
    assert (row_of(*story).outcome, view.outcome, view.disowned_by) == ("false_wake", Outcome.FALSE_WAKE, "Anna")
    assert (view.took_ms, row_of(*story).words_kept) == (800, True)
    assert build_view(utterance_id(1), story[:-1]).disowned_by is None


def test_a_row_tells_in_whose_company_it_was_said() -> None:
    ears = ["Earshot speech-to-text", "Earshot's vault", "Kitchen satellite"]
    assert sorted(labels_of(row_of(*utterance(1)).company)) == ears
    assert row_of(FULL[0]).company == NOBODY


@pytest.mark.parametrize(("action", "listened"), [("listened", True), ("labelled", True), ("deleted", False)])
def test_a_reviewer_has_listened_unless_it_was_only_deleted(action: str, listened: bool) -> None:  # noqa: FBT001 - a parameter of the test
    (review,) = (sample for sample in OF_UTTERANCES if isinstance(sample, Reviewed))
    row = project(FRESH, 1, replace(review, action=action))
    assert (row.listened, row.places & PLACES[review.ear.place]) == (listened, PLACES[review.ear.place])


@given(rows, told)
def test_a_kind_that_says_nothing_of_a_row_leaves_it_alone(row: UtteranceRow, record: Record) -> None:
    if record.kind not in TELLING:
        assert project(row, 1, record) == row


def test_a_row_begins_with_the_first_entry_whatever_it_is() -> None:
    for record in OF_UTTERANCES:
        row = project(None, 17, record)
        assert (row.utterance_id, row.first_index) == (record.utterance_id, 17)
        assert NOON + timedelta(milliseconds=row.at - project(None, 0, SAMPLES[0]).at) == record.at


def test_a_record_of_no_utterance_has_no_row() -> None:
    with pytest.raises(ValueError, match="no row"):
        project(None, 0, SAMPLES[-1])
