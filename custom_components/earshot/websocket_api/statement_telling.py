"""Telling what a desk says of itself."""

from hashlib import sha256

from ..donation.statement import SignedStatement
from .donation_told import StatementTold


def tell_statement(signed: SignedStatement) -> StatementTold:
    """Tell a signed statement."""
    statement = signed.statement
    return StatementTold(
        address=statement.address,
        name=statement.name,
        contact=statement.contact,
        people=statement.people,
        place=statement.place,
        retention_days=statement.retention_days,
        purposes=tuple(sorted(statement.purposes)),
        texts=statement.texts,
        version=statement.version,
        issued=statement.issued,
        sha256=signed.sha256,
        key_sha256=sha256(statement.encryption_key).hexdigest(),
    )
