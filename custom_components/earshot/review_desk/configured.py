"""What a person configured of the desk: the data of its subentry."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final, Self

from homeassistant.config_entries import ConfigEntry

from ..const import SUBENTRY_DESK
from ..donation.purposes import Purpose

DAILY_LIMIT: Final = 200
"""Clips that one person is given on a day, if nobody set another number: an hour of listening. Longer, and people hear
less well; and nobody who comes by a reviewer's account hears much."""
RETENTION_DAYS: Final = 180
"""How long a clip is kept, if nobody set another time: half a year, in which a small group gets through what it has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskChoices:
    """The desk as it was configured."""

    name: str
    contact: str
    people: str
    """Who listens, in words."""
    place: str
    """Where, in words."""
    retention_days: int
    purposes: tuple[Purpose, ...]
    texts: Mapping[str, Mapping[str, str]]
    """By language, then by the field of the statement's text."""
    address: str
    """Base of the desk's own address: "https://desk.example"."""
    reviewers: frozenset[str]
    """Ids of users."""
    daily_limit: int
    danger_contact: str
    """Whom reviewers and the desk's people turn to where somebody may be in danger."""
    danger_guidance: str
    """What is to be done then, in words."""

    @property
    def retention(self) -> timedelta:
        """How long a clip is kept, from the moment in which it came."""
        return timedelta(days=self.retention_days)

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Self:
        """Read the data of a subentry."""
        return cls(
            name=data["name"],
            contact=data["contact"],
            people=data["people"],
            place=data["place"],
            retention_days=int(data.get("retention_days", RETENTION_DAYS)),
            purposes=tuple(Purpose(purpose) for purpose in data["purposes"]),
            texts=data["texts"],
            address=data["address"],
            reviewers=frozenset(data.get("reviewers", ())),
            daily_limit=int(data.get("daily_limit", DAILY_LIMIT)),
            danger_contact=data["danger_contact"],
            danger_guidance=data["danger_guidance"],
        )


def choices_of(entry: ConfigEntry) -> DeskChoices | None:
    """Return how the desk is configured; None where there is none."""
    for subentry in entry.get_subentries_of_type(SUBENTRY_DESK):
        return DeskChoices.of(subentry.data)
    return None
