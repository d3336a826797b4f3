"""A bundle: a clip on its way to a desk, sealed to the desk's key, padded, and signed with a key of its own.

    mark            "EARSHOT-BUNDLE-1", line feed
    header length   2 bytes, big-endian
    header          a canonical document: what a desk must know before it does any work
    signature       64 bytes, Ed25519 by the header's `donor_key` over mark, length, header, and SHA-256 of the seal
    seal            HPKE (RFC 9180), base mode, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM, to the end:
                    32 bytes of encapsulated key and the ciphertext. `info` is the context, line feed, mark, length
                    and header, so that the seal opens with no other header. No `aad`.
    in the seal     4 bytes with the length of the payload, the payload, and zeros

A bundle is exactly as large as one of five classes. What is in the seal fills it, so nothing outside tells how long
the payload is.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from hashlib import sha256
import os
from typing import Final, Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from ..errors import BundleError, BundleForeignError, BundleSealError, BundleSignatureError, BundleSizeError
from .documents import FORMAT, Fields, Plain, read_document, write_document
from .encoding import to_base64url
from .purposes import Purpose
from .signing import KEY_BYTES, SIGNATURE_BYTES, Context, SigningKey, verify
from .statement import SignedStatement

MARK: Final = b"EARSHOT-BUNDLE-1\n"
SIZES: Final = (16 * 1024, 64 * 1024, 256 * 1024, 1024 * 1024, 4 * 1024 * 1024)
"""The size classes, in bytes. Words alone fit the first; of speech as FLAC they hold about 0.8, 3, 14 and 55 s, and the
last one all. Powers of four and not of two: each class more is a finer answer to the question how long somebody spoke,
and a sentence of up to 14 s costs at most 200 kB more than it has."""
MAX_BUNDLE: Final = SIZES[-1]
MAX_HEADER: Final = 1024
"""Bytes. A header has about 500."""
MAX_AGE: Final = timedelta(days=30)
"""How old a bundle may be when a desk takes it, by the day in its header. A desk can be away for a summer holiday; a
bundle that is older was copied by somebody, or comes from a clock that is wrong."""
MAX_AHEAD: Final = timedelta(days=2)
"""How far in the future that day may be: somewhere it is tomorrow already, and clocks are wrong by some hours."""
ID_BYTES: Final = 16
TOKEN_BYTES: Final = 32

_LENGTH_BYTES: Final = 4
_HEADER_LENGTH_BYTES: Final = 2
_ENCAPSULATED_BYTES: Final = 32
_TAG_BYTES: Final = 16
_AROUND: Final = (
    len(MARK) + _HEADER_LENGTH_BYTES + MAX_HEADER + SIGNATURE_BYTES + _ENCAPSULATED_BYTES + _TAG_BYTES + _LENGTH_BYTES
)
"""Bytes around a payload at most. The largest header is counted, so the class tells nothing of the actual one."""
MAX_PAYLOAD: Final = MAX_BUNDLE - _AROUND

_SUITE: Final = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


@dataclass(frozen=True, slots=True)
class DonationSecrets:
    """What only the donor has, for one donation."""

    donation_id: str
    """Random, 32 hexadecimal digits. It is no secret, and says nothing."""
    token: bytes = field(repr=False)
    """32 bytes. Whoever has it may read the donation's receipts and withdraw it."""
    key: bytes = field(repr=False)
    """Seed of the key that signs the bundle, 32 bytes."""


def new_secrets() -> DonationSecrets:
    """Make those of a new donation from the system's randomness."""
    return DonationSecrets(os.urandom(ID_BYTES).hex(), os.urandom(TOKEN_BYTES), SigningKey.new().to_bytes())


