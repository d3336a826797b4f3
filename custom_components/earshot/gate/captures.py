"""Somebody captures a microphone: Home Assistant hands all sound of a satellite's runs to them, too."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from homeassistant.components.assist_pipeline.runtime import KEY_ASSIST_PIPELINE
from homeassistant.const import Platform
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import device_registry as dr, entity_registry as er
from homeassistant.util import dt as dt_util, ulid as ulid_util

from ..ledger.record import Finished, Heard, Record, Shared
from ..models import ContentKind, Ear, EarKind, Outcome, Received, Satellite
from ..policy.classify import SATELLITE_MICROPHONE, UNKNOWN, Standing
from .runs import describe_satellite

CAPTURE: Final = "capture"
"""How it went past, as `Heard` and `Shared` name it."""

LISTENER: Final = "Somebody who captures the microphone"
"""Home Assistant lets administrators do it, and says neither who did, nor from where."""


@dataclass(slots=True, eq=False)
class Capture:
    """One capture, from when it was found until it is not there any more."""

    queue_id: str
    device_id: str
    satellite: Satellite
    utterance_id: str = field(default_factory=ulid_util.ulid_now)
    began: datetime = field(default_factory=dt_util.utcnow)

    def opened(self) -> list[Record]:
        """Return what is entered as soon as it is found: from now on somebody may hear."""
        return [
            Heard(
                utterance_id=self.utterance_id,
                at=self.began,
                satellite=self.satellite,
                assistant="",
                microphone=_ear(self.satellite.label, EarKind.MICROPHONE, SATELLITE_MICROPHONE),
                outside=CAPTURE,
            ),
            overheard(self.utterance_id),
        ]

    def closed(self) -> Record:
        """Return what is entered when it is over."""
        now = dt_util.utcnow()
        return Finished(
            utterance_id=self.utterance_id,
            at=now,
            outcome=Outcome.UNSEEN,
            left_house=UNKNOWN.place.leaves_house,
            took_ms=round((now - self.began).total_seconds() * 1000),
        )


def overheard(utterance_id: str) -> Record:
    """Return the entry that somebody got the sound of a microphone, too. Nobody measured how much."""
    return Shared(
        utterance_id=utterance_id,
        at=dt_util.utcnow(),
        contents=(ContentKind.SOUND,),
        ear=_ear(LISTENER, EarKind.RECIPIENT, UNKNOWN),
        how=CAPTURE,
        by="",
    )


@callback
def captured_satellites(hass: HomeAssistant) -> frozenset[str]:
    """Return the entity ids of the satellites whose microphones are being captured."""
    return frozenset(
        entry.entity_id
        for device_id in hass.data[KEY_ASSIST_PIPELINE].device_audio_queues
        for entry in er.async_entries_for_device(er.async_get(hass), device_id)
        if entry.domain == Platform.ASSIST_SATELLITE
    )


@callback
def captures_now(hass: HomeAssistant) -> dict[str, Capture]:
    """Return the captures that are there, by the ids of their queues."""
    queues = hass.data[KEY_ASSIST_PIPELINE].device_audio_queues
    return {
        queue.id: Capture(queue.id, device_id, _satellite_of(hass, device_id)) for device_id, queue in queues.items()
    }


def _satellite_of(hass: HomeAssistant, device_id: str) -> Satellite:
    entries = er.async_entries_for_device(er.async_get(hass), device_id)
    entity_id = next((entry.entity_id for entry in entries if entry.domain == Platform.ASSIST_SATELLITE), None)
    if entity_id is not None:
        return describe_satellite(hass, entity_id)
    device = dr.async_get(hass).async_get(device_id)
    return Satellite(label=(device.name_by_user or device.name if device else None) or device_id)


def _ear(label: str, kind: EarKind, standing: Standing) -> Ear:
    return Ear(
        label=label,
        kind=kind,
        place=standing.place,
        evidence=standing.evidence,
        got=Received(),
        keeps=standing.keeps,
    )
