"""An utterance's row says what its entries say, whichever way it is made."""

from datetime import timedelta

from hypothesis import given, strategies as st
import pytest

from custom_components.earshot.ledger.body import encode_body
from custom_components.earshot.ledger.projection import TELLING, UtteranceRow, project, project_body
from custom_components.earshot.ledger.record import Record
from tests.ledger.samples import NOON, SAMPLES, utterance

OF_UTTERANCES = [sample for sample in SAMPLES if sample.utterance_id is not None]
told = st.sampled_from([*OF_UTTERANCES, *utterance(3), *utterance(4, satellite="bedroom")])
rows = st.builds(
    UtteranceRow,
    st.just("U"),
    st.integers(0, 10),
    st.integers(0, 10),
    st.none() | st.just("satellite"),
    st.none() | st.just("answered"),
    st.none() | st.booleans(),
)


@given(rows, told, st.integers(0, 99))
def test_a_row_made_from_bodies_is_the_one_made_from_records(row: UtteranceRow, record: Record, index: int) -> None:
    assert project_body(row, index, record.kind, encode_body(index, record)) == project(row, index, record)


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
