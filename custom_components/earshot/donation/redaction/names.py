"""What a home calls its people and things: none of it may be in a donation."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeNames:
    """Every name of a home, as it is written, exposed to assistants or not."""

    people: tuple[str, ...] = ()
    """Persons and users, with family names and without."""
    places: tuple[str, ...] = ()
    """Zones, and the home itself."""
    entities: tuple[str, ...] = ()
    """Entities and devices, and their aliases."""
    areas: tuple[str, ...] = ()
    """Areas and floors, and their aliases."""
