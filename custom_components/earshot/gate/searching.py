"""Searching what was said: what is looked through is entered as that, and what is shown to hold it as found."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from homeassistant.auth.models import User
from homeassistant.core import HomeAssistant, callback

from ..ledger.ledger import Ledger
from ..ledger.projection import LOOKED_THROUGH
from ..ledger.search import Search
from ..ledger.view import UtteranceView
from ..models import ContentKind
from .opening import Opener
from .storage import Storage
from .withheld import Withheld

FOUND: Final = "found"
"""`how` of the access to what a search shows to hold what was looked for: that tells a person what was said."""

WORDS: Final = frozenset({ContentKind.WORDS})


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a person gets of a search."""

    items: tuple[UtteranceView, ...]
    """The utterances that hold it, newest first, without words."""
    looked: int
    """Utterances that were looked at."""
    next: str | None
    """Where the next search goes on. None: there is nothing more to look at."""


class SearchRoom:
    """Searches for people."""

    def __init__(self, hass: HomeAssistant, storage: Storage, withheld: Withheld) -> None:
        self._hass = hass
        self._storage = storage
        self._withheld = withheld

    @callback
    def prepare(
        self, search: Search, person: User, kinds: frozenset[ContentKind] = WORDS
    ) -> Callable[[Callable[[int, int], None]], Finding]:
        """Return the work of a search, to be done in a thread; it is called with what is to be told its progress.

        The work raises LedgerError, and finds nothing, if it cannot be entered that something is opened.
        """
        ledger = self._storage.ledger
        opener = Opener(self._hass, self._storage, self._withheld, person=person, how=LOOKED_THROUGH, kinds=kinds)
        return lambda progress: _search(ledger, search, opener, progress)


def _search(ledger: Ledger, search: Search, opener: Opener, progress: Callable[[int, int], None]) -> Finding:
    found = ledger.search(search, opener, progress)
    if found.utterance_ids:
        # Which of them held it is no matter of the ledger's: all that was asked for is named.
        kinds = tuple(kind for kind in ContentKind if kind in opener.kinds)
        opener.enter(dict.fromkeys(found.utterance_ids, kinds), FOUND)
    return Finding(items=ledger.views(found.utterance_ids), looked=found.looked, next=found.next)
