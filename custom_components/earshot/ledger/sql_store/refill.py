"""The list of utterances made anew from the entries, in a database whose list knew less.

Only the step to the newest version needs it: it writes the rows of today. When there is a newer version, this moves on
to that one's step, and the one before only adds its columns.
"""

from dataclasses import astuple, fields
from itertools import groupby

from sqlalchemy import BigInteger, Connection, Integer, LargeBinary, String, bindparam, column, select, table, update

from ..projection import UtteranceRow, project_body
from .companies import Companies

PAGE = 500
"""Utterances whose entries are read at once: some megabytes at most."""

_COLUMNS = tuple(field.name for field in fields(UtteranceRow))
_ENTRY = table(
    "entry",
    column("index", Integer),
    column("kind", String),
    column("utterance_id", String),
    column("at", BigInteger),
    column("body", LargeBinary),
)
_UTTERANCE = table("utterance", *(column(name) for name in _COLUMNS))


def refill(connection: Connection) -> None:
    """Write every row of the list as its entries tell it. Doing it again changes nothing."""
    renewed = update(_UTTERANCE).where(_UTTERANCE.c.utterance_id == bindparam("name"))
    renewed = renewed.values({name: bindparam(f"new_{name}") for name in _COLUMNS[1:]})
    companies = Companies()
    last = -1
    while names := connection.execute(
        select(_UTTERANCE.c.utterance_id, _UTTERANCE.c.first_index)
        .where(_UTTERANCE.c.first_index > last)
        .order_by(_UTTERANCE.c.first_index)
        .limit(PAGE)
    ).all():
        last = names[-1].first_index
        rows = _rows(connection, [name.utterance_id for name in names])
        if rows:
            connection.execute(renewed, [_values(row, companies.number(connection, row.company)) for row in rows])


def _rows(connection: Connection, names: list[str]) -> list[UtteranceRow]:
    query = select(_ENTRY).where(_ENTRY.c.utterance_id.in_(names)).order_by(_ENTRY.c.utterance_id, _ENTRY.c.index)
    rows = []
    for name, entries in groupby(connection.execute(query), key=lambda entry: entry.utterance_id):
        row = None
        for index, kind, _, at, body in entries:
            row = row or UtteranceRow(utterance_id=name, at=at, first_index=index)
            row = project_body(row, index, kind, body)
        if row is not None:
            rows.append(row)
    return rows


def _values(row: UtteranceRow, company: int | None) -> dict[str, object]:
    values = dict(zip(_COLUMNS, astuple(row), strict=True)) | {"company": company}
    return {"name": values.pop("utterance_id")} | {f"new_{column}": value for column, value in values.items()}
