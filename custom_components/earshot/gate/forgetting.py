"""Forgetting what was said: erasing (the contents go, the facts stay) and redacting (the facts go, too).

Everywhere in the same order, so that wherever it is broken off, nothing is left that nobody knows of: first what Home
Assistant itself keeps, then the keys and files of the vault, then the entry that says so, and last, for a redaction,
the entries themselves. To do it again does what is left to do.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import batched
import logging
from typing import Final, Self

from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.dispatcher import async_dispatcher_connect
from homeassistant.util import dt as dt_util

from ..errors import (
    EarshotError,
    LedgerUnavailableError,
    NothingSaidError,
    OutcomeUnknownError,
    StillSpeakingError,
    UtteranceUnknownError,
)
from ..ledger.erasure import Selection
from ..ledger.ledger import Ledger
from ..ledger.query import Query
from ..ledger.record import Disowned
from ..ledger.view import UtteranceView
from ..models import ContentKind, Outcome
from ..traces.place import AFTER, Purged, Said
from ..traces.traces import Traces
from .captures import CAPTURE
from .changes import tell_changed, tell_gone
from .gate import SIGNAL_FINISHED, Gate
from .storage import LEDGER_ILL, Storage

_LOGGER: Final = logging.getLogger(__name__)

TOGETHER: Final = 50
"""Utterances erased at once, so that their entries share a write. If the ledger fails meanwhile, at most so many are
erased and told only later."""

LOOKED_BACK: Final = 20
"""How far back "what I just said" looks behind false wakes. A television that woke it twenty times since is no longer
just now."""

type ForgottenListener = Callable[[Sequence[str], bool], Awaitable[None]]
"""Told which utterances are forgotten, and whether the facts go, too."""

type Progress = Callable[[int], None]
"""Told the number of utterances that are done, in the event loop."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """What was forgotten."""

    utterances: int = 0
    """Utterances that were gone through."""
    contents: int = 0
    """Sounds, words and answers that nobody can read any more. Those that were erased before are not counted."""
    entries: int = 0
    """Entries of the ledger that were taken away."""
    in_flight: int = 0
    """Utterances that were left out, because they are still being heard or answered."""
    traces: tuple[Purged, ...] = ()
    """Places of Home Assistant where something was cleared, or is left."""

    def __add__(self, other: Self) -> Forgotten:
        return Forgotten(
            utterances=self.utterances + other.utterances,
            contents=self.contents + other.contents,
            entries=self.entries + other.entries,
            in_flight=self.in_flight + other.in_flight,
            traces=_together([*self.traces, *other.traces]),
        )


SPEECH: Final = ("speech_files", "speech_memory")
"""The places where Home Assistant keeps the sound of answers, to play it again for the same answer."""


class Forgetting:
    """Forgets utterances while voice goes on. Nothing here blocks the event loop."""

    def __init__(self, hass: HomeAssistant, storage: Storage, gate: Gate, traces: Traces) -> None:
        self._hass = hass
        self._storage = storage
        self._gate = gate
        self._traces = traces
        self._remembered = gate.remembered
        self.on_forgotten: ForgottenListener = _nobody
        """Waited for with each page of utterances whose contents are erased, before they are redacted."""

    async def erase(self, selection: Selection, *, by: str, progress: Progress | None = None) -> Forgotten:
        """Make the contents of utterances unreadable, and clear their traces. The facts about them stay.

        `by` is who wants it. Raises StillSpeakingError for a named utterance that is not over, LedgerUnavailableError
        or VaultError where it was broken off.
        """
        return await self._forget(selection, by, progress, redacting=False)

    async def redact(self, selection: Selection, *, by: str, progress: Progress | None = None) -> Forgotten:
        """Erase, and then take away what the ledger knows. See `erase`; what stays are the leaves, for the proofs."""
        return await self._forget(selection, by, progress, redacting=True)

    async def disown(self, utterance_ids: Sequence[str], *, by: str) -> Forgotten:
        """Let utterances count as false wakes, because they were not meant for the house, and erase their contents.

        Raises UtteranceUnknownError, OutcomeUnknownError for one of which nobody knows how it ended, and otherwise as
        `erase`; LedgerUnavailableError, too, if it is erased and could not be entered that it was not meant.
        """
        selection = Selection(utterance_ids=tuple(utterance_ids))
        self.check(selection)
        views = await self._hass.async_add_executor_job(self._storage.ledger.views, selection.utterance_ids)
        if len(views) < len(selection.utterance_ids):
            raise UtteranceUnknownError
        # To count what went past Earshot as a false wake would hide that nobody knows what became of it.
        if any(view.outcome in {None, Outcome.UNSEEN} for view in views):
            raise OutcomeUnknownError
        done = await self.erase(selection, by=by)
        at = dt_util.utcnow()
        new = [Disowned(utterance_id=view.utterance_id, at=at, by=by) for view in views if view.disowned_by is None]
        if new and not await self._storage.write(new):
            raise LedgerUnavailableError("that it was not meant could not be entered")
        return done

    def check(self, selection: Selection) -> None:
        """Raise StillSpeakingError if one of the utterances that are named is not over."""
        if not self._gate.in_flight.isdisjoint(selection.utterance_ids):
            raise StillSpeakingError

    async def forget_last(self, *, by: str, satellite: str | None = None, user_id: str | None = None) -> Forgotten:
        """Erase what was said last: to a satellite, or by a person in their browser or app. The facts stay.

        With it goes what seemed to be a false wake since, for it may have been that person, unheard. What is being said
        just now is not meant. Raises NothingSaidError if nothing was, or nobody knows; otherwise as `erase`.
        """
        ids: tuple[str, ...] = ()
        if satellite is not None:
            query = Query(limit=LOOKED_BACK, satellite=satellite)
            page = await self._hass.async_add_executor_job(self._storage.ledger.utterances, query)
            over = (view for view in page.items if view.utterance_id not in self._gate.in_flight)
            ids = _just_said([view for view in over if view.outside != CAPTURE])
        elif user_id is not None and (newest := self._remembered.newest_of(user_id)) is not None:
            ids = (newest,)
        if not ids:
            raise NothingSaidError
        return await self.erase(Selection(utterance_ids=ids), by=by)

    async def forget_last_of_house(
        self, *, by: str, may: Callable[[str], bool], user_id: str | None = None
    ) -> Forgotten:
        """Erase what was said last in the house, as `forget_last` does with what was said to one satellite.

        That is to a satellite, if `may` says of its entity id that whoever wants it may control it, or by that person
        in their own browser or app. What somebody else typed is not meant. Raises as `forget_last`.
        """
        page = await self._hass.async_add_executor_job(self._storage.ledger.utterances, Query(limit=LOOKED_BACK))

        def meant(view: UtteranceView) -> bool:
            if view.utterance_id in self._gate.in_flight or view.outside == CAPTURE:
                return False
            satellite = view.satellite.entity_id if view.satellite else None
            return may(satellite) if satellite else view.user_id is not None and view.user_id == user_id

        ids = _just_said(view for view in page.items if meant(view))
        if not ids:
            raise NothingSaidError
        return await self.erase(Selection(utterance_ids=ids), by=by)

    @callback
    def forget_this(self, *, by: str) -> None:
        """Erase what is being said in this task as soon as it is over. The facts stay."""
        if (flight := self._gate.asked()) is not None:
            self.forget_when_over(flight.utterance_id, by=by)

    @callback
    def forget_when_over(self, utterance_id: str, *, by: str) -> None:
        """Erase an utterance as soon as it is over, if it is not yet. The facts stay."""
        if utterance_id not in self._gate.in_flight:
            self._hass.async_create_task(self._erase_one(utterance_id, by), "earshot forgets what asked for it")
            return

        @callback
        def finished(over: str) -> None:
            if over == utterance_id:
                stop()
                self._hass.async_create_task(self._erase_one(utterance_id, by), "earshot forgets what asked for it")

        stop = async_dispatcher_connect(self._hass, SIGNAL_FINISHED, finished)

    async def _erase_one(self, utterance_id: str, by: str) -> None:
        try:
            await self.erase(Selection(utterance_ids=(utterance_id,)), by=by)
        except EarshotError as err:
            _LOGGER.warning("A sentence that asked to be forgotten could not be erased: %s", err.code)

    async def forget_traces(self, utterance_ids: Sequence[str]) -> tuple[Purged, ...]:
        """Clear what Home Assistant keeps of utterances. Raises LedgerUnavailableError."""
        said = await self._said(utterance_ids)
        done = await self._traces.forget(said)
        self._remembered.drop(utterance_ids)
        return done

    async def forget_speech(self, utterance_ids: Sequence[str]) -> tuple[Purged, ...]:
        """Clear the sound of their answers, and nothing else. Raises LedgerUnavailableError."""
        return await self._traces.forget(await self._said(utterance_ids), SPEECH)

    async def _forget(self, selection: Selection, by: str, progress: Progress | None, *, redacting: bool) -> Forgotten:
        self.check(selection)
        ledger = self._storage.ledger
        done = Forgotten()
        oldest = None
        if not selection.utterance_ids:
            # Page by page most utterances are older than everything that Home Assistant still keeps.
            survey = await self._traces.survey()
            oldest = min((found.since for found in survey if found.since and found.purgeable), default=None)
        pages = ledger.select(selection)
        while page := await self._hass.async_add_executor_job(next, pages, None):
            over = [utterance_id for utterance_id in page if utterance_id not in self._gate.in_flight]
            done += await self._forget_page(ledger, over, by, oldest if done.utterances else None, redacting=redacting)
            done = replace(done, in_flight=done.in_flight + len(page) - len(over))
            if progress is not None:
                progress(done.utterances)
        return done

    async def _forget_page(
        self, ledger: Ledger, ids: Sequence[str], by: str, oldest: datetime | None, *, redacting: bool
    ) -> Forgotten:
        # 1. What Home Assistant keeps itself.
        said = [one for one in await self._said(ids) if one.exact or oldest is None or one.until + AFTER >= oldest]
        traces = await self._traces.forget(said)
        # 2. and 3. Keys and files, and the entries that say so.
        contents = await self._erase_contents(ids, by)
        await self.on_forgotten(ids, redacting)
        # 4. The facts.
        entries = 0
        if redacting and ids:
            self._gate.deeds.forget(ids)
            page = Selection(utterance_ids=tuple(ids))
            entries = (await self._hass.async_add_executor_job(lambda: ledger.redact(page, by=by))).entries
            tell_changed(self._hass)
            tell_gone(self._hass, ids)
        self._remembered.drop(ids)
        return Forgotten(utterances=len(ids), contents=contents, entries=entries, traces=traces)

    async def _erase_contents(self, ids: Sequence[str], by: str) -> int:
        count = 0
        for some in batched(ids, TOGETHER, strict=False):
            erased = await asyncio.gather(*(self._storage.erase(one, tuple(ContentKind), by) for one in some))
            if LEDGER_ILL in self._storage.outages:
                # It is told as soon as the ledger works again, and must be before the utterance itself is redacted.
                raise LedgerUnavailableError("what was erased could not be entered")
            count += sum(map(len, erased))
        return count

    async def _said(self, ids: Sequence[str]) -> list[Said]:
        ledger = self._storage.ledger

        def views() -> list[UtteranceView]:
            return [view for utterance_id in ids if (view := ledger.utterance(utterance_id)) is not None]

        return [self._remembered.get(view) for view in await self._hass.async_add_executor_job(views)]


async def _nobody(_utterance_ids: Sequence[str], _redacting: bool) -> None:  # noqa: FBT001 - a listener's shape
    """Nobody else has anything of them."""


def _just_said(newest_first: Iterable[UtteranceView]) -> tuple[str, ...]:
    """Return the newest utterance that was one, and the false wakes since."""
    ids: list[str] = []
    for view in newest_first:
        ids.append(view.utterance_id)
        if view.outcome is not Outcome.FALSE_WAKE:
            break
    return tuple(ids)


def _together(purged: Iterable[Purged]) -> tuple[Purged, ...]:
    """Sum up by place. What is left of several rounds is mostly the same, so the greatest number of them counts."""
    places: dict[str, Purged] = {}
    for one in purged:
        before = places.get(one.place, Purged(place=one.place))
        left = None if before.left is None or one.left is None else max(before.left, one.left)
        places[one.place] = Purged(
            place=one.place, count=before.count + one.count, left=left, why_not=one.why_not or before.why_not
        )
    return tuple(places[name] for name in sorted(places))
