"""What a satellite had before it was paired, on disk, so that it gets it back whatever happens meanwhile."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final, Self

from homeassistant.core import HomeAssistant
from homeassistant.helpers.storage import Store

from ..const import DOMAIN

STORE_VERSION: Final = 1
STORE_KEY: Final = f"{DOMAIN}.satellites"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """One satellite that uses an assistant's pipeline because of Earshot."""

    pipeline_id: str
    name: str
    """What the pipeline was called when it was last seen chosen: the satellite remembers it by that."""
    had: Mapping[str, str | None]
    """Id of the pipeline that each of its choices had before, by the choice's id in the registry. None: preferred."""
    left: tuple[str, ...] = ()
    """Choices at which a person chose something else since."""
    had_words: tuple[str, ...] | None = None
    """Wake words that the device listened for before. None: Earshot has not changed them."""
    words: tuple[str, ...] | None = None
    """Those that it was given."""
    known_as: tuple[str, ...] = ()
    """Entity ids that the satellite had since it was paired: the ledger names it as it was called then."""

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Read what `asdict` wrote."""
        had_words, words = data.get("had_words"), data.get("words")
        return cls(
            pipeline_id=data["pipeline_id"],
            name=data["name"],
            had=dict(data["had"]),
            left=tuple(data.get("left", ())),
            had_words=None if had_words is None else tuple(had_words),
            words=None if words is None else tuple(words),
            known_as=tuple(data.get("known_as", ())),
        )


class PairingStore:
    """The pairings by the satellite's id in the registry."""

    def __init__(self, hass: HomeAssistant) -> None:
        self._store: Store[dict[str, Any]] = Store(hass, STORE_VERSION, STORE_KEY, private=True)

    async def load(self) -> dict[str, Pairing]:
        """Return what was saved; nothing, if there is nothing."""
        return {key: Pairing.from_json(one) for key, one in (await self._store.async_load() or {}).items()}

    async def save(self, pairings: Mapping[str, Pairing]) -> None:
        """Put them on disk before anything relies on it."""
        await self._store.async_save({key: asdict(pairing) for key, pairing in pairings.items()})

    async def remove(self) -> None:
        """Take the file away."""
        await self._store.async_remove()
