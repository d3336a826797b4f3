"""Satellites of an integration that only tests have, with the entities and the device that real ones have."""

import asyncio
from dataclasses import dataclass, field, replace
from typing import Any, override
from unittest.mock import Mock

from homeassistant.components.assist_pipeline import PipelineEvent
from homeassistant.components.assist_pipeline.models import PipelineStage
from homeassistant.components.assist_pipeline.select import AssistPipelineSelect
from homeassistant.components.assist_satellite import (
    AssistSatelliteAnnouncement,
    AssistSatelliteConfiguration,
    AssistSatelliteEntity,
    AssistSatelliteEntityFeature,
    AssistSatelliteWakeWord,
)
from homeassistant.components.switch import SwitchEntity
from homeassistant.config_entries import HANDLERS, ConfigEntry, ConfigFlow
from homeassistant.const import Platform
from homeassistant.core import HomeAssistant
from homeassistant.helpers import area_registry as ar, device_registry as dr, entity_registry as er
from homeassistant.helpers.device_registry import DeviceInfo
from homeassistant.helpers.entity import Entity
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback
from pytest_homeassistant_custom_component.common import (
    MockConfigEntry,
    MockModule,
    MockPlatform,
    mock_integration,
    mock_platform,
)

from tests.gate.house import SECOND, sound

PLATFORMS = (Platform.ASSIST_SATELLITE, Platform.SELECT, Platform.SWITCH)


@dataclass
class Device:
    """What a test says of a satellite, and finds there."""

    name: str
    integration: str = "test"
    data: dict[str, Any] = field(default_factory=dict)
    words: AssistSatelliteConfiguration | None = None
    selects: int = 1
    takes_words: bool = True
    takes_choice: bool = True
    """Whether its choice of pipeline can be set."""
    mutes: bool = False
    announced: list[AssistSatelliteAnnouncement] = field(default_factory=list)
    asked: asyncio.Event = field(default_factory=asyncio.Event)
    announce_error: Exception | None = None
    satellite: DummySatellite = field(init=False)
    entry: MockConfigEntry = field(init=False)
    available: bool = True

    @property
    def entity_id(self) -> str:
        return self.satellite.entity_id

    @property
    def key(self) -> str:
        assert self.satellite.registry_entry is not None
        return self.satellite.registry_entry.id

    def info(self) -> DeviceInfo:
        return DeviceInfo(identifiers={(self.integration, self.name)}, name=self.name)

    def select(self, hass: HomeAssistant, number: int = 1) -> str:
        suffix = "" if number == 1 else f"_{number}"
        found = er.async_get(hass).async_get_entity_id("select", self.integration, f"{self.name}-pipeline{suffix}")
        assert found is not None
        return found

    def chosen(self, hass: HomeAssistant, number: int = 1) -> str:
        state = hass.states.get(self.select(hass, number))
        assert state is not None
        return state.state

    async def choose(self, hass: HomeAssistant, option: str, number: int = 1) -> None:
        target = {"entity_id": self.select(hass, number), "option": option}
        await hass.services.async_call("select", "select_option", target, blocking=True)

    async def speak(self, *, seconds: float = 2.0, start: PipelineStage = PipelineStage.STT) -> None:
        """Let somebody speak to it; return when the run is over."""
        pcm = sound(SECOND * round(seconds), 0)
        await self.satellite.async_accept_pipeline_from_satellite(pcm, start_stage=start)


class DummySatellite(AssistSatelliteEntity):
    """A satellite whose microphone a test is."""

    _attr_has_entity_name = True
    _attr_name = None
    _attr_supported_features = AssistSatelliteEntityFeature.ANNOUNCE

    def __init__(self, device: Device) -> None:
        self.device = device
        self._attr_unique_id = f"{device.name}-assist_satellite"
        self._attr_device_info = device.info()

    @property
    @override
    def available(self) -> bool:
        return self.device.available

    @property
    @override
    def pipeline_entity_id(self) -> str | None:
        registry = er.async_get(self.hass)
        return registry.async_get_entity_id("select", self.device.integration, f"{self.device.name}-pipeline")

    @override
    def async_get_configuration(self) -> AssistSatelliteConfiguration:
        if self.device.words is None:
            raise NotImplementedError
        return self.device.words

    @override
    async def async_set_configuration(self, config: AssistSatelliteConfiguration) -> None:
        if self.device.takes_words:
            self.device.words = replace(config)

    @override
    async def async_announce(self, announcement: AssistSatelliteAnnouncement) -> None:
        if self.device.announce_error is not None:
            raise self.device.announce_error
        self.device.announced.append(announcement)
        self.device.asked.set()

    @override
    def on_pipeline_event(self, event: PipelineEvent) -> None:
        if event.type == "tts-end":
            self.hass.loop.call_soon(self.tts_response_finished)


