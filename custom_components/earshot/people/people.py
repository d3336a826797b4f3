"""The people of this house, as Home Assistant knows them."""

from collections.abc import Callable, Set as AbstractSet

from homeassistant.auth.models import User
from homeassistant.core import HomeAssistant

from .access import ALLOWED, Access
from .reviewers import reviewers_of
from .roles import Role, role_of


class People:
    """Says who somebody is, at the moment in which they ask."""

    def __init__(self, hass: HomeAssistant) -> None:
        self._hass = hass
        self._reviewers: Callable[[], AbstractSet[str]] = lambda: reviewers_of(hass)

    async def role_of(self, user: User) -> Role | None:
        """Return somebody's role; None for those who see nothing, as a reviewer without a second factor does.

        A reviewer is handed what somebody else said at home, so a password that was guessed must not be enough.
        """
        role = role_of(user, self._reviewers())
        if role is Role.REVIEWER and await self.lacks_second_factor(user):
            return None
        return role

    async def may(self, user: User, access: Access) -> bool:
        """Return whether somebody is answered where that is for `access`."""
        if access is Access.REVIEW:
            return self.is_listed(user) and not await self.lacks_second_factor(user)
        return await self.role_of(user) in ALLOWED[access]

    def is_listed(self, user: User) -> bool:
        """Return whether somebody is a reviewer of this house's desk, with a second factor or without."""
        return user.is_active and user.id in self._reviewers()

    async def lacks_second_factor(self, user: User) -> bool:
        """Return whether a password alone is enough to log in as somebody.

        It is looked up each time: whoever switches it off is locked out with the next thing that they ask for.
        """
        return not await self._hass.auth.async_get_enabled_mfa(user)
