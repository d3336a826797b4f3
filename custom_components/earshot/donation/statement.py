"""A desk's statement: who listens, what for, where, how long, and how to withdraw; signed by the desk.

It is what a consent is bound to, by the hash of its body. The key that signs it stands in it: the statement shows that
whoever has that key says this, and the connection over which it came shows who that is.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from hashlib import sha256
from typing import Final

from ..errors import StatementError
from .addresses import desk_address
from .documents import FORMAT, Fields, Plain, instant_text, read_document, write_document
from .encoding import to_base64url
from .purposes import Purpose
from .signed import pack_bytes, packed_limit, unpack_bytes
from .signing import KEY_BYTES, Context, SigningKey, verify
from .texts import checked_language

MAX_STATEMENT: Final = 64 * 1024
"""Bytes of a body. Eight languages of some 300 words each are half of it."""
MAX_STATEMENT_FILE: Final = packed_limit(MAX_STATEMENT)
"""Bytes of the signed document."""
MAX_LANGUAGES: Final = 24
"""The official languages of the European Union are as many."""
MAX_PARAGRAPH: Final = 2_000
"""Characters of one text. A screen holds about as many, and nobody consents to what they do not read."""
MAX_RETENTION_DAYS: Final = 3_650
"""Ten years: whoever keeps recordings of strangers for longer than that has no term at all."""
MAX_VERSION: Final = 1_000_000

_LINES: Final = {"name": 100, "contact": 200, "people": 500, "place": 200}
"""Characters of each line: enough for a full name, an address, a sentence on who the people are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementText:
    """What is said to a person, in one language. Each is one to a few sentences."""

    listen: str
    """That people will listen."""
    who: str
    where: str
    how_long: str
    what_for: str
    withdraw: str
    """How to withdraw, and what cannot be undone."""
    danger: str
    """What the desk does if somebody seems to be in danger."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What a desk says of itself."""

    name: str
    contact: str
    """How a person reaches whoever answers for the desk: an e-mail address, a phone number, a web page."""
    people: str
    """Who listens."""
    place: str
    """Where they listen and where clips are kept."""
    retention_days: int
    """Days after which a clip is deleted that is in no accepted data set; 1 to 3,650."""
    purposes: tuple[Purpose, ...]
    """Without repetition, in any order; at least one."""
    texts: Mapping[str, StatementText]
    """By language tag; at least one."""
    address: str
    """Where the desk takes bundles, as `addresses.desk_address` writes it."""
    encryption_key: bytes
    """X25519, 32 bytes: bundles are sealed to it."""
    signing_key: bytes
    """Ed25519, 32 bytes: it signs this, receipts, and the list of tombstones."""
    version: int
    """Counts the desk's statements, from 1."""
    issued: datetime
    """Whole seconds."""

    @property
    def desk_key_sha256(self) -> str:
        """Hash of the key that bundles are sealed to, in hexadecimal."""
        return sha256(self.encryption_key).hexdigest()


@dataclass(frozen=True, slots=True)
class SignedStatement:
    """A statement with the bytes that were signed. Made by `sign_statement` and `parse_statement` only."""

    body: bytes
    signature: bytes
    statement: Statement

    @property
    def sha256(self) -> str:
        """Hash of the body in hexadecimal: what consents and bundles name."""
        return sha256(self.body).hexdigest()

    def to_bytes(self) -> bytes:
        """Return the document as a desk publishes it."""
        return pack_bytes(self.body, self.signature)


def sign_statement(statement: Statement, key: SigningKey) -> SignedStatement:
    """Return a statement, signed with the key that it names. Raises StatementError for what is not allowed in one."""
    try:
        body = write_document(_plain(statement), MAX_STATEMENT)
        read = _read(body)
    except ValueError as err:
        raise StatementError(str(err)) from None
    if key.public != statement.signing_key:
        raise StatementError("a statement names another signing key")
    return SignedStatement(body, key.sign(Context.STATEMENT, body), read)


def parse_statement(data: bytes) -> SignedStatement:
    """Return the statement of a signed document, if the key that it names signed it. Raises StatementError."""
    try:
        body, signature = unpack_bytes(data, MAX_STATEMENT)
        statement = _read(body)
    except ValueError as err:
        raise StatementError(str(err)) from None
    if not verify(statement.signing_key, Context.STATEMENT, body, signature):
        raise StatementError("a statement's signature is wrong")
    return SignedStatement(body, signature, statement)


def _plain(statement: Statement) -> dict[str, Plain]:
    names = [field.name for field in fields(StatementText)]
    return {
        "format": FORMAT,
        **{name: getattr(statement, name) for name in _LINES},
        "retention_days": statement.retention_days,
        "purposes": [str(purpose) for purpose in statement.purposes],
        "texts": {tag: {name: getattr(text, name) for name in names} for tag, text in statement.texts.items()},
        "address": statement.address,
        "encryption_key": to_base64url(statement.encryption_key),
        "signing_key": to_base64url(statement.signing_key),
        "version": statement.version,
        "issued": instant_text(statement.issued),
    }


def _read(body: bytes) -> Statement:
    """Return what a body says. Raises ValueError."""
    document = Fields(read_document(body, MAX_STATEMENT))
    document.format()
    address = document.string("address")
    if desk_address(address) != address:
        raise ValueError("address is not in its one form")
    statement = Statement(
        name=document.text("name", _LINES["name"]),
        contact=document.text("contact", _LINES["contact"]),
        people=document.text("people", _LINES["people"]),
        place=document.text("place", _LINES["place"]),
        retention_days=document.number("retention_days", 1, MAX_RETENTION_DAYS),
        purposes=_purposes(document.array("purposes", len(Purpose))),
        texts=_texts(document.value("texts")),
        address=address,
        encryption_key=document.binary("encryption_key", KEY_BYTES),
        signing_key=document.binary("signing_key", KEY_BYTES),
        version=document.number("version", 1, MAX_VERSION),
        issued=document.instant("issued"),
    )
    document.done()
    return statement


def _purposes(values: list[Plain]) -> tuple[Purpose, ...]:
    known = {str(purpose): purpose for purpose in Purpose}
    found = tuple(known[value] for value in values if isinstance(value, str) and value in known)
    if len(set(found)) != len(values) or not found:
        raise ValueError("purposes are none, not known, or named twice")
    return found


def _texts(value: Plain) -> dict[str, StatementText]:
    if not isinstance(value, dict) or not 1 <= len(value) <= MAX_LANGUAGES:
        raise ValueError("texts are none, or too many")
    return {checked_language(tag): _text(text) for tag, text in value.items()}


def _text(value: Plain) -> StatementText:
    text = Fields(value)
    names = [field.name for field in fields(StatementText)]
    found = StatementText(**{name: text.text(name, MAX_PARAGRAPH, lines=True) for name in names})
    text.done()
    return found
