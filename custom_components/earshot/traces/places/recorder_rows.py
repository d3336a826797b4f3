"""The recorder: texts of actions that speak, and of texts that media players were given, for ten days by default."""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from homeassistant.components.recorder.const import DOMAIN
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.recorder import DATA_INSTANCE
from homeassistant.util import dt as dt_util

from ..place import AFTER, BEFORE, JOURNAL, STORAGE, Found, Purged, Said
from ..reach import data_of
from ..recorded import BlankRows, Window, rows_with_words

PATIENCE: Final = 20.0
"""Seconds that the recorder may take: it works off its own queue first, and purges old rows at night for some minutes.
It still does what it was asked when it comes to it. What falls due meanwhile must not wait for that."""


class RecorderRows:
    """Events of actions that speak, and media players' states that name a text."""

    name: Final = "recorder_rows"

    async def measure(self, hass: HomeAssistant) -> Found:
        """Count the rows, and the bytes of their data."""
        if (instance := data_of(hass, DOMAIN, DATA_INSTANCE)) is None:
            return Found(place=self.name, count=0)
        rows = await instance.async_add_executor_job(rows_with_words, instance, None)
        latest = max((row.at for row in rows), default=None)
        return Found(
            place=self.name,
            count=len(rows),
            size=sum({row.data_id: row.size for row in rows}.values()),
            since=min((_instant(row.at) for row in rows), default=None),
            until=_instant(latest) + timedelta(days=instance.keep_days)
            if latest is not None and instance.auto_purge
            else None,
        )

    async def purge(self, hass: HomeAssistant) -> Purged:
        """Take the words out of all rows."""
        return await self._blank(hass, None)

    async def forget(self, hass: HomeAssistant, said: Sequence[Said]) -> Purged:
        """Take the words out of the rows of the utterances' time: an automation speaks in a context of its own."""
        return await self._blank(hass, _windows(said))

    async def _blank(self, hass: HomeAssistant, windows: tuple[Window, ...] | None) -> Purged:
        if (instance := data_of(hass, DOMAIN, DATA_INSTANCE)) is None:
            return Purged(place=self.name)
        answer: asyncio.Future[Purged] = hass.loop.create_future()

        @callback
        def answered(purged: Purged) -> None:
            if not answer.done():
                answer.set_result(purged)

        def done(count: int, clean: bool) -> None:  # noqa: FBT001 - the task's shape
            purged = Purged(
                place=self.name,
                count=count,
                left=0 if clean else None,
                why_not=None if clean else JOURNAL,
            )
            hass.loop.call_soon_threadsafe(answered, purged)

        def failed(_err: Exception) -> None:
            hass.loop.call_soon_threadsafe(answered, Purged(place=self.name, left=None, why_not=STORAGE))

        instance.queue_task(BlankRows(windows, done, failed))
        try:
            async with asyncio.timeout(PATIENCE):
                return await answer
        except TimeoutError:
            return Purged(place=self.name, left=None, why_not=STORAGE)


def _windows(said: Sequence[Said]) -> tuple[Window, ...]:
    """Return the utterances' times, those that overlap as one."""
    windows: list[Window] = []
    for one in sorted(said, key=lambda one: one.since):
        begin, end = (one.since - BEFORE).timestamp(), (one.until + AFTER).timestamp()
        if windows and begin <= windows[-1].end:
            windows[-1] = Window(windows[-1].begin, max(end, windows[-1].end))
        else:
            windows.append(Window(begin, end))
    return tuple(windows)


def _instant(seconds: float) -> datetime:
    return dt_util.utc_from_timestamp(seconds)


PLACE: Final = RecorderRows()
