"""Conditions for automations: whether something is off the record, whether nothing left the house today.

What is not known neither holds nor does not hold: it is an error, which Home Assistant shows in the trace, and by which
neither the condition nor its opposite passes.
"""

from abc import abstractmethod
from collections.abc import Mapping
from datetime import timedelta
from typing import Any, ClassVar, Final, Unpack, override

from homeassistant.const import CONF_OPTIONS, CONF_TARGET
from homeassistant.core import HomeAssistant
from homeassistant.exceptions import ConditionErrorMessage
from homeassistant.helpers import config_validation as cv
from homeassistant.helpers.condition import (
    ATTR_BEHAVIOR,
    BEHAVIOR_ALL,
    BEHAVIOR_ANY,
    Condition,
    ConditionCheckParams,
    ConditionConfig,
)
from homeassistant.helpers.target import TargetSelection
from homeassistant.helpers.translation import async_get_exception_message
from homeassistant.helpers.typing import ConfigType
import probatio

from .const import DOMAIN
from .privacy_events import DayAtHand, is_open, loaded, satellites_of
from .runtime import RuntimeData

BEHAVIOR: Final = {probatio.Optional(ATTR_BEHAVIOR, default=BEHAVIOR_ANY): probatio.In([BEHAVIOR_ANY, BEHAVIOR_ALL])}
HOURS: Final = {
    probatio.Optional("hours", default=24): probatio.All(
        probatio.Coerce(float), probatio.Range(min=0, min_included=False)
    )
}
"""A day: whoever wants it verified asks for it once a day, and not oftener."""


class EarshotCondition(Condition):
    """What is asked of Earshot while it is loaded."""

    name: ClassVar[str]
    fields: ClassVar[Mapping[Any, Any]] = {}
    target: ClassVar[Mapping[Any, Any]] = {}

    @classmethod
    @override
    async def async_validate_config(cls, hass: HomeAssistant, config: ConfigType) -> ConfigType:
        """Raise probatio.Invalid for a field that it has not, or a value that makes no sense."""
        schema = probatio.Schema({probatio.Optional(CONF_OPTIONS, default={}): dict(cls.fields), **cls.target})
        validated: ConfigType = schema(config)
        return validated

    def __init__(self, hass: HomeAssistant, config: ConditionConfig) -> None:
        super().__init__(hass, config)
        self._options: Mapping[str, Any] = config.options or {}

    @override
    def _async_check(self, **kwargs: Unpack[ConditionCheckParams]) -> bool:
        runtime = loaded(self._hass)
        if runtime is None:
            raise self._not_known("condition_not_loaded")
        return self._holds(runtime)

    @abstractmethod
    def _holds(self, runtime: RuntimeData) -> bool:
        """Whether it is so. Raises ConditionError where nobody knows."""

    def _not_known(self, why: str) -> ConditionErrorMessage:
        return ConditionErrorMessage(f"{DOMAIN}.{self.name}", async_get_exception_message(DOMAIN, why))


class SatelliteCondition(EarshotCondition):
    """What is asked of some satellites: of any of them, or of all."""

    fields = BEHAVIOR
    target: ClassVar[Mapping[Any, Any]] = {probatio.Required(CONF_TARGET): cv.TARGET_FIELDS}

    def __init__(self, hass: HomeAssistant, config: ConditionConfig) -> None:
        super().__init__(hass, config)
        self._selection = TargetSelection(config.target or {})

    @override
    def _holds(self, runtime: RuntimeData) -> bool:
        each = [self._holds_of(runtime, one) for one in satellites_of(self._hass, self._selection)]
        if not each:
            raise self._not_known("satellite_gone")
        return all(each) if self._options[ATTR_BEHAVIOR] == BEHAVIOR_ALL else any(each)

    @abstractmethod
    def _holds_of(self, runtime: RuntimeData, satellite: str) -> bool:
        """Whether it is so of one of them."""


class OffTheRecord(SatelliteCondition):
    """Whether nothing is kept of what is said to the satellites; without any, of what is said in the whole house."""

    name = "off_the_record"
    target: ClassVar[Mapping[Any, Any]] = {probatio.Optional(CONF_TARGET): cv.TARGET_FIELDS}

    @override
    def _holds(self, runtime: RuntimeData) -> bool:
        if not runtime.settings.readable:
            raise self._not_known("settings_unreadable")
        if not self._selection.has_any_target:
            return runtime.settings.off_the_record.house is not None
        return super()._holds(runtime)

    @override
    def _holds_of(self, runtime: RuntimeData, satellite: str) -> bool:
        settings = runtime.settings
        return settings.off_the_record.covers(settings.place_of(satellite))


class DonationOn(EarshotCondition):
    """Whether a consent holds, so that clips may be offered and given."""

    name = "donation_on"

    @override
    def _holds(self, runtime: RuntimeData) -> bool:
        on = runtime.donations.on
        if on is None:
            raise self._not_known("donations_unreadable")
        return on


class NothingLeftToday(EarshotCondition):
    """Whether it is known that nothing left the house today. What nobody knows counts as left, as everywhere."""

    name = "nothing_left_today"

    @override
    async def _async_setup(self) -> None:
        DayAtHand.of(self._hass).begin()

    @override
    def _async_unload(self) -> None:
        # Home Assistant also unloads what it has not set up.
        if self._set_up and not self._unloaded:
            DayAtHand.of(self._hass).end()

    @override
    def _holds(self, runtime: RuntimeData) -> bool:
        return DayAtHand.of(self._hass).nothing_left(runtime)


class LedgerVerified(EarshotCondition):
    """Whether the last verification held, and was made within some hours."""

    name = "ledger_verified"
    fields = HOURS

    @override
    def _holds(self, runtime: RuntimeData) -> bool:
        return runtime.witnesses.verifying.held_within(timedelta(hours=self._options["hours"]))


class MicrophoneOpen(SatelliteCondition):
    """Whether sound of the satellites comes to Home Assistant in this moment."""

    name = "microphone_open"

    @override
    def _holds_of(self, runtime: RuntimeData, satellite: str) -> bool:
        return is_open(self._hass, runtime, satellite)


CONDITIONS: Final[dict[str, type[Condition]]] = {
    kind.name: kind for kind in (OffTheRecord, DonationOn, NothingLeftToday, LedgerVerified, MicrophoneOpen)
}


async def async_get_conditions(hass: HomeAssistant) -> dict[str, type[Condition]]:  # noqa: ARG001 - Home Assistant passes it
    """Return them by name."""
    return CONDITIONS
