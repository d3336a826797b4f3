"""Consents for tests."""

from datetime import UTC, datetime, timedelta
from typing import Any

from custom_components.earshot.donation.consent import Consent
from custom_components.earshot.donation.purposes import Purpose
from custom_components.earshot.models import Satellite

NOON = datetime(2026, 11, 28, 12, tzinfo=UTC)


def a_consent(**told: Any) -> Consent:
    """Return a consent of three months for the kitchen, or one that differs from that."""
    usual: dict[str, Any] = {
        "consent_id": "c0" * 16,
        "purpose": Purpose.SPEECH,
        "satellite_key": "kitchen",
        "satellite": Satellite(label="Kitchen", entity_id="assist_satellite.kitchen", area="Kitchen"),
        "statement_sha256": "5a" * 32,
        "desk": "Some desk",
        "address": "https://desk.example",
        "desk_key_sha256": "de" * 32,
        "receipt_sha256": "4e" * 32,
        "given": NOON,
        "until": NOON + timedelta(days=90),
        "by": "Ada",
    }
    return Consent(**(usual | told))
