"""The receipt of an act of consent, in the field names of ISO/IEC TS 27560:2023 and of Kantara's Consent Receipt 1.1.

Purposes and bases are terms of the Data Privacy Vocabulary (https://w3id.org/dpv). The receipt is canonical JSON, and
its SHA-256 stands in the ledger: whoever keeps the file can show later what was agreed to.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from hashlib import sha256
import json
from typing import Any, Final

from .consent import Consent
from .purposes import Purpose
from .statement import SignedStatement

SCHEMA: Final = "https://w3id.org/dpv/schema/dpv-27560/receipt"
_PURPOSES: Final[Mapping[Purpose, str]] = {
    # The vocabulary knows no nearer ones; the statement's own words stand beside them.
    Purpose.WAKE_WORDS: "dpv:ImproveExistingProductsAndServices",
    Purpose.SPEECH: "dpv:ImproveExistingProductsAndServices",
    Purpose.FALSE_WAKES: "dpv:ResearchAndDevelopment",
}


def make_receipt(consents: Sequence[Consent], statement: SignedStatement, *, receipt_id: str) -> bytes:
    """Return the receipt of consents that one person gave at once, as canonical JSON."""
    first, said = consents[0], statement.statement
    receipt: dict[str, Any] = {
        "schema_version": SCHEMA,
        "receipt_id": receipt_id,
        # Kantara's names of the same, for tools that know those.
        "version": "KI-CR-v1.1.0",
        "consentReceiptID": receipt_id,
        "consentTimestamp": round(first.given.timestamp()),
        "collectionMethod": "A person who had logged in was shown the statement, and agreed to each of these",
        "language": min(said.texts),
        "jurisdiction": said.place,
        "pii_principal_id": first.by,
        "piiControllers": [{"piiController": said.name, "contact": said.contact, "address": said.address}],
        "controllers": [{"name": said.name, "contact": said.contact, "url": said.address, "location": said.place}],
        "recipients": [{"name": said.name, "who": said.people, "where": said.place}],
        "privacy_notice": {"sha256": statement.sha256, "version": said.version, "url": said.address},
        "consent_type": "dpv:ExplicitlyExpressedConsent",
        "lawful_basis": "dpv:ExplicitlyExpressedConsent",
        "sensitive": True,
        "pii_categories": ["dpv-pd:Voice", "dpv-pd:Communication"],
        "retention_period": f"P{said.retention_days}D",
        "storage_location": said.place,
        "withdrawal_method": "Earshot's page Sharing, at any time",
        "age_confirmed": True,
        "others_at_home_know": True,
        "desk_key_sha256": first.desk_key_sha256,
        "consents": [_consent(one) for one in consents],
    }
    return canonical(receipt)


def canonical(value: Any) -> bytes:
    """Return JSON with sorted keys and no white space, in UTF-8."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode()


def receipt_sha256(receipt: bytes) -> str:
    """Return the hash of a receipt in hexadecimal, as the ledger keeps it."""
    return sha256(receipt).hexdigest()


def _consent(consent: Consent) -> dict[str, Any]:
    return {
        "consent_id": consent.consent_id,
        "event_state": "dpv:ConsentGiven",
        "event_time": _instant(consent.given),
        "expiry_time": _instant(consent.until),
        "purpose": {"name": consent.purpose.value, "type": _PURPOSES[consent.purpose]},
        "satellite": consent.satellite.label,
        "area": consent.satellite.area,
    }


def _instant(instant: datetime) -> str:
    return instant.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
