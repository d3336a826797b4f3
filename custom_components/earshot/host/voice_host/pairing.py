"""The secret between Earshot and a host on a network, and the TLS that it opens.

Both sides know one pairing code and nothing else of each other: no certificate, no authority, no clock. TLS 1.3 with a
pre-shared key (RFC 8446, 2.2) proves to each that the other knows it and encrypts with a key made for this connection
alone, so that a code which becomes known later opens nothing that was recorded before.

Imports the standard library only: like the contract, both processes load this file.
"""

import hashlib
import hmac
import secrets
import ssl
from typing import Final

SECRET_BYTES: Final = 16
"""128 bits, as RFC 9257 asks of a key that is shared: whoever records a connection could try codes for ever."""

_ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no letter in it is taken for another, nor for a figure."""
_LOOKALIKES: Final = str.maketrans("OIL", "011")
_SECRET_DIGITS: Final = 26
_CHECK_DIGITS: Final = 2
"""They find a code that was mistyped: one wrong code in a thousand passes, and is then refused by the host."""
_GROUP: Final = 4

_IDENTITY: Final = "earshot-host-1"
"""What the client says which key it means, in clear. The same for every home, so that it says nothing of this one."""


class PairingCodeError(ValueError):
    """What was typed is no pairing code. The message does not repeat it."""


def make_secret() -> bytes:
    """Draw a new secret."""
    return secrets.token_bytes(SECRET_BYTES)


def code_of(secret: bytes) -> str:
    """Write a secret as a person types it: seven groups of four, the last two digits being the check."""
    number = int.from_bytes(secret)
    digits = "".join(_ALPHABET[number >> 5 * place & 31] for place in reversed(range(_SECRET_DIGITS)))
    digits += _check(secret)
    return "-".join(digits[at : at + _GROUP] for at in range(0, len(digits), _GROUP))


def secret_of(code: str) -> bytes:
    """Read a code, however it is spaced and in whatever case. Raises PairingCodeError."""
    digits = "".join(code.replace("-", "").split()).upper().translate(_LOOKALIKES)
    if len(digits) != _SECRET_DIGITS + _CHECK_DIGITS or not set(digits) <= set(_ALPHABET):
        raise PairingCodeError("a pairing code has 28 letters and figures")
    number = 0
    for digit in digits[:_SECRET_DIGITS]:
        number = number << 5 | _ALPHABET.index(digit)
    if number >= 1 << 8 * SECRET_BYTES:
        raise PairingCodeError("this is no pairing code")
    secret = number.to_bytes(SECRET_BYTES)
    if not hmac.compare_digest(_check(secret), digits[_SECRET_DIGITS:]):
        raise PairingCodeError("the check digits do not fit")
    return secret


def name_of(secret: bytes) -> str:
    """Return what a host may be called in public, 16 hexadecimal digits: the secret cannot be found from it."""
    return _derived(secret, "name")[:8].hex()


def server_context(secret: bytes) -> ssl.SSLContext:
    """Return the host's side. Without a certificate, only who knows the key gets through the handshake."""
    key = _derived(secret, "key")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    # A ticket would let somebody in again without the key.
    context.num_tickets = 0
    context.set_psk_server_callback(lambda identity: key if identity == _IDENTITY else b"")
    return context


def client_context(secret: bytes) -> ssl.SSLContext:
    """Return Earshot's side. It trusts no certificate at all, so only who knows the key can be at the other end."""
    key = _derived(secret, "key")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.check_hostname = False
    context.verify_mode = ssl.CERT_REQUIRED
    context.set_psk_client_callback(lambda _hint: (_IDENTITY, key))
    return context


def _derived(secret: bytes, purpose: str) -> bytes:
    return hmac.digest(secret, f"earshot voice host 1: {purpose}".encode(), hashlib.sha256)


def _check(secret: bytes) -> str:
    number = int.from_bytes(_derived(secret, "check")[:2])
    return _ALPHABET[number >> 5 & 31] + _ALPHABET[number & 31]
