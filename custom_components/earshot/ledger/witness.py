"""Comparing a checkpoint that somebody outside holds with the ledger as it is now.

It looks at the tree alone. Whether every entry still is what its leaf was made of is what `verify` looks at.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ..errors import CheckpointForeignError, CheckpointUnreadableError, LedgerCorruptError
from .checkpoint import MAX_NOTE_CHARACTERS, Checkpoint, VerifyingKey, open_note, parse_note, signer_of
from .store import Snapshot, node_reader
from .tree import root_hash


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What came of a comparison."""

    size: int
    """Entries that the checkpoint speaks for."""
    root: str
    """The root that it names, in hexadecimal."""
    agrees: bool
    """Whether the ledger has this root at this size."""
    signed: bool
    """Whether a key that this ledger trusts has signed it. A ledger that was rewritten with a fresh key has no such
    key any more, so a checkpoint without one is compared all the same."""
    ledger_size: int
    """Entries of the ledger now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofSizes:
    """How far the ledger is proven: an entry is, by each of these, if its index is below it."""

    size: int
    """Entries of the ledger."""
    signed_size: int
    """Entries of the tree that was signed last. As long as nothing is wrong it is all of them."""
    witnessed_size: int
    """Entries of the newest checkpoint that somebody outside held, and that agreed. 0: nobody did."""


def tidy(text: str) -> str:
    """Return a note as it was signed, of a text that went through a clipboard, a mail or a camera."""
    return "\n".join(line.strip() for line in text.strip().splitlines()) + "\n"


def compare(snapshot: Snapshot, keys: Sequence[VerifyingKey], text: str) -> Comparison:
    """Compare a checkpoint with the tree at its size. `keys` are those of this ledger.

    Raises CheckpointUnreadableError if it is none, or not as it was signed any more, and CheckpointForeignError if it
    is another ledger's.
    """
    checkpoint, signed = _read(text, keys)
    size = snapshot.size()
    return Comparison(
        size=checkpoint.size,
        root=checkpoint.root.hex(),
        agrees=checkpoint.size <= size and _root(snapshot, checkpoint.size) == checkpoint.root,
        signed=signed,
        ledger_size=size,
    )


def _read(text: str, keys: Sequence[VerifyingKey]) -> tuple[Checkpoint, bool]:
    # Bounded before it is taken apart; a clipboard adds no more than some white space to a note.
    if len(text) > 2 * MAX_NOTE_CHARACTERS:
        raise CheckpointUnreadableError("the text is too long for a checkpoint")
    note = tidy(text)
    try:
        checkpoint = parse_note(note)
        signed = signer_of(note, keys) is not None
        if signed:
            open_note(note, keys)
    except LedgerCorruptError as err:
        raise CheckpointUnreadableError(str(err)) from err
    names = {key.name for key in keys}
    if checkpoint.origin not in names:
        raise CheckpointForeignError(origin=checkpoint.origin, own=", ".join(sorted(names)))
    return checkpoint, signed


def _root(snapshot: Snapshot, size: int) -> bytes | None:
    try:
        return root_hash(size, node_reader(snapshot.hashes))
    except LedgerCorruptError:
        # A hole in the stored tree: there is nothing that could agree.
        return None
