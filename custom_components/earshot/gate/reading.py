"""Reading what was said is an event of its own: it is entered before anybody reads."""

from dataclasses import dataclass, field

from homeassistant.auth.models import User
from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util

from ..errors import ContentGoneError, LedgerUnavailableError
from ..ledger.record import Accessed
from ..models import ContentKind
from ..vault.vault import Vault
from .storage import Storage

WRITTEN = (ContentKind.WORDS, ContentKind.RESPONSE)


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsRead:
    """What was said and what was answered. None: it was not kept, or is erased."""

    words: str | None = field(repr=False)
    response: str | None = field(repr=False)


class ReadingRoom:
    """Opens sealed contents for people."""

    def __init__(self, hass: HomeAssistant, storage: Storage) -> None:
        self._hass = hass
        self._storage = storage

    async def read(self, utterance_id: str, reader: User) -> WordsRead:
        """Return words and answer of an utterance.

        Raises LedgerUnavailableError, and opens nothing, if the reading cannot be entered; VaultError for the rest.
        """
        vault = self._storage.vault
        await self._enter(utterance_id, WRITTEN, reader, "words")

        def open_written() -> WordsRead:
            words, response = (_read(vault, utterance_id, kind) for kind in WRITTEN)
            return WordsRead(words=words, response=response)

        return await self._hass.async_add_executor_job(open_written)

    async def listen(self, utterance_id: str, reader: User) -> bytes:
        """Return the sound of an utterance as a FLAC file.

        Raises LedgerUnavailableError, and opens nothing, if the listening cannot be entered; ContentGoneError if it was
        not kept or is erased; VaultError for the rest.
        """
        vault = self._storage.vault
        await self._enter(utterance_id, (ContentKind.SOUND,), reader, "sound")
        return await self._hass.async_add_executor_job(vault.read, utterance_id, ContentKind.SOUND)

    async def _enter(self, utterance_id: str, contents: tuple[ContentKind, ...], reader: User, how: str) -> None:
        who = reader.name or reader.id
        access = Accessed(utterance_id=utterance_id, at=dt_util.utcnow(), contents=contents, who=who, how=how)
        if not await self._storage.write([access]):
            raise LedgerUnavailableError("the reading could not be entered")


def _read(vault: Vault, utterance_id: str, kind: ContentKind) -> str | None:
    try:
        return vault.read(utterance_id, kind).decode()
    except ContentGoneError:
        return None
