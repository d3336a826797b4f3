"""What Earshot does when it is spoken to itself. No answer repeats words."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from typing import Final

from homeassistant.components.conversation import ConversationInput
from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util

from ..errors import EarshotError, SettingsUnsavedError
from ..runtime import RuntimeData
from .day import Day
from .erasing import Erasing
from .last import Last
from .sentences import Answer, Command, Language, language_of
from .spoken import VOICE, Spoken

HOUR: Final = timedelta(hours=1)


class Commands:
    """Answers what is meant for Earshot itself."""

    def __init__(self, hass: HomeAssistant, runtime: RuntimeData) -> None:
        self._runtime = runtime
        erasing, last, day = Erasing(hass, runtime), Last(hass, runtime), Day(hass, runtime)
        self._answerers: Final[Mapping[Command, Callable[[Spoken], Awaitable[str]]]] = {
            Command.FORGET_THAT: erasing.forget_that,
            Command.FORGET_HOUR: erasing.forget_hour,
            Command.FORGET_TODAY: erasing.forget_today,
            Command.REDACT_THAT: _redact_that,
            Command.WHO_HEARD: last.who_heard,
            Command.WHAT_HEARD: last.heard,
            Command.WHAT_KEPT: last.kept,
            Command.WHAT_SENT: last.sent,
            Command.WHY: last.why,
            Command.LEFT_TODAY: day.left,
            Command.LISTENED: day.listened,
            Command.OFF_FOR_AN_HOUR: self._off_for_an_hour,
            Command.OFF_THE_RECORD: self._off_the_record,
            Command.BACK_ON: _back_on,
        }

    async def answer(self, said: ConversationInput) -> str | None:
        """Do what is said, and return what to say of it; None for what is not meant for Earshot."""
        language = language_of(said.language)
        if (command := language.command(said.text)) is None:
            return None
        if command is Command.STOP_DONATING:
            return await self._stop_donating(language)
        if said.satellite_id is None:
            return language.answers[Answer.NO_SATELLITE]
        return await self._answerers[command](Spoken(said=said, language=language, satellite=said.satellite_id))

    async def _off_the_record(self, spoken: Spoken) -> str:
        return await self._go_off(spoken, None)

    async def _off_for_an_hour(self, spoken: Spoken) -> str:
        return await self._go_off(spoken, HOUR)

    async def _go_off(self, spoken: Spoken, length: timedelta | None) -> str:
        """Go off the record there. It never ends sooner than it would have: a voice only takes away."""
        settings = self._runtime.settings
        until = None if length is None else dt_util.utcnow() + length
        now = settings.off_the_record.of(settings.place_of(spoken.satellite))
        if now is not None and (now.until is None or (until is not None and now.until >= until)):
            return spoken.say(Answer.OFF_ALREADY)
        try:
            await settings.go_off(spoken.satellite, until, VOICE)
        except SettingsUnsavedError:
            return spoken.say(Answer.OFF_UNSAVED)
        except EarshotError:
            return spoken.say(Answer.NOT_OFF)
        return spoken.say(Answer.OFF if until is None else Answer.OFF_HOUR)

    async def _stop_donating(self, language: Language) -> str:
        try:
            was_on = (await self._runtime.donations.state()).on
            await self._runtime.donations.off(VOICE)
        except EarshotError:
            return language.answers[Answer.DONATION_NOT_OFF]
        return language.answers[Answer.DONATION_OFF if was_on else Answer.DONATION_WAS_OFF]


async def _back_on(spoken: Spoken) -> str:
    """Say where it is done: nothing is kept again because of a voice, which could be a television's."""
    return spoken.say(Answer.ON_ELSEWHERE)


async def _redact_that(spoken: Spoken) -> str:
    """Say where it is done: the others in the house can read that something was said, and a voice is nobody's."""
    return spoken.say(Answer.REDACT_ELSEWHERE)
