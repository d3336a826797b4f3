"""The command that verifies a ledger, an export, a receipt or a proof on any machine: `scripts/verify`."""

import argparse
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
import sys
from typing import TextIO

from ..errors import LedgerCorruptError, LedgerError
from .checkpoint import VerifyingKey, parse_note
from .export_verify import ExportStep
from .growth_verify import GrowthStep
from .receipt import ReceiptStep
from .subjects import Subject, subject_of
from .verdict import Failure, StepName, Verdict

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
    ExportStep.CONTENTS: "each content is the one that its entry speaks of",
    ReceiptStep.RECEIPT: "the file is a receipt",
    ReceiptStep.PROOFS: "each entry is in the tree that was signed",
    ReceiptStep.UTTERANCE: "the entries are of one utterance",
    GrowthStep.PROOF: "the file is a consistency proof",
    GrowthStep.GROWTH: "the ledger goes on from what was noted",
}


def main(arguments: Sequence[str], out: TextIO = sys.stdout) -> int:
    """Verify a file and print the steps. Return 0 if all holds, 1 if not, 2 if it cannot be looked at."""
    options = _parser().parse_args(arguments)
    try:
        noted = [parse_note(path.read_text(encoding="utf-8")) for path in options.checkpoint]
        keys = tuple(key for text in options.key for key in _keys(text))
        subject = subject_of(options.file, noted)
        _say(out, f"{options.file.name}: {subject.what}")
        _say_keys(out, keys, subject)
        verdict = subject.run(keys or _own_keys(subject))
    except (LedgerError, OSError, UnicodeDecodeError) as err:
        reason = err.strerror if isinstance(err, OSError) else err
        _say(out, f"verify: this cannot be looked at: {reason}")
        return 1 if isinstance(err, LedgerCorruptError) else 2
    _say_verdict(out, verdict, subject.steps)
    return 0 if verdict.ok else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="verify",
        description="Verify a ledger's database, an export of it, a receipt for an utterance, or a proof that a ledger "
        "only grew; step by step, up to the first thing that is wrong.",
        epilog="Exit status: 0 if everything holds, 1 if something is wrong, 2 if the file cannot be read.",
    )
    parser.add_argument(
        "file",
        type=Path,
        help="a ledger.db that nobody writes to, an export, a receipt (.tlog-proof) or a consistency proof",
    )
    parser.add_argument(
        "--key",
        action="append",
        default=[],
        metavar="KEY",
        help="a verifying key that you trust, or a file with one a line (ledger-trusted.vkeys of the keys folder). "
        "Without it the keys are those that the file names itself; receipts and proofs name none.",
    )
    parser.add_argument(
        "--checkpoint",
        action="append",
        default=[],
        type=Path,
        metavar="FILE",
        help="a checkpoint that you noted earlier: the ledger must have been in that state (databases and consistency "
        "proofs only)",
    )
    return parser


def _keys(text: str) -> list[VerifyingKey]:
    """Return the keys of an argument: a file of them, or one itself."""
    path = Path(text)
    lines = path.read_text(encoding="utf-8").split() if path.is_file() else [text]
    return [VerifyingKey.parse(line) for line in lines]


def _own_keys(subject: Subject) -> Sequence[VerifyingKey]:
    if subject.own_keys is None:
        raise LedgerError("it names no key, so one must be given with --key")
    return subject.own_keys


def _say_keys(out: TextIO, keys: Sequence[VerifyingKey], subject: Subject) -> None:
    if not keys and subject.own_keys is not None:
        _say(out, "No key was given: the file is held to the keys that it names itself. This shows that it agrees with")
        _say(
            out, "itself. Compare the key with the one that Earshot shows, or give it with --key, to know whose it is."
        )
    for key in keys or subject.own_keys or ():
        _say(out, f"  key {key.text}")


def _say_verdict(out: TextIO, verdict: Verdict, steps: type[StrEnum]) -> None:
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
