"""Which roles may use a command or an address at all. What of an utterance they then get is another question."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from .roles import Role


class Access(StrEnum):
    """Who is answered. Each command names one of these."""

    ADMIN = "admin"
    """Administrators only: what changes the house's settings, or shows what concerns everybody's contents."""
    HOUSEHOLD = "household"
    """Everybody who lives here: the facts of the house. A command that hands out contents holds each to whose it is."""
    CHANGE = "change"
    """Administrators, and members for what is their own: the command holds each utterance to whose it is."""
    REVIEW = "review"
    """Who is listed as a reviewer of this house's desk and has a second factor now: what was donated, one clip at a
    time. An administrator too only if listed: who decides over the desk does not hear its clips by that."""
    DESK = "desk"
    """Administrators who have a second factor now: what opens what was donated. Donors are told that nobody hears it
    whose password alone would be enough."""
    ANYBODY = "anybody"
    """Everybody who has a role: what says who one is oneself, and nothing of the house."""


ALLOWED: Final[Mapping[Access, frozenset[Role]]] = {
    Access.ADMIN: frozenset({Role.ADMIN}),
    Access.HOUSEHOLD: frozenset({Role.ADMIN, Role.MEMBER, Role.READ_ONLY}),
    Access.CHANGE: frozenset({Role.ADMIN, Role.MEMBER}),
    # Administrators who are listed too, of whom the role alone does not tell: see `People.may`.
    Access.REVIEW: frozenset({Role.REVIEWER}),
    Access.DESK: frozenset({Role.ADMIN}),
    Access.ANYBODY: frozenset(Role),
}
