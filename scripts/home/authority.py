"""Somebody who certifies addresses on this machine, for homes that talk with one another over TLS."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address
from pathlib import Path
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

_LIFE: Final = timedelta(days=2)
_HERE: Final = IPv4Address("127.0.0.1")


@dataclass(frozen=True, slots=True)
class Certificate:
    """What a server shows to prove who it is, as files."""

    chain: Path
    key: Path


@dataclass(frozen=True, slots=True)
class Trust:
    """Whom a home believes, and what makes others believe that it is the home."""

    authority: Path
    """Certificate of the only authority that it believes."""
    certificate: Certificate | None = None
    """What it shows. None: it speaks plain HTTP."""


class Authority:
    """A certificate authority that nobody knows but who is told of it. Its key is never written down."""

    def __init__(self, folder: Path) -> None:
        """Take a folder for what it certifies."""
        self._folder = folder
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Authority of the demo homes")])
        itself = x509.BasicConstraints(ca=True, path_length=0)
        usage = x509.KeyUsage(
            digital_signature=False,
            content_commitment=False,
            key_encipherment=False,
            data_encipherment=False,
            key_agreement=False,
            key_cert_sign=True,
            crl_sign=False,
            encipher_only=False,
            decipher_only=False,
        )
        own = self._builder(self._name, self._key.public_key()).add_extension(itself, critical=True)
        own = own.add_extension(usage, critical=True)
        self.file: Path = folder / "authority.pem"
        """Its own certificate: whoever is given this file believes what it certifies."""
        self.file.write_bytes(self._signed(own))

    def certify(self, name: str) -> Certificate:
        """Make a certificate for 127.0.0.1, in files of that name."""
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        here = x509.SubjectAlternativeName([x509.IPAddress(_HERE), x509.DNSName("localhost")])
        builder = self._builder(subject, key.public_key()).add_extension(here, critical=False)
        builder = builder.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        builder = builder.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        made = Certificate(self._folder / f"{name}.pem", self._folder / f"{name}.key")
        made.chain.write_bytes(self._signed(builder))
        made.key.touch(mode=0o600)
        made.key.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        return made

    def _builder(self, subject: x509.Name, key: ec.EllipticCurvePublicKey) -> x509.CertificateBuilder:
        now = datetime.now(UTC)
        # Whoever checks a certificate today asks who certified whom by these two.
        mine = x509.AuthorityKeyIdentifier.from_issuer_public_key(self._key.public_key())
        return (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(self._name)
            .public_key(key)
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - timedelta(hours=1))
            .not_valid_after(now + _LIFE)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
            .add_extension(mine, critical=False)
        )

    def _signed(self, builder: x509.CertificateBuilder) -> bytes:
        return builder.sign(self._key, hashes.SHA256()).public_bytes(Encoding.PEM)
