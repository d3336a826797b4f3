"""Reading what was said is an event of its own: it is entered before anybody reads."""

from dataclasses import dataclass, field
from typing import Protocol

from homeassistant.auth.models import User
from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util

from ..errors import ContentGoneError, LedgerUnavailableError
from ..ledger.record import Accessed
from ..models import ContentKind
from ..vault.vault import Vault
from .storage import Storage
from .withheld import Withheld

WRITTEN = (ContentKind.WORDS, ContentKind.RESPONSE)


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsRead:
    """What was said and what was answered. None: it was not kept, or is erased."""

    words: str | None = field(repr=False)
    response: str | None = field(repr=False)


class Rights(Protocol):
    """Says who may read what."""

    async def require_read(self, utterance_id: str, reader: User) -> None:
        """Raise NotYoursError for those who may not, UtteranceUnknownError where there is nothing to read."""


class ReadingRoom:
    """Opens sealed contents for people who may read them."""

    def __init__(self, hass: HomeAssistant, storage: Storage, rights: Rights, withheld: Withheld) -> None:
        self._hass = hass
        self._storage = storage
        self._rights = rights
        self._withheld = withheld

    async def read(self, utterance_id: str, reader: User) -> WordsRead:
        """Return words and answer of an utterance.

        Raises as `admit`, and opens nothing then; VaultError for the rest.
        """
        vault = await self.admit(utterance_id, WRITTEN, reader, "words")

        def open_written() -> WordsRead:
            words, response = (_read(vault, utterance_id, kind) for kind in WRITTEN)
            return WordsRead(words=words, response=response)

        return await self._hass.async_add_executor_job(open_written)

    async def admit(self, utterance_id: str, contents: tuple[ContentKind, ...], reader: User, how: str) -> Vault:
        """Enter that somebody reads contents, and return the vault to read them from. `how` is as in `Accessed`.

        Raises NotYoursError, UtteranceUnknownError, ContentWithheldError if it is erased in a moment, and
        LedgerUnavailableError if the reading cannot be entered.
        """
        await self._rights.require_read(utterance_id, reader)
        vault = self._storage.vault
        await self.refuse_withheld(utterance_id)
        who = reader.name or reader.id
        access = Accessed(utterance_id=utterance_id, at=dt_util.utcnow(), contents=contents, who=who, how=how)
        if not await self._storage.write([access]):
            raise LedgerUnavailableError("the reading could not be entered")
        return vault

    async def refuse_withheld(self, utterance_id: str) -> None:
        """Raise ContentWithheldError if somebody has it erased in a moment; LedgerUnavailableError."""
        await self._hass.async_add_executor_job(self._withheld.refuse, utterance_id)


def _read(vault: Vault, utterance_id: str, kind: ContentKind) -> str | None:
    try:
        return vault.read(utterance_id, kind).decode()
    except ContentGoneError:
        return None
