"""Somebody who writes automations: takes a blueprint as it is in the repository, fills it in, and sees what it does."""

import asyncio
import json
from pathlib import Path
import shutil
from typing import Any, override

from homeassistant.components.light import LightEntity
from homeassistant.components.light.const import ColorMode
from homeassistant.components.notify import NotifyEntity
from homeassistant.components.notify.const import NotifyEntityFeature
from homeassistant.components.trace.const import DATA_TRACE
from homeassistant.const import EVENT_CALL_SERVICE, EVENT_HOMEASSISTANT_STARTED
from homeassistant.core import Event, HomeAssistant
from homeassistant.util.yaml import load_yaml_dict
from pytest_homeassistant_custom_component.common import async_capture_events

from tests.architecture.source_tree import ROOT

BLUEPRINTS = ROOT / "blueprints" / "automation" / "earshot"
NAMES = sorted(path.stem for path in BLUEPRINTS.glob("*.yaml"))
AUTOMATION = "automation.somebody_s"


class Phone(NotifyEntity):
    """Somebody's phone: keeps every message that it gets, with its title."""

    entity_id = "notify.phone"
    _attr_name = "Phone"
    _attr_supported_features = NotifyEntityFeature.TITLE

    def __init__(self) -> None:
        self.got: list[tuple[str, str]] = []

    @override
    async def async_send_message(self, message: str, title: str | None = None) -> None:
        self.got.append((title or "", message))


class Lamp(LightEntity):
    """A lamp that was green and not bright."""

    entity_id = "light.lamp"
    _attr_name = "Lamp"
    _attr_should_poll = False
    _attr_supported_color_modes = {ColorMode.RGB}  # noqa: RUF012 - Home Assistant's own attribute
    _attr_color_mode = ColorMode.RGB

    def __init__(self, *, on: bool) -> None:
        self._attr_is_on = on
        self._attr_rgb_color = (0, 255, 0)
        self._attr_brightness = 50
        self.turned: list[Any] = []
        """What it was turned to each time: a colour, or False for off."""
        self.turns = asyncio.Semaphore(0)

    @override
    async def async_turn_on(self, **kwargs: Any) -> None:
        self._attr_is_on = True
        self._attr_rgb_color = kwargs.get("rgb_color", self._attr_rgb_color)
        self._attr_brightness = kwargs.get("brightness", self._attr_brightness)
        self._turned(self._attr_rgb_color)

    @override
    async def async_turn_off(self, **kwargs: Any) -> None:
        self._attr_is_on = False
        self._turned(False)

    def _turned(self, to: Any) -> None:
        self.turned.append(to)
        self.async_write_ha_state()
        self.turns.release()


class Author:
    """Uses blueprints in a home."""

    def __init__(self, hass: HomeAssistant) -> None:
        self._hass = hass
        self._ran = async_capture_events(hass, "automation_triggered")
        self._called = async_capture_events(hass, EVENT_CALL_SERVICE)

    async def use(self, blueprint: str, **inputs: Any) -> None:
        """Make an automation of a blueprint: import it, fill it in, and load the automations anew."""
        config = Path(self._hass.config.config_dir)
        used = {"path": f"earshot/{blueprint}.yaml", "input": inputs}
        automation = {"id": "1", "alias": "Somebody's", "use_blueprint": used}

        def write() -> None:
            imported = config / "blueprints" / "automation" / "earshot"
            shutil.copytree(BLUEPRINTS, imported, dirs_exist_ok=True)
            config.joinpath("configuration.yaml").write_text(json.dumps({"automation": [automation]}))

        await self._hass.async_add_executor_job(write)
        await self._hass.services.async_call("automation", "reload", blocking=True)
        await self._hass.async_block_till_done()
        state = self._hass.states.get(AUTOMATION)
        assert state is not None
        assert state.state == "on"

    @property
    def runs(self) -> int:
        """How often the automation did something."""
        return len(self._ran)

    def calls(self, action: str) -> list[dict[str, Any]]:
        """Return what an action was called with, each time."""
        domain, name = action.split(".")
        return [
            dict(event.data["service_data"])
            for event in self._called
            if (event.data["domain"], event.data["service"]) == (domain, name)
        ]

    async def stop_home(self) -> None:
        """Let automations see nothing of what happens, as while Home Assistant is not running."""
        await self._hass.services.async_call("automation", "turn_off", {"entity_id": AUTOMATION}, blocking=True)

    async def start_home(self) -> None:
        """Let Home Assistant have started again."""
        await self._hass.services.async_call("automation", "turn_on", {"entity_id": AUTOMATION}, blocking=True)
        self._hass.bus.async_fire(EVENT_HOMEASSISTANT_STARTED)
        await self._hass.async_block_till_done()

    def saw(self) -> str:
        """Return everything that automations leave where somebody reads it: events, traces, states."""
        kept = self._hass.data[DATA_TRACE].values()
        traces = [trace.as_extended_dict() for buckets in kept for trace in buckets.all_traces()]
        events: list[Event[Any]] = [*self._ran, *self._called]
        told = [event.as_dict() for event in events]
        return json.dumps([told, traces, [state.as_dict() for state in self._hass.states.async_all()]], default=str)


def read(blueprint: str) -> dict[str, Any]:
    """Return a blueprint as it is in the repository."""
    return load_yaml_dict(str(BLUEPRINTS / f"{blueprint}.yaml"))