class DummySelect(AssistPipelineSelect):
    """Its choice of pipeline."""

    _attr_has_entity_name = True

    def __init__(self, hass: HomeAssistant, device: Device, index: int) -> None:
        super().__init__(hass, device.integration, device.name, index=index)
        self._device = device
        self._attr_device_info = device.info()

    @property
    @override
    def available(self) -> bool:
        return self._device.available

    @override
    async def async_select_option(self, option: str) -> None:
        if self._device.takes_choice:
            await super().async_select_option(option)


class DummyMute(SwitchEntity):
    """Its mute switch."""

    _attr_has_entity_name = True
    _attr_name = "Mute"
    _attr_is_on = False

    def __init__(self, device: Device) -> None:
        self._attr_unique_id = f"{device.name}-mute"
        self._attr_device_info = device.info()

    @override
    async def async_turn_on(self, **kwargs: Any) -> None:
        self._attr_is_on = True
        self.async_write_ha_state()


def wake_words(*names: str, active: tuple[str, ...] = (), most: int = 2) -> AssistSatelliteConfiguration:
    available = [AssistSatelliteWakeWord(id=name, wake_word=name.title(), trained_languages=["en"]) for name in names]
    return AssistSatelliteConfiguration(
        available_wake_words=available, active_wake_words=list(active), max_active_wake_words=most
    )


def _entities(hass: HomeAssistant, platform: Platform, device: Device) -> list[Entity]:
    match platform:
        case Platform.ASSIST_SATELLITE:
            device.satellite = DummySatellite(device)
            return [device.satellite]
        case Platform.SELECT:
            return [DummySelect(hass, device, index) for index in range(device.selects)]
        case _:
            return [DummyMute(device)] if device.mutes else []


def _integration(hass: HomeAssistant, domain: str, devices: dict[str, Device]) -> None:
    async def setup(hass: HomeAssistant, entry: ConfigEntry) -> bool:
        await hass.config_entries.async_forward_entry_setups(entry, PLATFORMS)
        return True

    async def unload(hass: HomeAssistant, entry: ConfigEntry) -> bool:
        return await hass.config_entries.async_unload_platforms(entry, PLATFORMS)

    mock_integration(hass, MockModule(domain, async_setup_entry=setup, async_unload_entry=unload))
    mock_platform(hass, f"{domain}.config_flow", Mock())
    HANDLERS[domain] = ConfigFlow  # taken back by the fixture
    for platform in PLATFORMS:

        async def add(
            hass: HomeAssistant,
            entry: ConfigEntry,
            async_add_entities: AddConfigEntryEntitiesCallback,
            platform: Platform = platform,
        ) -> None:
            async_add_entities(_entities(hass, platform, devices[entry.entry_id]))

        mock_platform(hass, f"{domain}.{platform}", MockPlatform(async_setup_entry=add))


class Devices:
    """The satellites of one home."""

    def __init__(self, hass: HomeAssistant) -> None:
        self._hass = hass
        self._devices: dict[str, dict[str, Device]] = {}

    async def add(self, device: Device, area: str | None = None) -> Device:
        """Set one up, as its integration does."""
        if device.integration not in self._devices:
            self._devices[device.integration] = {}
            _integration(self._hass, device.integration, self._devices[device.integration])
        device.entry = MockConfigEntry(domain=device.integration, title=device.name, data=device.data)
        device.entry.add_to_hass(self._hass)
        self._devices[device.integration][device.entry.entry_id] = device
        assert await self._hass.config_entries.async_setup(device.entry.entry_id)
        await self._hass.async_block_till_done()
        if area is not None:
            found = ar.async_get(self._hass).async_get_or_create(area)
            registry = dr.async_get(self._hass)
            for one in dr.async_entries_for_config_entry(registry, device.entry.entry_id):
                registry.async_update_device(one.id, area_id=found.id)
        return device

    async def turn(self, device: Device, *, available: bool) -> None:
        """Let it come or go."""
        device.available = available
        component = self._hass.data["entity_components"]
        for platform in PLATFORMS:
            for entity in component[platform].entities:
                if entity.platform.config_entry is device.entry:
                    entity.async_write_ha_state()
        await self._hass.async_block_till_done()
