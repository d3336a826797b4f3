"""The people of this house, as Home Assistant knows them."""

from collections.abc import Callable, Set as AbstractSet

from homeassistant.auth.models import TOKEN_TYPE_NORMAL, User
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

    async def may(self, user: User, access: Access, login: str | None = None) -> bool:
        """Return whether somebody is answered where that is for `access`.

        `login` is the id of the refresh token that they came with. It counts where a second factor is asked for.
        """
        if access is Access.REVIEW:
            return self.is_listed(user) and await self._is_sure(user, login)
        if await self.role_of(user) not in ALLOWED[access]:
            return False
        return access is not Access.DESK or await self._is_sure(user, login)

    async def lacks_only_a_second_factor(self, user: User, access: Access) -> bool:
        """Return whether somebody who is not answered would be, had they logged in with a second factor."""
        if access is Access.DESK:
            return await self.role_of(user) in ALLOWED[access]
        return access in {Access.REVIEW, Access.ANYBODY} and self.is_listed(user)

    def is_listed(self, user: User) -> bool:
        """Return whether somebody is a reviewer of this house's desk, with a second factor or without."""
        return user.is_active and user.id in self._reviewers()

    async def lacks_second_factor(self, user: User) -> bool:
        """Return whether a password alone is enough to log in as somebody.

        It is looked up each time: whoever switches it off is locked out with the next thing that they ask for.
        """
        return not await self._hass.auth.async_get_enabled_mfa(user)

    async def _is_sure(self, user: User, login: str | None) -> bool:
        """Return whether somebody has a second factor, and has logged in where Home Assistant asks for it.

        It asks for none where an access token was made for a program, and at providers that trust a network.
        """
        token = None if login is None else self._hass.auth.async_get_refresh_token(login)
        if token is None or token.token_type != TOKEN_TYPE_NORMAL or token.credential is None:
            return False
        credential = token.credential
        provider = self._hass.auth.get_auth_provider(credential.auth_provider_type, credential.auth_provider_id)
        return provider is not None and provider.support_mfa and not await self.lacks_second_factor(user)
