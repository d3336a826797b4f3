"""What somebody may read, hear and change of what was said, looked up at the moment in which they ask."""

from collections.abc import Sequence

from homeassistant.auth.models import User
from homeassistant.core import HomeAssistant
from homeassistant.exceptions import Unauthorized

from ..errors import NotYoursError, UtteranceUnknownError
from ..gate.settings import PrivacySettings
from ..gate.storage import Storage
from ..ledger.erasure import Selection
from ..ledger.view import UtteranceView
from .access import ALLOWED, Access
from .people import People
from .roles import Role
from .sight import Readable, Sight


class Rights:
    """Decides for each person and each utterance. Nothing here opens or changes anything."""

    def __init__(self, hass: HomeAssistant, people: People, settings: PrivacySettings, storage: Storage) -> None:
        self._hass = hass
        self._people = people
        self._settings = settings
        self._storage = storage

    async def sight(self, user: User) -> Sight:
        """Return what somebody sees of the house's utterances. Raises Unauthorized for those who see none."""
        role = await self._people.role_of(user)
        if role is None or role not in ALLOWED[Access.HOUSEHOLD]:
            raise Unauthorized
        users = await self._hass.auth.async_get_users()
        return Sight(
            role=role,
            user_id=user.id,
            sharing=self._settings.sharing,
            place_of=self._settings.place_of,
            names={one.id: one.name for one in users},
        )

    def sight_of_nobody(self) -> Sight:
        """Return what an automation sees that no person began: the facts of the house, less whose session it was.

        Home Assistant itself asks then, and what it is told may be read by whoever lives here.
        """
        return Sight(
            role=Role.READ_ONLY,
            user_id="",
            sharing=self._settings.sharing,
            place_of=self._settings.place_of,
            names={},
        )

    async def require_read(self, utterance_id: str, reader: User) -> None:
        """Let somebody read and hear an utterance.

        Raises UtteranceUnknownError, NotYoursError, LedgerUnavailableError, and Unauthorized for those who see nothing.
        """
        sight = await self.sight(reader)
        (view,) = await self._views([utterance_id])
        if sight.readable(view) is Readable.NOTHING:
            raise NotYoursError

    async def require_change(self, selection: Selection, user: User) -> None:
        """Let somebody erase the contents of utterances, or say that they were not meant.

        Whoever is no administrator names the utterances, and each must be their own: a time or a satellite would reach
        what others said there, too. Raises NotYoursError for anything else, LedgerUnavailableError, and Unauthorized.
        """
        sight = await self.sight(user)
        if sight.role not in ALLOWED[Access.CHANGE]:
            raise Unauthorized
        if sight.role in ALLOWED[Access.ADMIN]:
            return
        if not selection.utterance_ids:
            raise NotYoursError
        try:
            views = await self._views(selection.utterance_ids)
        except UtteranceUnknownError as err:
            raise NotYoursError from err
        if not all(sight.may_change(view) for view in views):
            raise NotYoursError

    async def _views(self, utterance_ids: Sequence[str]) -> list[UtteranceView]:
        ledger = self._storage.ledger

        def read() -> list[UtteranceView]:
            views = [ledger.utterance(utterance_id) for utterance_id in utterance_ids]
            known = [view for view in views if view is not None]
            if len(known) < len(views):
                raise UtteranceUnknownError
            return known

        return await self._hass.async_add_executor_job(read)
