"""Who asks: what a page may offer them. What they are allowed is decided with each command."""

from dataclasses import dataclass
from typing import Literal

from homeassistant.components import websocket_api
from homeassistant.components.websocket_api.connection import ActiveConnection
from homeassistant.components.websocket_api.decorators import websocket_command
from homeassistant.core import HomeAssistant, callback

from ..const import DOMAIN, SUBENTRY_DESK
from ..runtime import Access, Role, RuntimeData
from .answering import Message, answered


@dataclass(frozen=True, slots=True, kw_only=True)
class Me:
    """The person who asks."""

    role: Role
    name: str
    user_id: str
    may_change: bool
    """Whether there is anything that they may erase or change."""
    shows_contents: Literal["all", "own", "none"]
    """Whose words and sound they may be handed: "all", "own" (and what was shared with the household), "none"."""
    reviews: bool
    """Whether they are listed as a reviewer of this house's review desk."""
    has_desk: bool
    """Whether this house has a review desk."""


@callback
def async_register(hass: HomeAssistant) -> None:
    """Register the command."""
    websocket_api.async_register_command(hass, me)


@websocket_command({"type": "earshot/me"})
@answered(Access.ANYBODY)
async def me(hass: HomeAssistant, connection: ActiveConnection, _msg: Message, runtime: RuntimeData) -> Me:
    """Send who asks, and what a page may offer them."""
    user = connection.user
    role = await runtime.people.role_of(user)
    assert role is not None  # noqa: S101 - whoever has none is not answered
    return Me(
        role=role,
        name=user.name or "",
        user_id=user.id,
        may_change=role in {Role.ADMIN, Role.MEMBER},
        shows_contents="all" if role is Role.ADMIN else "none" if role is Role.REVIEWER else "own",
        reviews=runtime.people.is_listed(user),
        has_desk=any(
            entry.get_subentries_of_type(SUBENTRY_DESK) for entry in hass.config_entries.async_entries(DOMAIN)
        ),
    )
