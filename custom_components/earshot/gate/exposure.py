"""How many entities an agent can see: those that are exposed to Home Assistant's conversations."""

from collections.abc import Callable

from homeassistant.components.homeassistant.const import DATA_EXPOSED_ENTITIES
from homeassistant.components.homeassistant.exposed_entities import async_listen_entity_updates, async_should_expose
from homeassistant.core import HomeAssistant, callback

_ASSISTANT = "conversation"
"""As Home Assistant names all its own agents together, when it asks what is exposed to them."""


class Exposure:
    """Counts what is exposed, and counts again only when something changed: a home can have thousands of entities."""

    def __init__(self, hass: HomeAssistant) -> None:
        self._hass = hass
        self._counted: int | None = None
        self._entities = 0
        """How many there were when it was counted."""
        self._forget: Callable[[], None] | None = None

    @callback
    def start(self) -> None:
        """Follow what is exposed."""
        if DATA_EXPOSED_ENTITIES in self._hass.data:
            self._forget = async_listen_entity_updates(self._hass, _ASSISTANT, self._changed)

    @callback
    def stop(self) -> None:
        """Follow it no more. Idempotent."""
        if self._forget is not None:
            self._forget()
            self._forget = None

    @callback
    def count(self) -> int | None:
        """Return how many of the entities that are there are exposed; None if Home Assistant does not say."""
        if self._forget is None:
            return None
        entities = self._hass.states.async_entity_ids_count()
        if self._counted is None or entities != self._entities:
            ids = self._hass.states.async_entity_ids()
            self._counted = sum(async_should_expose(self._hass, _ASSISTANT, entity_id) for entity_id in ids)
            self._entities = entities
        return self._counted

    @callback
    def _changed(self) -> None:
        self._counted = None
