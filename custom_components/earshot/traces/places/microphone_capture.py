"""A microphone that somebody listens to just now: Assist's debug view can record a satellite for some seconds."""

from asyncio import QueueFull
from collections.abc import Sequence
from contextlib import suppress
from typing import Final

from homeassistant.components.assist_pipeline import DOMAIN
from homeassistant.components.assist_pipeline.runtime import KEY_ASSIST_PIPELINE
from homeassistant.core import HomeAssistant

from ..place import Found, Purged, Said
from ..reach import data_of


class MicrophoneCapture:
    """The queues into which the pipelines copy a satellite's sound."""

    name: Final = "microphone_capture"

    async def measure(self, hass: HomeAssistant) -> Found:
        """Count the satellites that somebody records."""
        data = data_of(hass, DOMAIN, KEY_ASSIST_PIPELINE)
        return Found(place=self.name, count=len(data.device_audio_queues) if data else 0)

    async def purge(self, hass: HomeAssistant) -> Purged:
        """End the recordings, as Home Assistant does when another one begins. What was sent out is out."""
        data = data_of(hass, DOMAIN, KEY_ASSIST_PIPELINE)
        ended = 0
        while data and data.device_audio_queues:
            _, queue = data.device_audio_queues.popitem()
            with suppress(QueueFull):
                queue.queue.put_nowait(None)
            ended += 1
        return Purged(place=self.name, count=ended)

    async def forget(self, hass: HomeAssistant, said: Sequence[Said]) -> Purged:  # noqa: ARG002 - see the docstring
        """Leave it: what is recorded now is not of an utterance that is over."""
        return Purged(place=self.name)


PLACE: Final = MicrophoneCapture()
