"""The command that verifies a ledger or an export on any machine: `scripts/verify`."""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
import sys
from typing import TextIO

from ..errors import LedgerCorruptError, LedgerError
from .checkpoint import Checkpoint, VerifyingKey, parse_note
from .export import ExportReader
from .export_verify import ExportStep, verify_export
from .sql_store import SqlStore
from .verdict import Failure, StepName, Verdict
from .verify import verify

_SQLITE = b"SQLite format 3\0"
"""What every SQLite database begins with (https://sqlite.org/fileformat.html, 1.3)."""

_ASKED: dict[str, str] = {
    StepName.NUMBERS: "the entries are numbered without a hole",
    StepName.LEAVES: "each entry is what its leaf was made of",
    StepName.BODIES: "each entry is a record, at its own place",
    StepName.REDACTIONS: "each redacted entry is named as one",
    StepName.NODES: "the stored tree is that of the entries",
    StepName.HEAD: "the last write was signed, and is the last",
    StepName.CHECKPOINTS: "each checkpoint is a former state",
    StepName.UTTERANCES: "the list of utterances says what the entries say",
    ExportStep.HEADER: "the file is an export of a known version",
    ExportStep.CHECKPOINT: "the checkpoint is signed",
    ExportStep.LINES: "every line is what it should be",
    ExportStep.TREE: "the entries make the tree that was signed",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Subject:
    """What is verified."""

    what: str
    steps: type[StepName | ExportStep]
    own_keys: tuple[VerifyingKey, ...]
    """The keys that the file names itself."""
    run: Callable[[Sequence[VerifyingKey]], Verdict]


def main(arguments: Sequence[str], out: TextIO = sys.stdout) -> int:
    """Verify a file and print the steps. Return 0 if all holds, 1 if not, 2 if it cannot be looked at."""
    options = _parser().parse_args(arguments)
    try:
        noted = [parse_note(path.read_text(encoding="utf-8")) for path in options.checkpoint]
        keys = tuple(key for text in options.key for key in _keys(text))
        subject = _subject(options.file, noted)
        _say(out, f"{options.file.name}: {subject.what}")
        _say_keys(out, keys, subject)
        verdict = subject.run(keys or subject.own_keys)
    except (LedgerError, OSError, UnicodeDecodeError) as err:
        reason = err.strerror if isinstance(err, OSError) else err
        _say(out, f"verify: this cannot be looked at: {reason}")
        return 1 if isinstance(err, LedgerCorruptError) else 2
    _say_verdict(out, verdict, subject.steps)
    return 0 if verdict.ok else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="verify",
        description="Verify a ledger's database or an export of it, step by step, up to the first thing that is wrong.",
        epilog="Exit status: 0 if everything holds, 1 if something is wrong, 2 if the file cannot be read.",
    )
    parser.add_argument("file", type=Path, help="a ledger.db that nobody writes to, or an export")
    parser.add_argument(
        "--key",
        action="append",
        default=[],
        metavar="KEY",
        help="a verifying key that you trust, or a file with one a line (ledger-trusted.vkeys of the keys folder). "
        "Without it the keys are those that the file names itself.",
    )
    parser.add_argument(
        "--checkpoint",
        action="append",
        default=[],
        type=Path,
        metavar="FILE",
        help="a checkpoint that you noted earlier: the ledger must have been in that state (databases only)",
    )
    return parser


def _keys(text: str) -> list[VerifyingKey]:
    """Return the keys of an argument: a file of them, or one itself."""
    path = Path(text)
    lines = path.read_text(encoding="utf-8").split() if path.is_file() else [text]
    return [VerifyingKey.parse(line) for line in lines]


def _subject(path: Path, noted: Sequence[Checkpoint]) -> _Subject:
    """Tell what a file is by how it begins."""
    with path.open("rb") as file:
        is_database = file.read(len(_SQLITE)) == _SQLITE
    if is_database:
        return _database(path, noted)
    if noted:
        raise LedgerError("a noted checkpoint can be compared with a database only")
    return _export(path)


def _database(path: Path, noted: Sequence[Checkpoint]) -> _Subject:
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

    return _Subject(what="a ledger's database", steps=StepName, own_keys=tuple(own), run=run)


def _export(path: Path) -> _Subject:
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
    return _Subject(what=f"an export{named}", steps=ExportStep, own_keys=header.keys if header else (), run=run)


def _say_keys(out: TextIO, keys: Sequence[VerifyingKey], subject: _Subject) -> None:
    if not keys:
        _say(out, "No key was given: the file is held to the keys that it names itself. This shows that it agrees with")
        _say(
            out, "itself. Compare the key with the one that Earshot shows, or give it with --key, to know whose it is."
        )
    for key in keys or subject.own_keys:
        _say(out, f"  key {key.text}")


def _say_verdict(out: TextIO, verdict: Verdict, steps: type[StepName | ExportStep]) -> None:
    count = len(list(steps))
    for step in verdict.steps:
        _say(out, f"{step.number}/{count} ok     {_ASKED[step.name]} ({step.checked})")
    if verdict.failure is None:
        if verdict.redacted:
            _say(out, f"{verdict.redacted} of {verdict.size} entries are redacted: of these only the leaf is left.")
        _say(out, f"Everything holds: {verdict.size} entries, root {verdict.root}")
    else:
        failure = verdict.failure
        _say(out, f"{failure.number}/{count} WRONG  {failure.message}{_place(failure)}")


def _place(failure: Failure) -> str:
    """Return where it is, as the end of a sentence."""
    places = []
    if failure.checkpoint is not None:
        places.append(f"checkpoint {failure.checkpoint}")
    if failure.utterance_id is not None:
        places.append(f"utterance {failure.utterance_id!r}")
    if failure.first is not None:
        many = failure.last != failure.first
        until = "" if failure.last is None else f" to {failure.last}"
        places.append(f"entries {failure.first}{until or ' on'}" if many else f"entry {failure.first}")
    return f" ({', '.join(places)})" if places else ""


def _say(out: TextIO, line: str) -> None:
    out.write(line + "\n")
