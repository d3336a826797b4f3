"""The quick way to tell a row what an entry says does what the projection does."""

from dataclasses import replace
from typing import Any

from hypothesis import given, settings, strategies as st

from custom_components.earshot.ledger.body import encode_body
from custom_components.earshot.ledger.body_pattern import recogniser, unescaped
from custom_components.earshot.ledger.projection import TELLING, UtteranceRow, project
from custom_components.earshot.ledger.record import KINDS, Record
from custom_components.earshot.ledger.telling import BLANK, KEY, TOLD, row_values
from tests.ledger.samples import ID
import tests.ledger.strategies  # noqa: F401 - registers how values of each type are made

told = st.sampled_from(sorted(TOLD)).flatmap(lambda kind: st.from_type(KINDS[kind]))
START = UtteranceRow(utterance_id=ID, at=0, first_index=0)


def test_only_kinds_that_tell_something_are_told() -> None:
    assert TOLD.keys() <= TELLING
    assert row_values(START)[KEY:] == BLANK


@settings(max_examples=300, deadline=None)
@given(st.lists(told, min_size=1, max_size=6))
def test_a_row_is_told_what_the_projection_makes_of_the_records(records: list[Record]) -> None:
    row, quick = START, list(BLANK)
    for index, record in enumerate(records):
        # Text of any form is left to the closer look where it is not recognised; an identifier always is.
        own: Any = replace(record, utterance_id=ID)  # type: ignore[call-arg]  # the kinds that are told have one
        telling = TOLD[own.kind]
        slow = recogniser(type(own), telling.fields, escapes=True)
        match = slow.match(encode_body(index, own).decode())
        if match is None:
            continue
        row = project(row, index, own)
        columns = slow.columns([match])
        telling.tell(quick, tuple(unescaped(columns[field][0]) for field in telling.fields))
        assert tuple(quick) == row_values(row)[KEY:]
