"""What a file is, told by how it begins, and how it is verified."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from ..errors import LedgerCorruptError, LedgerError
from .checkpoint import Checkpoint, VerifyingKey
from .export import ExportReader
from .export_verify import ExportStep, verify_export
from .growth_verify import GrowthStep, verify_growth
from .proof import HEADER
from .receipt import MAX_CHARACTERS, ReceiptStep, verify_receipt
from .sql_store import SqlStore
from .verdict import StepName, Verdict
from .verify import verify

_SQLITE = b"SQLite format 3\0"
"""What every SQLite database begins with (https://sqlite.org/fileformat.html, 1.3)."""
_RECEIPT = f"{HEADER}\n".encode()
_GROWTH = b"old "


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What is verified."""

    what: str
    steps: type[StrEnum]
    own_keys: tuple[VerifyingKey, ...] | None
    """The keys that the file names itself. None: it is of a kind that names none."""
    run: Callable[[Sequence[VerifyingKey]], Verdict]


def subject_of(path: Path, noted: Sequence[Checkpoint]) -> Subject:
    """Tell what a file is. `noted` are checkpoints from elsewhere that it is held against.

    Raises LedgerError if they do not go together, and OSError if the file cannot be read.
    """
    with path.open("rb") as file:
        begin = file.read(max(len(_SQLITE), len(_RECEIPT)))
    if begin.startswith(_SQLITE):
        return _database(path, noted)
    if begin.startswith(_GROWTH):
        return _growth(path, noted)
    if noted:
        raise LedgerError("a noted checkpoint can be compared with a database or a consistency proof only")
    return _receipt(path) if begin.startswith(_RECEIPT) else _export(path)


def _database(path: Path, noted: Sequence[Checkpoint]) -> Subject:
    store = SqlStore.open_read_only(path)
    try:
        with store.read() as snapshot:
            own = [VerifyingKey.parse(line) for line in (snapshot.meta("signers") or "").split()]
    finally:
        store.close()

    def run(keys: Sequence[VerifyingKey]) -> Verdict:
        store = SqlStore.open_read_only(path)
        try:
            with store.read() as snapshot:
                return verify(snapshot, keys, noted=noted)
        finally:
            store.close()

    return Subject(what="a ledger's database", steps=StepName, own_keys=tuple(own), run=run)


def _export(path: Path) -> Subject:
    with path.open("rb") as file:
        try:
            header = ExportReader(file).header
        except LedgerCorruptError:
            # Its first step says so, and where.
            header = None

    def run(keys: Sequence[VerifyingKey]) -> Verdict:
        with path.open("rb") as file:
            return verify_export(file, keys)

    named = f", entries {header.first} to {header.end - 1}" if header else ""
    return Subject(what=f"an export{named}", steps=ExportStep, own_keys=header.keys if header else (), run=run)


def _receipt(path: Path) -> Subject:
    text = _text(path)
    return Subject(
        what="a receipt for an utterance",
        steps=ReceiptStep,
        own_keys=None,
        run=lambda keys: verify_receipt(text, keys),
    )


def _growth(path: Path, noted: Sequence[Checkpoint]) -> Subject:
    if len(noted) != 1:
        raise LedgerError("a consistency proof needs the one checkpoint that it begins with: --checkpoint FILE")
    text, (older,) = _text(path), noted
    return Subject(
        what=f"a proof that a ledger of {older.size} entries only grew",
        steps=GrowthStep,
        own_keys=None,
        run=lambda keys: verify_growth(text, older, keys),
    )


def _text(path: Path) -> str:
    # As long as a receipt may be in bytes, and one more, which makes it too long.
    with path.open("rb") as file:
        data = file.read(4 * MAX_CHARACTERS + 1)
    try:
        return data.decode()
    except UnicodeDecodeError as err:
        raise LedgerCorruptError("the file is not text") from err
