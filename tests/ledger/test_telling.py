"""The quick way to tell a row what an entry says does what the projection does."""

from dataclasses import replace
from typing import Any

from hypothesis import given, settings, strategies as st

from custom_components.earshot.ledger.body import encode_body
from custom_components.earshot.ledger.body_pattern import recogniser, unescaped
from custom_components.earshot.ledger.projection import TELLING, UtteranceRow, project
from custom_components.earshot.ledger.record import KINDS, Record
from custom_components.earshot.ledger.telling import BLANK, KEY, OVERTAKEN, TOLD, UNTOLD, row_values
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
    row, quick = START, {ID: list(UNTOLD)}
    for index, record in enumerate(records):
        # Text of any form is left to the closer look where it is not recognised; an identifier always is.
        plain: Any = record
        own = replace(plain, utterance_id=ID)
        kind: type = type(own)
        telling = TOLD[own.kind]
        slow = recogniser(kind, telling.fields)
        match = slow.match(encode_body(index, own).decode())
        if match is None:
            continue
        row = project(row, index, own)
        columns = slow.columns([match])
        telling.tell(quick, [ID], *(tuple(map(unescaped, columns[field])) for field in telling.fields))
        assert tuple(quick[ID][KEY:]) == row_values(row)[KEY:]


usual = st.sampled_from(sorted(TOLD)).flatmap(lambda kind: st.from_type(KINDS[kind]))


def in_any_order(records: list[Record]) -> bool:
    kinds = {record.kind for record in records}
    return not any(kinds.issuperset(pair) for pair in OVERTAKEN)


@settings(max_examples=200, deadline=None)
@given(st.lists(usual, min_size=2, max_size=6, unique_by=lambda record: record.kind).filter(in_any_order))
def test_kinds_may_be_told_in_any_order_unless_one_of_them_overtakes_another(records: list[Record]) -> None:
    rows = []
    for order in (records, records[::-1]):
        row = START
        for record in order:
            plain: Any = record
            row = project(row, 0, replace(plain, utterance_id=ID))
        rows.append(row)
    assert rows[0] == rows[1]
