"""Proofs for people outside: that one entry is in the ledger, and that the ledger only ever grew.

The first is the text of C2SP `tlog-proof` (https://c2sp.org/tlog-proof). Whoever holds the entry's salt and body, the
proof and a trusted key can check it without the ledger; for the second, an older checkpoint is enough. Its text is the
body of an `add-checkpoint` request of C2SP `tlog-witness` (https://c2sp.org/tlog-witness), so that a public witness
takes it as it is.
"""

from base64 import b64decode, b64encode
import binascii
from collections.abc import Iterable
from dataclasses import dataclass
import re
from typing import Self

from ..errors import LedgerCorruptError
from .canonical import MAX_BODY_BYTES
from .checkpoint import MAX_NOTE_CHARACTERS, Checkpoint, VerifyingKey, open_note
from .tree import HASH_BYTES, SALT_BYTES, verify_consistency, verify_inclusion

HEADER = "c2sp.org/tlog-proof@v1"
_EXTRA = "extra "
_INDEX = re.compile("index (0|[1-9][0-9]{0,17})")
"""An index in the one way to write it. More digits than these a database cannot hold."""
_OLD = re.compile("old (0|[1-9][0-9]{0,17})")

MAX_HASHES = 63
"""A proof has one hash for each level of the tree, and no ledger has 2^63 entries."""
_MAX_EXTRA = 4 * (SALT_BYTES + MAX_BODY_BYTES + 3) // 3
"""A salt and a body in base64: what a receipt carries along."""
_MAX_CHARACTERS = MAX_NOTE_CHARACTERS + (MAX_HASHES + 3) * 45 + _MAX_EXTRA
"""The note, and before it the extra data and a line of 45 characters for each hash, the header and the index."""


@dataclass(frozen=True, slots=True)
class InclusionProof:
    """Where an entry is, and the way from its leaf to a signed root."""

    index: int
    hashes: tuple[bytes, ...]
    """The audit path of RFC 6962, 2.1.1, the leaf's neighbour first."""
    checkpoint: str
    """The signed note that it leads to."""
    extra: bytes = b""
    """What its maker added; nothing vouches for it. A receipt puts the entry's salt and body here."""

    def text(self) -> str:
        """Return the proof as text."""
        extra = [_EXTRA + b64encode(self.extra).decode()] if self.extra else []
        lines = [HEADER, *extra, f"index {self.index}", *(b64encode(step).decode() for step in self.hashes)]
        return "\n".join(lines) + "\n\n" + self.checkpoint

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the proof of a text, without believing it. Raises LedgerCorruptError."""
        if len(text) > _MAX_CHARACTERS:
            raise LedgerCorruptError("a proof is too long")
        own, separator, checkpoint = text.partition("\n\n")
        header, *lines = own.split("\n")
        extra = _base64(lines.pop(0).removeprefix(_EXTRA)) if lines and lines[0].startswith(_EXTRA) else None
        index = _INDEX.fullmatch(lines[0]) if lines else None
        if header != HEADER or not separator or index is None or len(lines) > MAX_HASHES + 1 or extra == b"":
            raise LedgerCorruptError("a proof has no known header, index, path or checkpoint")
        return cls(int(index[1]), tuple(_hash(line) for line in lines[1:]), checkpoint, extra or b"")

    def verify(self, leaf: bytes, keys: Iterable[VerifyingKey]) -> int:
        """Check that the entry with this leaf hash is in a ledger that one of the keys signed.

        Return the size that the ledger had. Raises LedgerCorruptError if any of it does not hold.
        """
        checkpoint = open_note(self.checkpoint, keys)
        if not verify_inclusion(leaf, self.index, checkpoint.size, self.hashes, checkpoint.root):
            raise LedgerCorruptError("a proof does not lead from its entry to its checkpoint")
        return checkpoint.size


@dataclass(frozen=True, slots=True)
class ConsistencyProof:
    """The way from what the ledger was at one size to a signed root: nothing before that size has changed since."""

    old_size: int
    hashes: tuple[bytes, ...]
    """The proof of RFC 6962, 2.1.2, in its order."""
    checkpoint: str
    """The signed note that it leads to."""

    def text(self) -> str:
        """Return the proof as text."""
        lines = [f"old {self.old_size}", *(b64encode(step).decode() for step in self.hashes)]
        return "\n".join(lines) + "\n\n" + self.checkpoint

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the proof of a text, without believing it. Raises LedgerCorruptError."""
        if len(text) > _MAX_CHARACTERS:
            raise LedgerCorruptError("a proof is too long")
        own, separator, checkpoint = text.partition("\n\n")
        first, *hashes = own.split("\n")
        old = _OLD.fullmatch(first)
        if not separator or old is None or len(hashes) > MAX_HASHES:
            raise LedgerCorruptError("a proof has no older size, path or checkpoint")
        return cls(int(old[1]), tuple(_hash(line) for line in hashes), checkpoint)

    def verify(self, older: Checkpoint, keys: Iterable[VerifyingKey]) -> int:
        """Check that a ledger that one of the keys signed goes on from an older checkpoint of it.

        Return the size that it has reached. Raises LedgerCorruptError if any of it does not hold.
        """
        newer = open_note(self.checkpoint, keys)
        consistent = verify_consistency(older.size, newer.size, older.root, newer.root, self.hashes)
        if older.size != self.old_size or not consistent:
            raise LedgerCorruptError("the ledger does not go on from the older checkpoint")
        return newer.size


def _hash(line: str) -> bytes:
    data = _base64(line)
    if len(data) != HASH_BYTES:
        raise LedgerCorruptError("a proof holds something that is no hash")
    return data


def _base64(line: str) -> bytes:
    try:
        data = b64decode(line, validate=True)
    except (binascii.Error, ValueError) as err:
        raise LedgerCorruptError("a proof holds malformed base64") from err
    if b64encode(data).decode() != line:
        raise LedgerCorruptError("a proof holds base64 that is not canonical")
    return data
