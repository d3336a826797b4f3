"""Checkpoints: the ledger's size and root, signed with Ed25519.

The texts are those of C2SP `signed-note` and `tlog-checkpoint` (https://c2sp.org), so that tools which know
nothing of Earshot can check them. The private key is kept in the form of Go's `note.GenerateKey`.
"""

from base64 import b64decode, b64encode
import binascii
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
import re
from typing import Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from ..errors import LedgerCorruptError
from .tree import HASH_BYTES

MAX_NOTE_CHARACTERS = 16 * 1024
"""A checkpoint is about 250 characters. This leaves room for some sixty witnesses, and bounds a hostile file."""

_ED25519 = b"\x01"
"""Signature type of a plain Ed25519 signature over the note's text (signed-note, "Signature types")."""
_KEY_ID_BYTES = 4
_KEY_BYTES = 32
_PRIVATE_PREFIX = "PRIVATE+KEY+"
_SIGNATURE_PREFIX = "\N{EM DASH} "


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """What a checkpoint says."""

    origin: str
    """Which ledger it is of: the name of its key."""
    size: int
    """Number of entries."""
    root: bytes

    def text(self) -> str:
        """Return the text that is signed."""
        return f"{self.origin}\n{self.size}\n{b64encode(self.root).decode()}\n"


@dataclass(frozen=True, slots=True)
class VerifyingKey:
    """A public key and the name that it signs under."""

    name: str
    public: bytes

    @property
    def key_id(self) -> bytes:
        """The four bytes by which a signature line names its key."""
        return sha256(self.name.encode() + b"\n" + _ED25519 + self.public).digest()[:_KEY_ID_BYTES]

    @property
    def text(self) -> str:
        """The key as one line of text (a `vkey` of signed-note)."""
        return f"{self.name}+{self.key_id.hex()}+{b64encode(_ED25519 + self.public).decode()}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the key of such a line. Raises LedgerCorruptError."""
        # The key is base64, which may itself hold a plus; the name may not.
        name, key_id, encoded = _three(text.split("+", 2))
        key = cls(_name(name), _typed_key(encoded))
        if key.key_id.hex() != key_id:
            raise LedgerCorruptError("a verifying key does not match its own identifier")
        return key


class SigningKey:
    """The ledger's private key."""

    def __init__(self, name: str, seed: bytes) -> None:
        """Take up a key by its 32-byte seed. Raises LedgerCorruptError for a name that a note cannot carry."""
        self._seed = seed
        self._private = Ed25519PrivateKey.from_private_bytes(seed)
        self.verifying = VerifyingKey(_name(name), self._private.public_key().public_bytes_raw())
        self._key_id = self.verifying.key_id

    @classmethod
    def generate(cls, name: str) -> Self:
        """Make a new key from the system's randomness."""
        return cls(name, Ed25519PrivateKey.generate().private_bytes_raw())

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the key of its stored line. Raises LedgerCorruptError."""
        if not text.startswith(_PRIVATE_PREFIX):
            raise LedgerCorruptError("the signing key is not in its known form")
        name, key_id, encoded = _three(text.removeprefix(_PRIVATE_PREFIX).strip().split("+", 2))
        key = cls(name, _typed_key(encoded))
        if key.verifying.key_id.hex() != key_id:
            raise LedgerCorruptError("the signing key does not match its own identifier")
        return key

    def dump(self) -> str:
        """Return the line to store. It is a secret."""
        key = self.verifying
        return f"{_PRIVATE_PREFIX}{key.name}+{key.key_id.hex()}+{b64encode(_ED25519 + self._seed).decode()}\n"

    def sign(self, size: int, root: bytes) -> str:
        """Return the signed note of a tree. The same tree always gives the same note."""
        text = Checkpoint(self.verifying.name, size, root).text()
        signature = b64encode(self._key_id + self._private.sign(text.encode())).decode()
        return f"{text}\n{_SIGNATURE_PREFIX}{self.verifying.name} {signature}\n"


def parse_note(note: str) -> Checkpoint:
    """Return what a signed checkpoint says, without believing it. Raises LedgerCorruptError."""
    return _parse_text(_split(note)[0])


def open_note(note: str, keys: Iterable[VerifyingKey]) -> Checkpoint:
    """Return what a checkpoint says if one of the keys signed it, and the text is of that key's ledger.

    Signatures by other keys are passed over, as the format demands. Raises LedgerCorruptError.
    """
    text, signatures = _split(note)
    checkpoint = _parse_text(text)
    for key in keys:
        own = [data for name, data in signatures if name == key.name and data[:_KEY_ID_BYTES] == key.key_id]
        if own and key.name == checkpoint.origin:
            if len(own) > 1:
                raise LedgerCorruptError("a checkpoint is signed twice by one key")
            _check_signature(key, text, own[0][_KEY_ID_BYTES:])
            return checkpoint
    raise LedgerCorruptError("a checkpoint is not signed by a known key")


def signer_of(note: str, keys: Iterable[VerifyingKey]) -> VerifyingKey | None:
    """Return the key that a note says it was signed with, without believing it. Raises LedgerCorruptError."""
    named = {(name, data[:_KEY_ID_BYTES]) for name, data in _split(note)[1]}
    return next((key for key in keys if (key.name, key.key_id) in named), None)


def _check_signature(key: VerifyingKey, text: str, signature: bytes) -> None:
    try:
        Ed25519PublicKey.from_public_bytes(key.public).verify(signature, text.encode())
    except InvalidSignature as err:
        raise LedgerCorruptError("a checkpoint's signature is wrong") from err


def _split(note: str) -> tuple[str, list[tuple[str, bytes]]]:
    """Return a note's text, with its last newline, and its signatures by name."""
    if len(note) > MAX_NOTE_CHARACTERS or any(ord(character) < ord(" ") for character in note.replace("\n", "")):
        raise LedgerCorruptError("a note is too long or holds a control character")
    try:
        # JSON can bring half a surrogate pair into a text, which then has no bytes that could be signed.
        note.encode()
    except UnicodeEncodeError as err:
        raise LedgerCorruptError("a note is no text") from err
    text, separator, rest = note.rpartition("\n\n")
    if not (separator and rest.endswith("\n")):
        raise LedgerCorruptError("a note has no signatures")
    return text + "\n", [_parse_signature(line) for line in rest.removesuffix("\n").split("\n")]


