"""From the gate to an offer: each utterance that is over is decided about, and why it is no offer is entered."""

import asyncio
import logging
from random import SystemRandom
from typing import Final

from homeassistant.core import callback
from homeassistant.util import dt as dt_util

from ..donation.eligibility import Candidate, Circumstances, Refusal, decide
from ..donation.purposes import Purpose
from ..errors import EarshotError
from ..gate.donor import Collected
from ..ledger.giving import Offered
from ..models import ContentKind, Outcome
from .home import Home
from .offering import Material, Offering

LOGGER = logging.getLogger(__name__)

_BY_THEMSELVES: Final = (Purpose.WAKE_WORDS, Purpose.SPEECH)
"""What is offered by itself. A false wake is offered by a person's hand only."""


class Candidates:
    """Takes utterances from the gate. Nothing of it is done while donation is off."""

    def __init__(self, home: Home, offering: Offering) -> None:
        self._home = home
        self._offering = offering
        self._chance = SystemRandom()
        self._working: set[asyncio.Task[None]] = set()
        self._one_by_one = asyncio.Lock()

    @callback
    def covers(self, place: str) -> bool:
        """Whether sound is to be held for a satellite: a consent covers it, and no guest or child speaks to it."""
        return self._home.consents.covers(place) and not self._home.settings.guests_speak(place)

    @callback
    def asks(self) -> bool:
        """Whether donation is on."""
        return self._home.consents.on

    @callback
    def take(self, collected: Collected) -> None:
        """Decide about an utterance, behind whatever goes on."""
        work = self._home.hass.async_create_background_task(self._consider(collected), "earshot considers an offer")
        self._working.add(work)
        work.add_done_callback(self._working.discard)

    async def settled(self) -> None:
        """Return when everything that was taken is decided about."""
        while self._working:
            await asyncio.wait(self._working)

    async def stop(self) -> None:
        """Drop what is not decided about."""
        for work in self._working:
            work.cancel()
        await asyncio.gather(*self._working, return_exceptions=True)

    async def _consider(self, collected: Collected) -> None:
        try:
            # One by one, so that a cap holds, and so that masking takes no more than one core.
            async with self._one_by_one:
                for purpose in self._purposes(collected):
                    await self._decide(collected, purpose)
        except EarshotError as err:
            LOGGER.warning("An utterance was not offered: %s", err.code)
        except Exception as err:  # noqa: BLE001 - and whatever it is, voice goes on
            # Its message may be a word of what was said.
            LOGGER.error("An utterance was not offered: %s", type(err).__name__)  # noqa: TRY400 - for the same reason
        finally:
            collected.let_go()

    def _purposes(self, collected: Collected) -> list[Purpose]:
        """Return what somebody in this house consented to, as far as there could be something for it."""
        wanted = {one.purpose for one in (*self._home.consents.standing, *self._home.consents.suspended)}
        purposes: list[Purpose] = [purpose for purpose in _BY_THEMSELVES if purpose in wanted]
        if collected.wake_word is None:
            purposes = [purpose for purpose in purposes if purpose is not Purpose.WAKE_WORDS]
        if Purpose.FALSE_WAKES in wanted and collected.outcome is Outcome.FALSE_WAKE and not purposes:
            purposes.append(Purpose.FALSE_WAKES)
        return purposes

    async def _decide(self, collected: Collected, purpose: Purpose) -> None:
        candidate = self._candidate(collected, purpose)
        now = await self._circumstances(candidate, purpose)
        refusal = decide(candidate, purpose, now)
        if refusal is None and now.consent is not None:
            await self._offering.offer(_material(collected, candidate, purpose), now.consent)
            return
        await self._refuse(candidate, purpose, refusal or Refusal.NO_CONSENT, now)

    def _candidate(self, collected: Collected, purpose: Purpose) -> Candidate:
        sound = collected.wake_sound if purpose is Purpose.WAKE_WORDS else collected.sound
        words = collected.words if purpose is Purpose.SPEECH else None
        there = ((ContentKind.SOUND, sound), (ContentKind.WORDS, words))
        return Candidate(
            utterance_id=collected.utterance_id,
            said=collected.said,
            satellite=collected.satellite,
            satellite_key=collected.place,
            outcome=collected.outcome,
            discreet=collected.discreet,
            guests=self._home.settings.guests_speak(collected.place),
            contents=tuple(kind for kind, has in there if has),
            language=collected.language,
            words=words,
            wake_word=collected.wake_word,
        )

    async def _circumstances(self, candidate: Candidate, purpose: Purpose) -> Circumstances:
        choices = self._home.choices
        today = dt_util.start_of_local_day()
        offered = await self._home.stock.run(self._home.stock.store.offered_since, dt_util.as_utc(today))
        return Circumstances(
            consent=self._home.consents.covering(purpose, candidate.satellite_key),
            suspended=self._home.consents.was_suspended(purpose, candidate.satellite_key),
            drawn=self._chance.random() < choices.sampling,
            offers_today=offered,
            daily_cap=choices.daily_cap,
        )

    async def _refuse(self, candidate: Candidate, purpose: Purpose, refusal: Refusal, now: Circumstances) -> None:
        desk = now.consent or next(iter((*self._home.consents.standing, *self._home.consents.suspended)), None)
        if desk is None:  # it was switched off meanwhile
            return
        record = Offered(
            utterance_id=candidate.utterance_id,
            at=dt_util.utcnow(),
            contents=(),
            purpose=purpose.value,
            desk=desk.desk,
            consent_id=now.consent.consent_id if now.consent else None,
            refused=refusal.value,
        )
        await self._home.storage.write([record])


def _material(collected: Collected, candidate: Candidate, purpose: Purpose) -> Material:
    sound = collected.wake_sound if purpose is Purpose.WAKE_WORDS else collected.sound
    return Material(
        candidate=candidate,
        purpose=purpose,
        pcm=sound,
        times=collected.word_times,
    )
