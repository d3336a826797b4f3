"""One thing that automations are told, and of what sorts there are."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from homeassistant.util.signal_type import SignalType

from ..models import Satellite

EVENT_TYPES: Final = (
    "left_house",
    "blocked",
    "false_wake",
    "stored",
    "erased",
    "redacted",
    "opened",
    "shared",
    "off_the_record",
    "on_the_record",
    "gap",
    "verification_failed",
    "offered",
    "donated",
    "withdrawn",
    "reviewed",
    "consent_given",
    "consent_withdrawn",
    "consent_ends",
    "trace_found",
)
"""A new one is a line here, a function in this package that makes it, and its translation."""


@dataclass(frozen=True, slots=True)
class Told:
    """An event: its type, and facts about it. Never words, and no identifier that a redaction would have to find."""

    event_type: str
    at: datetime
    """When it was entered; of what has no entry, when it was found."""
    facts: Mapping[str, Any]
    cause: str | None = None
    """The id of the context of the run that it came of; None where a person's act or nothing known was the cause."""


SIGNAL_TOLD: Final = SignalType[Told]("earshot_told")
"""Sent with each of them, once."""


def of_satellite(satellite: Satellite | None) -> dict[str, Any]:
    """Return the facts that name a satellite. Both None: nobody knows, or it is of the whole house."""
    return {
        "satellite": satellite.label if satellite else None,
        "satellite_id": satellite.entity_id if satellite else None,
    }
