"""The picture of the last seven whole days, for a dashboard. Counts only."""

from datetime import datetime
from typing import Final, override

from homeassistant.components.image import ImageEntity, ImageEntityDescription
from homeassistant.const import EntityCategory
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback
from homeassistant.helpers.event import async_track_time_change
from homeassistant.util import dt as dt_util

from .const import DOMAIN
from .entity import LedgerEntity
from .errors import EarshotError
from .runtime import EarshotConfigEntry

PARALLEL_UPDATES: Final = 0  # the ledger is read by many at once

WEEK: Final = ImageEntityDescription(
    key="week", translation_key="week", entity_category=EntityCategory.DIAGNOSTIC, entity_registry_enabled_default=False
)

HOURS: Final = (0, 3, 6, 9, 12, 15, 18, 21)
"""When it is drawn anew, ten minutes after the hour: just after a day has ended, and for what was entered late."""


async def async_setup_entry(
    hass: HomeAssistant, entry: EarshotConfigEntry, async_add_entities: AddConfigEntryEntitiesCallback
) -> None:
    """Add the one of the house."""
    async_add_entities([WeekImage(hass, entry)])


class WeekImage(LedgerEntity, ImageEntity):
    """A bar for each day, and the numbers. Home Assistant's frontend shows SVG wherever it shows a picture."""

    _attr_content_type = "image/svg+xml"

    def __init__(self, hass: HomeAssistant, entry: EarshotConfigEntry) -> None:
        LedgerEntity.__init__(self, entry, WEEK)
        ImageEntity.__init__(self, hass)
        self.entity_id = f"image.{DOMAIN}_week"
        self._drawn: bytes | None = None

    @override
    async def async_image(self) -> bytes | None:
        """Return the picture as it was drawn last."""
        return self._drawn

    @override
    async def async_added_to_hass(self) -> None:
        """Draw it, and draw it anew when it may be another."""
        await super().async_added_to_hass()
        self.async_on_remove(async_track_time_change(self.hass, self._on_time, hour=HOURS, minute=10, second=0))
        await self._draw()

    @callback
    def _on_time(self, _: datetime) -> None:
        self.hass.async_create_task(self._draw_and_tell(), f"{self.entity_id} is drawn", eager_start=True)

    async def _draw_and_tell(self) -> None:
        await self._draw()
        self.async_write_ha_state()

    async def _draw(self) -> None:
        """Draw it. It counts as another only if it is: a history of pictures that are the same helps nobody."""
        try:
            drawn = (await self._runtime.glance.digests.draw()).encode()
        except EarshotError:
            self._attr_available = False
            return
        self._attr_available = True
        if drawn != self._drawn:
            self._drawn = drawn
            self._attr_image_last_updated = dt_util.utcnow()
