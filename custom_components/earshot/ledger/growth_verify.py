"""Verification of a consistency proof against a checkpoint that was noted earlier, in numbered steps.

(1) *proof*: the file is a consistency proof.
(2) *checkpoint*: the checkpoint that it leads to is signed by a trusted key, and is of the same ledger.
(3) *growth*: the ledger as it was noted is the beginning of the ledger that was signed.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from ..errors import LedgerCorruptError
from .checkpoint import Checkpoint, VerifyingKey, open_note
from .proof import ConsistencyProof
from .tree import verify_consistency
from .verdict import Step, Verdict, Wrong, number_of


class GrowthStep(StrEnum):
    """The steps of a verification, in order."""

    PROOF = "proof"
    CHECKPOINT = "checkpoint"
    GROWTH = "growth"


def verify_growth(text: str, older: Checkpoint, keys: Sequence[VerifyingKey]) -> Verdict:
    """Check that a ledger only grew since it was noted. What is wrong is in the verdict.

    The older checkpoint needs no signature: whoever brings it believes it.
    """
    found: list[Checkpoint] = []
    steps: list[Step] = []
    failure = None
    try:
        for name in _steps(text, older, keys, found):
            steps.append(Step(number=number_of(name), name=name, checked=1))  # noqa: PERF401 - what held stays in the list
    except Wrong as wrong:
        failure = wrong.failure(GrowthStep)
    size, root = (found[0].size, found[0].root.hex()) if found else (0, "")
    return Verdict(ok=failure is None, size=size, root=root, redacted=0, steps=tuple(steps), failure=failure)


def _steps(text: str, older: Checkpoint, keys: Sequence[VerifyingKey], found: list[Checkpoint]) -> Iterator[GrowthStep]:
    try:
        proof = ConsistencyProof.parse(text)
    except LedgerCorruptError as err:
        raise Wrong(GrowthStep.PROOF, str(err)) from err
    yield GrowthStep.PROOF
    try:
        newer = open_note(proof.checkpoint, keys)
    except LedgerCorruptError as err:
        raise Wrong(GrowthStep.CHECKPOINT, str(err)) from err
    if newer.origin != older.origin:
        raise Wrong(GrowthStep.CHECKPOINT, "the checkpoints are of two ledgers")
    found.append(newer)
    yield GrowthStep.CHECKPOINT
    if proof.old_size != older.size:
        raise Wrong(GrowthStep.GROWTH, f"the proof begins at {proof.old_size} entries, and {older.size} were noted")
    if not verify_consistency(older.size, newer.size, older.root, newer.root, proof.hashes):
        raise Wrong(GrowthStep.GROWTH, "the ledger does not go on from what was noted", first=0, last=older.size - 1)
    yield GrowthStep.GROWTH
