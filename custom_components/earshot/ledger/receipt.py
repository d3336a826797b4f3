"""A receipt for one utterance: proofs that its entries are in the ledger, as one file for whoever said it.

It is one C2SP `tlog-proof` (https://c2sp.org/tlog-proof) for each entry, one behind the other with an empty line
between. Each has the entry's salt and body, joined, as its extra data, so that it needs nothing else: the record that
was logged is that data. A receipt shows that these entries are there, not that there are no others.

A receipt is verified in numbered steps that stop at the first thing that is wrong.

(1) *receipt*: the file consists of proofs, in the order of their entries and none twice.
(2) *checkpoint*: they all lead to one checkpoint, and a trusted key signed it.
(3) *bodies*: each entry is a canonical record, and says the number that it is proven for.
(4) *proofs*: each entry is in the tree that was signed.
(5) *utterance*: all of them are of one utterance.

What the caller must still do: bring the trusted keys. A receipt names none.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from ..errors import LedgerCorruptError, LedgerError
from .body import decode_body
from .checkpoint import Checkpoint, VerifyingKey, open_note, parse_note
from .proof import HEADER, InclusionProof
from .record import Record
from .store import Snapshot, node_reader
from .tree import SALT_BYTES, inclusion_proof, leaf_hash, verify_inclusion
from .verdict import Step, Verdict, Wrong, number_of

MAX_CHARACTERS = 16 * 1024 * 1024
"""Some five thousand entries. An utterance has ten, and one more whenever somebody asks for its words."""

_SEPARATOR = f"\n\n{HEADER}\n"


class ReceiptStep(StrEnum):
    """The steps of a verification, in order."""

    RECEIPT = "receipt"
    CHECKPOINT = "checkpoint"
    BODIES = "bodies"
    PROOFS = "proofs"
    UTTERANCE = "utterance"


@dataclass(frozen=True, slots=True)
class Receipt:
    """Proofs of the entries of one utterance, in their order."""

    proofs: tuple[InclusionProof, ...]

    def text(self) -> str:
        """Return the file."""
        return "\n".join(proof.text() for proof in self.proofs)

    @classmethod
    def parse(cls, text: str) -> Receipt:
        """Return the receipt of a file, without believing it. Raises LedgerCorruptError."""
        if len(text) > MAX_CHARACTERS:
            raise LedgerCorruptError("a receipt is too long")
        first, *others = text.split(_SEPARATOR)
        # What stood between two proofs was the end of the one and the beginning of the other.
        texts = [first, *(f"{HEADER}\n{other}" for other in others)]
        ended = [*(part + "\n" for part in texts[:-1]), texts[-1]]
        return cls(tuple(InclusionProof.parse(part) for part in ended))


def write_receipt(snapshot: Snapshot, utterance_id: str) -> Receipt:
    """Return the receipt for an utterance. Raises LedgerError if the ledger knows nothing of it."""
    note = snapshot.head()
    rows = snapshot.entries_of([utterance_id])
    if note is None or not rows:
        raise LedgerError("the ledger knows no such utterance")
    size, node = parse_note(note).size, node_reader(snapshot.hashes)
    return Receipt(
        tuple(
            InclusionProof(
                row.index, inclusion_proof(row.index, size, node), note, (row.salt or b"") + (row.body or b"")
            )
            for row in rows
        )
    )


def verify_receipt(text: str, keys: Sequence[VerifyingKey]) -> Verdict:
    """Check a receipt. `keys` are those whose signatures are believed. What is wrong is in the verdict."""
    walk = _ReceiptWalk(text, keys)
    steps: list[Step] = []
    failure = None
    try:
        for name, checked in walk.steps():
            steps.append(Step(number=number_of(name), name=name, checked=checked))
    except Wrong as wrong:
        failure = wrong.failure(ReceiptStep)
    root = "" if walk.checkpoint is None else walk.checkpoint.root.hex()
    return Verdict(
        ok=failure is None, size=len(walk.proofs), root=root, redacted=0, steps=tuple(steps), failure=failure
    )


class _ReceiptWalk:
    """One verification."""

    def __init__(self, text: str, keys: Sequence[VerifyingKey]) -> None:
        self._text = text
        self._keys = keys
        self.proofs: tuple[InclusionProof, ...] = ()
        self.checkpoint: Checkpoint | None = None

    def steps(self) -> Iterator[tuple[ReceiptStep, int]]:
        """Walk the steps, and yield each that held with the number of things it looked at."""
        self.proofs = self._parse()
        count = len(self.proofs)
        yield ReceiptStep.RECEIPT, count
        self.checkpoint = checkpoint = self._open()
        yield ReceiptStep.CHECKPOINT, 1
        records = [_record(proof) for proof in self.proofs]
        yield ReceiptStep.BODIES, count
        for proof in self.proofs:
            if not verify_inclusion(_leaf(proof), proof.index, checkpoint.size, proof.hashes, checkpoint.root):
                message = "the proof does not lead from this entry to the checkpoint"
                raise Wrong(ReceiptStep.PROOFS, message, first=proof.index, last=proof.index)
        yield ReceiptStep.PROOFS, count
        yield ReceiptStep.UTTERANCE, _one_utterance(self.proofs, records)

    def _parse(self) -> tuple[InclusionProof, ...]:
        """Step 1."""
        try:
            proofs = Receipt.parse(self._text).proofs
        except LedgerCorruptError as err:
            raise Wrong(ReceiptStep.RECEIPT, str(err)) from err
        for one, other in pairwise(proofs):
            if one.index >= other.index:
                message = "the entries are not in their order"
                raise Wrong(ReceiptStep.RECEIPT, message, first=other.index, last=other.index)
        return proofs

    def _open(self) -> Checkpoint:
        """Step 2."""
        first, *others = self.proofs
        for other in others:
            if other.checkpoint != first.checkpoint:
                message = "the proofs do not lead to one checkpoint"
                raise Wrong(ReceiptStep.CHECKPOINT, message, first=other.index, last=other.index)
        try:
            return open_note(first.checkpoint, self._keys)
        except LedgerCorruptError as err:
            raise Wrong(ReceiptStep.CHECKPOINT, str(err)) from err


def _record(proof: InclusionProof) -> Record:
    """Step 3."""
    try:
        index, record = decode_body(proof.extra[SALT_BYTES:])
    except LedgerCorruptError as err:
        raise Wrong(ReceiptStep.BODIES, str(err), first=proof.index, last=proof.index) from err
    if index != proof.index:
        message = f"this is entry {index}, and not the one that is proven"
        raise Wrong(ReceiptStep.BODIES, message, first=proof.index, last=proof.index)
    return record


def _leaf(proof: InclusionProof) -> bytes:
    return leaf_hash(proof.extra[:SALT_BYTES], proof.extra[SALT_BYTES:])


def _one_utterance(proofs: Sequence[InclusionProof], records: Sequence[Record]) -> int:
    """Step 5."""
    utterance_id = records[0].utterance_id
    for proof, record in zip(proofs, records, strict=True):
        if record.utterance_id is None or record.utterance_id != utterance_id:
            message = "the entries are not of one utterance"
            raise Wrong(ReceiptStep.UTTERANCE, message, first=proof.index, last=proof.index)
    return 1
