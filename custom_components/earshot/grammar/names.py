"""What a home calls its things: all that the grammar knows of Home Assistant's registries."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityName:
    """One exposed entity, under every name that a person may call it by."""

    names: tuple[str, ...]
    """Its name and its aliases, as they are written."""
    domain: str
    area: str | None = None
    """The name of its area, where it has one."""
    device_class: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceName:
    """One area or floor, under every name that a person may call it by."""

    names: tuple[str, ...]
    """Its name and its aliases, as they are written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeNames:
    """Everything in a home that has a name and may be spoken of."""

    entities: tuple[EntityName, ...]
    areas: tuple[PlaceName, ...] = ()
    floors: tuple[PlaceName, ...] = ()
    temperatures: tuple[int, int] = (5, 35)
    """The lowest and highest temperature that somebody asks for: degrees Celsius; (40, 95) for Fahrenheit."""
