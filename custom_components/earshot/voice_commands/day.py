"""What is said of the day, and of who listened: for the house whether, for this satellite what."""

from collections.abc import Iterator, Mapping
from typing import Final

from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util

from ..errors import EarshotError
from ..ledger import Ledger, Query
from ..ledger.record import Accessed
from ..ledger.view import listenings
from ..models import Place
from ..runtime import RuntimeData
from .sentences import Answer
from .spoken import Spoken

LOOKED_THROUGH: Final = 20
"""Utterances that are looked through for who listened to them, the newest first. It is said that there are more."""

_HOUSE: Final[Mapping[str, Answer]] = {
    "nothing_left": Answer.TODAY_STAYED,
    "nothing_seen": Answer.TODAY_UNSEEN,
    "unknown": Answer.TODAY_MAYBE,
    "left": Answer.TODAY_LEFT,
}
"""The verdict of the day, as the page of today has it."""


class Day:
    """Tells whether anything left the house, and whether anyone listened."""

    def __init__(self, hass: HomeAssistant, runtime: RuntimeData) -> None:
        self._hass = hass
        self._runtime = runtime

    async def left(self, spoken: Spoken) -> str:
        """Say whether anything left the house today, and whether that was said here. It is not said where else."""
        try:
            today = await self._runtime.glance.days.tell()
            answer = _HOUSE[today.sentence.house]
            texts = [spoken.say(answer)]
            if answer is Answer.TODAY_LEFT:
                ledger = self._runtime.ledger
                texts.append(spoken.say(await self._hass.async_add_executor_job(_here, ledger, spoken.satellite)))
        except EarshotError:
            return spoken.say(Answer.UNAVAILABLE)
        return " ".join(texts)

    async def listened(self, spoken: Spoken) -> str:
        """Say who is known to have heard or read what was said here, whenever that was."""
        try:
            ledger = self._runtime.ledger
            return await self._hass.async_add_executor_job(lambda: " ".join(_listened(ledger, spoken)))
        except EarshotError:
            return spoken.say(Answer.UNAVAILABLE)


def _here(ledger: Ledger, satellite: str) -> Answer:
    """Say whether what left the house today was said to a satellite. Blocks."""
    since = dt_util.start_of_local_day()
    if ledger.count(Query(satellite=satellite, since=since, place=Place.INTERNET)):
        return Answer.LEFT_HERE
    if ledger.count(Query(satellite=satellite, since=since, left_house=True)):
        return Answer.LEFT_PERHAPS_HERE
    return Answer.LEFT_ELSEWHERE


def _listened(ledger: Ledger, spoken: Spoken) -> Iterator[str]:
    """Blocks."""
    page = ledger.utterances(Query(limit=LOOKED_THROUGH, satellite=spoken.satellite, listened=True))
    entries = (ledger.entries(view.utterance_id) for view in page.items)
    names = dict.fromkeys(
        record.who if isinstance(record, Accessed) else record.ear.label
        for of_one in entries
        for record in listenings(entry.record for entry in of_one)
    )
    if names:
        yield spoken.say(Answer.LISTENED_BY, ears=", ".join(names))
        if page.next is not None:
            yield spoken.say(Answer.NO_MORE_KNOWN)
    else:
        yield spoken.say(Answer.NOBODY_LISTENED)
    if ledger.count(Query(satellite=spoken.satellite, left_house=True)):
        yield spoken.say(Answer.LISTENED_BEYOND)