def _parse_signature(line: str) -> tuple[str, bytes]:
    name, separator, encoded = line.removeprefix(_SIGNATURE_PREFIX).partition(" ")
    signature = _base64(encoded)
    if not (line.startswith(_SIGNATURE_PREFIX) and separator and len(signature) > _KEY_ID_BYTES):
        raise LedgerCorruptError("a note's signature line is malformed")
    return _name(name), signature


def _parse_text(text: str) -> Checkpoint:
    """Return what the text of a note says. Further lines are extensions, and are allowed if they are not empty."""
    lines = text.removesuffix("\n").split("\n")
    origin, size, encoded = _three(lines[:3])
    root = _base64(encoded)
    if not all(lines) or not _is_decimal(size) or len(root) != HASH_BYTES:
        raise LedgerCorruptError("a checkpoint has no origin, no size or no root")
    return Checkpoint(_name(origin), int(size), root)


def _is_decimal(text: str) -> bool:
    """Return whether a text is a size in the one way to write it. More digits than these a database cannot hold."""
    return re.fullmatch(r"0|[1-9][0-9]{0,17}", text) is not None


def _typed_key(encoded: str) -> bytes:
    """Return the 32 bytes of an Ed25519 key in base64 behind its type."""
    data = _base64(encoded)
    if not data.startswith(_ED25519) or len(data) != len(_ED25519) + _KEY_BYTES:
        raise LedgerCorruptError("a key is not an Ed25519 key")
    return data.removeprefix(_ED25519)


def _base64(text: str) -> bytes:
    try:
        data = b64decode(text, validate=True)
    except (binascii.Error, ValueError) as err:
        raise LedgerCorruptError("a note holds malformed base64") from err
    # The decoder forgives bits set in the padding; two texts would then have one meaning.
    if b64encode(data).decode() != text:
        raise LedgerCorruptError("a note holds base64 that is not canonical")
    return data


def _name(name: str) -> str:
    """Return a key's name if a note can carry it (signed-note: not empty, no space, no plus)."""
    if not name or "+" in name or any(character.isspace() or not character.isprintable() for character in name):
        raise LedgerCorruptError("a key has a name that a note cannot carry")
    return name


def _three(parts: list[str]) -> tuple[str, str, str]:
    try:
        first, second, third = parts
    except ValueError as err:
        raise LedgerCorruptError("a note or a key has a part missing") from err
    return first, second, third