def token_sha256(token: bytes) -> str:
    """Return the hash of a token in hexadecimal: what a desk knows of it until the donor asks."""
    return sha256(token).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """What stands on the outside of a bundle."""

    version: int
    donation_id: str
    statement_sha256: str
    """Hash of the body of the statement that was consented to, in hexadecimal."""
    desk_key_sha256: str
    """Hash of the key that it is sealed to, in hexadecimal."""
    purpose: Purpose
    made_on: date
    """The day, in UTC, on which it was sealed."""
    donor_key: bytes
    """Ed25519, 32 bytes; used for this one donation only."""
    token_sha256: str
    """Hash of the token that withdraws it, in hexadecimal."""
    size: int
    """Bytes of the whole bundle."""
    reply_key: bytes | None = None
    """X25519, 32 bytes: what reviewers write is sealed to it. None: whoever has the token may read that."""


class DeskKey:
    """The private key of a desk that bundles are sealed to (X25519)."""

    def __init__(self, private: X25519PrivateKey) -> None:
        """Use `new` or `from_bytes`."""
        self._private = private
        self.public: Final = private.public_key().public_bytes_raw()
        """32 bytes."""
        self.sha256: Final = sha256(self.public).hexdigest()
        """Hash of the public key in hexadecimal, as envelopes name it."""

    @classmethod
    def new(cls) -> Self:
        """Make one from the system's randomness."""
        return cls(X25519PrivateKey.generate())

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Take up a key by its 32 bytes. Raises ValueError for another length."""
        return cls(X25519PrivateKey.from_private_bytes(data))

    def to_bytes(self) -> bytes:
        """Return its 32 bytes. They are a secret."""
        return self._private.private_bytes_raw()

    def unseal(self, seal: bytes, info: bytes) -> bytes:
        """Return what is in a seal. Raises BundleSealError."""
        try:
            return _SUITE.decrypt(seal, self._private, info)
        except (InvalidTag, ValueError) as err:
            raise BundleSealError("a bundle does not open with the desk's key") from err


def seal_bundle(  # noqa: PLR0913 - what stands on the outside of a bundle
    payload: bytes,
    *,
    statement: SignedStatement,
    purpose: Purpose,
    secrets: DonationSecrets,
    made_on: date,
    reply_key: bytes | None = None,
) -> bytes:
    """Return the bundle of a payload. It is another one each time: keep it, to send the same bytes again.

    `reply_key` is the public one of a `ReplyKey`.

    Raises BundleSizeError for a payload over `MAX_PAYLOAD`, BundleError for a desk's key that nothing can be sealed to.
    """
    signer = SigningKey.from_bytes(secrets.key)
    size = bundle_size(len(payload))
    envelope = Envelope(
        version=FORMAT,
        donation_id=secrets.donation_id,
        statement_sha256=statement.sha256,
        desk_key_sha256=statement.statement.desk_key_sha256,
        purpose=purpose,
        made_on=made_on,
        donor_key=signer.public,
        token_sha256=token_sha256(secrets.token),
        size=size,
        reply_key=reply_key,
    )
    front = _front(envelope)
    room = size - len(front) - SIGNATURE_BYTES - _ENCAPSULATED_BYTES - _TAG_BYTES
    inside = (len(payload).to_bytes(_LENGTH_BYTES) + payload).ljust(room, b"\0")
    try:
        key = X25519PublicKey.from_public_bytes(statement.statement.encryption_key)
        seal = _SUITE.encrypt(inside, key, _info(front))
    except ValueError as err:
        raise BundleError("nothing can be sealed to the desk's key") from err
    return front + signer.sign(Context.BUNDLE, front + sha256(seal).digest()) + seal


def read_envelope(data: bytes) -> Envelope:
    """Return what stands on the outside of a bundle, if its donor signed it so.

    The checks stop at the first that fails, and nothing costly comes before its turn:

    (1) *size*: the length is one of the classes. BundleSizeError.
    (2) *header*: mark, lengths and header are as the format says, in their one form. BundleError.
    (3) *signature*: the key in the header signed the header and the hash of the seal. BundleSignatureError.

    What the caller must still do: see that the statement, the key and the purpose are its own, that the day is neither
    too old nor ahead, and that it knows no other bundle of this identifier.
    """
    return _checked(data)[0]


def open_bundle(data: bytes, key: DeskKey) -> bytes:
    """Return the payload of a bundle.

    Raises BundleError and those below it: of `read_envelope`; BundleForeignError for another desk's key;
    BundleSealError if it does not open, or is not filled up with zeros.
    """
    envelope, front, seal = _checked(data)
    if envelope.desk_key_sha256 != key.sha256:
        raise BundleForeignError("a bundle is sealed to another key")
    inside = key.unseal(seal, _info(front))
    end = _LENGTH_BYTES + int.from_bytes(inside[:_LENGTH_BYTES])
    if end > len(inside) or inside.count(0, end) != len(inside) - end:
        raise BundleSealError("a bundle is not filled up as the format says")
    return inside[_LENGTH_BYTES:end]


def bundle_size(payload: int) -> int:
    """Return the bytes of a bundle with so many bytes of payload. Raises BundleSizeError for more than fit."""
    for size in SIZES:
        if payload <= size - _AROUND:
            return size
    raise BundleSizeError("what should go into a bundle is too large")


def _checked(data: bytes) -> tuple[Envelope, bytes, bytes]:
    """Return the envelope, the bytes up to the end of the header, and the seal: steps 1 to 3."""
    if len(data) not in SIZES:
        raise BundleSizeError("a bundle is of no size class")
    try:
        front, envelope = _read_front(data)
    except ValueError as err:
        raise BundleError(str(err)) from None
    end = len(front) + SIGNATURE_BYTES
    signature, seal = data[len(front) : end], data[end:]
    if not verify(envelope.donor_key, Context.BUNDLE, front + sha256(seal).digest(), signature):
        raise BundleSignatureError("a bundle is not as its donor signed it")
    return envelope, front, seal


def _info(front: bytes) -> bytes:
    return Context.BUNDLE.encode() + b"\n" + front


def _front(envelope: Envelope) -> bytes:
    plain: dict[str, Plain] = {
        "format": envelope.version,
        "donation_id": envelope.donation_id,
        "statement_sha256": envelope.statement_sha256,
        "desk_key_sha256": envelope.desk_key_sha256,
        "purpose": str(envelope.purpose),
        "made_on": envelope.made_on.isoformat(),
        "donor_key": to_base64url(envelope.donor_key),
        "token_sha256": envelope.token_sha256,
        "size": envelope.size,
    }
    if envelope.reply_key is not None:
        plain["reply_key"] = to_base64url(envelope.reply_key)
    header = write_document(plain, MAX_HEADER)
    return MARK + len(header).to_bytes(_HEADER_LENGTH_BYTES) + header


def _read_front(data: bytes) -> tuple[bytes, Envelope]:
    """Return the bytes up to the end of the header, and what it says. Raises ValueError."""
    begin = len(MARK) + _HEADER_LENGTH_BYTES
    length = int.from_bytes(data[len(MARK) : begin])
    if not data.startswith(MARK) or length > MAX_HEADER:
        raise ValueError("this is no bundle")
    header = Fields(read_document(data[begin : begin + length], MAX_HEADER))
    header.format()
    envelope = Envelope(
        version=FORMAT,
        donation_id=header.hexadecimal("donation_id", ID_BYTES),
        statement_sha256=header.hexadecimal("statement_sha256", 32),
        desk_key_sha256=header.hexadecimal("desk_key_sha256", 32),
        purpose=header.choice("purpose", Purpose),
        made_on=header.day("made_on"),
        donor_key=header.binary("donor_key", KEY_BYTES),
        token_sha256=header.hexadecimal("token_sha256", 32),
        size=header.number("size", len(data), len(data)),
        reply_key=header.binary("reply_key", KEY_BYTES) if header.has("reply_key") else None,
    )
    header.done()
    return data[: begin + length], envelope
