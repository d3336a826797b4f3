"""What Earshot does when it is spoken to itself, and what it says of it. No answer repeats words."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from typing import Final

from homeassistant.components.conversation import ConversationInput
from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util

from ..errors import EarshotError, NothingSaidError, SettingsUnsavedError
from ..ledger.query import Query
from ..ledger.view import UtteranceView
from ..models import Evidence, Outcome, Place
from ..runtime import RuntimeData
from .sentences import Answer, Command, Language, language_of

VOICE: Final = "voice"
"""What the ledger calls whoever did something by saying so: a voice is nobody's name."""

HOUR: Final = timedelta(hours=1)

LOOKED_BACK: Final = 20
"""How far "that" looks behind false wakes, as when it is forgotten."""


class Commands:
    """Answers what is meant for Earshot itself."""

    def __init__(self, hass: HomeAssistant, runtime: RuntimeData) -> None:
        self._hass = hass
        self._runtime = runtime
        self._answerers: Final[Mapping[Command, Callable[[Language, str], Awaitable[str]]]] = {
            Command.FORGET_THAT: self._forget_that,
            Command.WHO_HEARD: self._who_heard,
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
        return await self._answerers[command](language, said.satellite_id)

    async def _forget_that(self, language: Language, satellite: str) -> str:
        self._runtime.forgetting.forget_this(by=VOICE)
        try:
            done = await self._runtime.forgetting.forget_last(by=VOICE, satellite=satellite)
        except NothingSaidError:
            return language.answers[Answer.NOTHING_SAID]
        except EarshotError:
            return language.answers[Answer.NOT_FORGOTTEN]
        left = any(purged.left is None or purged.left > 0 or purged.why_not for purged in done.traces)
        return language.answers[Answer.TRACES_LEFT if left else Answer.FORGOTTEN]

    async def _who_heard(self, language: Language, satellite: str) -> str:
        try:
            view = await self._before(satellite)
        except EarshotError:
            return language.answers[Answer.UNAVAILABLE]
        if view is None:
            return language.answers[Answer.NOTHING_SAID]
        return _told(language, view)

    async def _before(self, satellite: str) -> UtteranceView | None:
        """Return what was said to a satellite last, before what is being said now."""
        query = Query(limit=LOOKED_BACK, satellite=satellite)
        page = await self._hass.async_add_executor_job(self._runtime.ledger.utterances, query)
        in_flight = self._runtime.gate.in_flight
        said = (view for view in page.items if view.utterance_id not in in_flight and view.outside != "capture")
        return next((view for view in said if view.outcome is not Outcome.FALSE_WAKE), None)

    async def _off_the_record(self, language: Language, satellite: str) -> str:
        return await self._go_off(language, satellite, None)

    async def _off_for_an_hour(self, language: Language, satellite: str) -> str:
        return await self._go_off(language, satellite, HOUR)

    async def _go_off(self, language: Language, satellite: str, length: timedelta | None) -> str:
        """Go off the record there. It never ends sooner than it would have: a voice only takes away."""
        settings = self._runtime.settings
        until = None if length is None else dt_util.utcnow() + length
        now = settings.off_the_record.of(settings.place_of(satellite))
        if now is not None and (now.until is None or (until is not None and now.until >= until)):
            return language.answers[Answer.OFF_ALREADY]
        try:
            await settings.go_off(satellite, until, VOICE)
        except SettingsUnsavedError:
            return language.answers[Answer.OFF_UNSAVED]
        except EarshotError:
            return language.answers[Answer.NOT_OFF]
        return language.answers[Answer.OFF if until is None else Answer.OFF_HOUR]

    async def _stop_donating(self, language: Language) -> str:
        try:
            was_on = (await self._runtime.donations.state()).on
            await self._runtime.donations.off(VOICE)
        except EarshotError:
            return language.answers[Answer.DONATION_NOT_OFF]
        return language.answers[Answer.DONATION_OFF if was_on else Answer.DONATION_WAS_OFF]


async def _back_on(language: Language, _satellite: str) -> str:
    """Say where it is done: nothing is kept again because of a voice, which could be a television's."""
    return language.answers[Answer.ON_ELSEWHERE]


def _told(language: Language, view: UtteranceView) -> str:
    texts = language.answers
    names = dict.fromkeys(ear.label for ear in view.ears)
    parts = [texts[Answer.HEARD_BY].format(ears=", ".join(names))] if names else []
    parts.append(texts[_whether_it_left(view)])
    if any(ear.evidence is Evidence.DECLARED for ear in view.ears):
        parts.append(texts[Answer.WORD_ONLY])
    return " ".join(parts)


def _whether_it_left(view: UtteranceView) -> Answer:
    """Say it only where it is known: of what went past Earshot, or is not over, more may have left than is entered."""
    if any(ear.place is Place.INTERNET and ear.evidence is not Evidence.UNKNOWN for ear in view.ears):
        return Answer.LEFT
    unsure = view.left_house or view.outside is not None or view.outcome in {None, Outcome.UNSEEN}
    return Answer.MAYBE if unsure or not view.ears else Answer.STAYED
