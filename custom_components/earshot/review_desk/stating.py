"""The desk's statement: made anew when something of it was changed, and the same bytes as long as nothing was.

Every donor's consent is bound to these bytes, so a restart must not make others.
"""

from dataclasses import replace
from datetime import datetime

from ..donation.desk.desk_store import DeskStore, statements
from ..donation.statement import (
    SignedStatement,
    Statement,
    StatementText,
    parse_statement,
    sign_statement,
)
from ..errors import StatementError
from .configured import DeskChoices
from .keys import DeskKeys


def state(store: DeskStore, choices: DeskChoices, keys: DeskKeys, now: datetime) -> SignedStatement:
    """Return the statement that holds, and put it in force if it is another than before.

    Raises StatementError for what may not stand in one, DeskStoreError. Blocks.
    """
    with store.read() as connection:
        found = statements.current(connection)
    version, document = found or (0, b"")
    before = _read(document)
    wanted = _statement(choices, keys, version + 1, now)
    if before is not None:
        same = replace(wanted, version=before.statement.version, issued=before.statement.issued)
        if same == before.statement:
            return before
    made = sign_statement(wanted, keys.signing)
    store.write(lambda connection: statements.put(connection, made.sha256, version + 1, made.to_bytes()))
    return made


def _read(document: bytes) -> SignedStatement | None:
    try:
        return parse_statement(document)
    except StatementError:  # there is none, or it is one that this version does not write
        return None


def _statement(choices: DeskChoices, keys: DeskKeys, version: int, now: datetime) -> Statement:
    return Statement(
        name=choices.name,
        contact=choices.contact,
        people=choices.people,
        place=choices.place,
        retention_days=choices.retention_days,
        purposes=choices.purposes,
        texts={language: StatementText(**text) for language, text in choices.texts.items()},
        address=choices.address,
        encryption_key=keys.encryption.public,
        signing_key=keys.signing.public,
        version=version,
        issued=now.replace(microsecond=0),
    )
