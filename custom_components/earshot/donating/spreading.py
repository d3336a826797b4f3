"""When what waited leaves: each clip at a time of its own, so that no desk can tell by the time what is of one home.

What a person sends leaves now. What leaves by itself after its wait leaves some minutes later, by chance; otherwise the
pace at which clips come would be the pace at which somebody spoke. And what lay there when Earshot began is not brought
in a row either, but for one clip of those that people had let go. Chance is drawn anew after a restart, so that what is
due then is spread as well.
"""

from collections.abc import Iterable
from random import SystemRandom
from typing import Final

from ..donation.offer_store import WAITED, Offer
from .tries import Tries

SPREAD_SECONDS: Final = 1800.0
"""Within which what waited leaves: half an hour. Several who speak to a house speak within minutes of each other, and
whoever waited for a day does not mind."""


class Spreading:
    """Lets offers wait by chance, each once."""

    def __init__(self, tries: Tries) -> None:
        self._tries = tries
        self._chance = SystemRandom()
        self._drawn: set[str] | None = None
        """Offers that a time was drawn for, or that need none. None: nothing was looked at in this run."""

    def leave_out(self, offer_id: str) -> None:
        """Let an offer that is being sent, or is about to be, not wait."""
        if self._drawn is not None:
            self._drawn.add(offer_id)

    def spread(self, offers: Iterable[Offer]) -> None:
        """Draw a time for each that has none yet and needs one."""
        pending = list(offers)
        drawn = self._drawn or set()
        new = [one for one in pending if one.offer_id not in drawn]
        by_persons = [one for one in new if one.by != WAITED]
        # One that somebody sent goes at once, also when Earshot was ended in that moment.
        at_once = self._chance.sample(by_persons, min(1, len(by_persons))) if self._drawn is None else by_persons
        for one in new:
            if one not in at_once:
                self._tries.later(one.offer_id, self._chance.uniform(0.0, SPREAD_SECONDS))
        self._drawn = {one.offer_id for one in pending}
