"""Erasing by voice: the last utterance at once, more than one only when somebody says yes to it."""

from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util

from ..errors import EarshotError, NothingSaidError
from ..ledger import Query, Selection
from ..ledger.query import MAX_PAGE
from ..runtime import Forgotten, RuntimeData
from .sentences import Answer
from .spoken import VOICE, Spoken

HOUR: Final = timedelta(hours=1)


class Erasing:
    """Erases what was said to the satellite that is spoken to, and nothing else."""

    def __init__(self, hass: HomeAssistant, runtime: RuntimeData) -> None:
        self._hass = hass
        self._runtime = runtime

    async def forget_that(self, spoken: Spoken) -> str:
        """Erase what was said last, and this sentence."""
        self._runtime.forgetting.forget_this(by=VOICE)
        try:
            done = await self._runtime.forgetting.forget_last(by=VOICE, satellite=spoken.satellite)
        except NothingSaidError:
            return spoken.say(Answer.NOTHING_SAID)
        except EarshotError:
            return spoken.say(Answer.NOT_FORGOTTEN)
        return spoken.say(Answer.TRACES_LEFT if _traces_left(done) else Answer.FORGOTTEN)

    async def forget_hour(self, spoken: Spoken) -> str:
        """Ask whether the last hour is to be erased."""
        return await self._ask(spoken, Answer.ASK_FORGET_HOUR, dt_util.utcnow() - HOUR)

    async def forget_today(self, spoken: Spoken) -> str:
        """Ask whether the day is to be erased, from midnight in the house's time zone."""
        return await self._ask(spoken, Answer.ASK_FORGET_TODAY, dt_util.start_of_local_day())

    async def _ask(self, spoken: Spoken, question: Answer, since: datetime) -> str:
        """Ask with the number of those that are meant. Only they are erased on a yes, and none that come later."""
        try:
            heard = await self._hass.async_add_executor_job(self._heard, spoken.satellite, since)
        except EarshotError:
            return spoken.say(Answer.UNAVAILABLE)
        asking = self._runtime.gate.asked()
        itself = asking.utterance_id if asking is not None else None
        meant = tuple(utterance_id for utterance_id in heard if utterance_id != itself)
        if not meant:
            return spoken.say(Answer.NOTHING_THEN)
        self._runtime.own_sentences.ask(
            spoken.said,
            is_yes=spoken.language.is_yes,
            on_yes=partial(self._erase, spoken, meant, itself),
            otherwise=spoken.say(Answer.NOTHING_ERASED),
        )
        return spoken.say(question, count=len(meant))

    def _heard(self, satellite: str, since: datetime) -> list[str]:
        """Return what a satellite heard since then, its false wakes too: something may be kept of them."""
        ids: list[str] = []
        query: Query | None = Query(limit=MAX_PAGE, satellite=satellite, since=since)
        while query is not None:
            page = self._runtime.ledger.utterances(query)
            ids += [view.utterance_id for view in page.items if view.outside != "capture"]
            query = None if page.next is None else replace(query, before=page.next)
        return ids

    async def _erase(self, spoken: Spoken, meant: tuple[str, ...], asking: str | None) -> str:
        """Erase those that were meant, the question, and the yes to it."""
        forgetting, in_flight = self._runtime.forgetting, self._runtime.gate.in_flight
        forgetting.forget_this(by=VOICE)
        over = tuple(utterance_id for utterance_id in meant if utterance_id not in in_flight)
        for utterance_id in (*meant, asking):
            if utterance_id is not None and utterance_id not in over:
                forgetting.forget_when_over(utterance_id, by=VOICE)
        try:
            done = await forgetting.erase(Selection(utterance_ids=over), by=VOICE) if over else Forgotten()
        except EarshotError:
            return spoken.say(Answer.NOT_FORGOTTEN)
        answer = Answer.MANY_TRACES_LEFT if _traces_left(done) else Answer.MANY_FORGOTTEN
        return spoken.say(answer, count=done.utterances)


def _traces_left(done: Forgotten) -> bool:
    """Whether Home Assistant's own are not all gone, or nobody can tell."""
    return any(purged.left is None or purged.left > 0 or purged.why_not for purged in done.traces)
