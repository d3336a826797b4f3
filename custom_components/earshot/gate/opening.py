"""Opening many contents for one person: each is entered before it is opened, with the others of its part."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Final

from homeassistant.auth.models import User
from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util

from ..errors import (
    ContentDamagedError,
    ContentGoneError,
    ContentMissingError,
    ContentWithheldError,
    LedgerUnavailableError,
)
from ..ledger.opening import Opened, Wanted
from ..ledger.record import Accessed
from ..models import ContentKind
from ..vault.vault import Vault
from .storage import Storage
from .withheld import Withheld

ENTRY_SECONDS: Final = 30.0
"""How long a thread waits for its entry. The ledger answers within seconds, except while a backup holds it; the loop
does not answer at all once Home Assistant has stopped."""


class Opener:
    """Opens contents for a person, and says how. It works in threads, and is the ledger's source of contents."""

    def __init__(  # noqa: PLR0913 - what is opened, by whom and how, and the three that know about it
        self,
        hass: HomeAssistant,
        storage: Storage,
        withheld: Withheld,
        *,
        person: User,
        how: str,
        kinds: frozenset[ContentKind],
    ) -> None:
        """Take the vault. Raises VaultError while it is not open."""
        self._hass = hass
        self._storage = storage
        self._withheld = withheld
        self._vault: Vault = storage.vault
        self._who = person.name or person.id
        self._how = how
        self.kinds = kinds

    def announce(self, wanted: Sequence[Wanted]) -> None:
        """Enter what will be opened. Raises LedgerUnavailableError, and nothing may be opened then."""
        kinds: dict[str, list[ContentKind]] = {}
        for one in wanted:
            if not self._withheld.holds(one.utterance_id):
                kinds.setdefault(one.utterance_id, []).append(one.kind)
        if kinds:
            self.enter(kinds, self._how)

    def enter(self, contents: Mapping[str, Sequence[ContentKind]], how: str) -> None:
        """Enter what is opened of each utterance, by its identifier."""
        at = dt_util.utcnow()
        records = [
            Accessed(utterance_id=utterance_id, at=at, contents=tuple(of_one), who=self._who, how=how)
            for utterance_id, of_one in contents.items()
        ]
        entering = asyncio.run_coroutine_threadsafe(self._storage.write(records), self._hass.loop)
        try:
            entered = entering.result(ENTRY_SECONDS)
        except TimeoutError:
            entered = False
        if not entered:
            raise LedgerUnavailableError("the access could not be entered")

    def read(self, wanted: Wanted) -> Opened | str | None:
        """Return a content, or the code of what is wrong with it, or None if it is not kept any more."""
        if self._withheld.holds(wanted.utterance_id):
            return ContentWithheldError.code
        try:
            found = self._vault.disclose(wanted.utterance_id, wanted.kind, commitment=wanted.commitment)
        except ContentGoneError:
            return None
        except (ContentDamagedError, ContentMissingError) as err:
            return err.code
        return Opened(found.content, found.commitment_key)
