"""What a user of Home Assistant is to Earshot."""

from collections.abc import Set as AbstractSet
from enum import StrEnum

from homeassistant.auth.const import GROUP_ID_READ_ONLY, GROUP_ID_USER
from homeassistant.auth.models import User


class Role(StrEnum):
    """The part that somebody has in this house. Everybody has one at most."""

    ADMIN = "admin"
    """Sees all, and changes all."""
    MEMBER = "member"
    """Lives here: sees the facts of the house, and what is their own or shared with them."""
    READ_ONLY = "read_only"
    """A member who changes nothing."""
    REVIEWER = "reviewer"
    """Listens to donated clips at this house's review desk, and sees nothing else of the house."""


def role_of(user: User, reviewers: AbstractSet[str] = frozenset()) -> Role | None:
    """Return the role of a user; None for somebody who may see nothing. `reviewers` are ids of users.

    Whoever is listed as a reviewer is no member any more, for a desk's reviewers may be strangers to the house. An
    administrator stays one: nobody can keep anything from somebody who can give themselves every right.
    """
    if not user.is_active:
        return None
    if user.is_admin:
        return Role.ADMIN
    if user.id in reviewers:
        return Role.REVIEWER
    # Home Assistant's own user, in whose name it hands out images, is in a group, too, and is nobody.
    groups = set() if user.system_generated else {group.id for group in user.groups}
    if GROUP_ID_USER in groups:
        return Role.MEMBER
    return Role.READ_ONLY if GROUP_ID_READ_ONLY in groups else None
