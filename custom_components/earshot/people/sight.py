"""What one person sees of utterances: of some all, of others the facts without whose they were."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final

from ..ledger.query import Page
from ..ledger.record import Heard, Record, Shared
from ..ledger.view import StoredEntry, UtteranceView
from ..models import Ear, EarKind
from ..policy.sharing import Sharing
from .roles import Role

UNTOLD: Final = ""
"""Stands for the name of somebody whose session it was, where that is not told."""


DOER: Final = ("who", "by")
"""The fields of any kind of entry that name whoever did something with what was said."""


class Readable(StrEnum):
    """Why somebody may read and hear what was said, or that they may not."""

    ALL = "all"
    """They are an administrator."""
    OWN = "own"
    """They said it themselves, in their own browser or app."""
    SHARED = "shared"
    """An administrator had shared the satellite with the household when it was said."""
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What somebody who lives here sees, as things stand now. It is made anew for each request."""

    role: Role
    user_id: str
    sharing: Sharing
    place_of: Callable[[str | None], str]
    """Gives the key of a satellite among the settings."""
    names: Mapping[str, str | None]
    """How every user is called now, by their id."""

    def readable(self, view: UtteranceView) -> Readable:
        """Return what may be read of an utterance, and why."""
        if self.role is Role.ADMIN:
            return Readable.ALL
        if self._owns(view):
            return Readable.OWN
        satellite = view.satellite.entity_id if view.satellite else None
        if satellite is not None and self.sharing.covers(self.place_of(satellite), view.at):
            return Readable.SHARED
        return Readable.NOTHING

    def may_change(self, view: UtteranceView) -> bool:
        """Whether they may erase its contents, or say that it was not meant: what is shared stays everybody's."""
        return self.role is Role.ADMIN or (self.role is Role.MEMBER and self._owns(view))

    def hides(self, view: UtteranceView) -> bool:
        """Whether it is kept from them whose session it was. Who listened is not: that everybody may see."""
        return self.role is not Role.ADMIN and view.user is not None and not self._owns(view)

    def facts(self, view: UtteranceView) -> UtteranceView:
        """Return an utterance as they see it."""
        if not self.hides(view):
            return view
        hidden = self._names_of(view)
        return replace(
            view,
            user=None,
            user_id=None,
            disowned_by=None if view.disowned_by is None else _untold(view.disowned_by, hidden),
            ears=tuple(_unnamed(ear, hidden) for ear in view.ears),
        )

    def page(self, page: Page) -> Page:
        """Return a page of utterances as they see it."""
        return replace(page, items=tuple(self.facts(view) for view in page.items))

    def entries(self, view: UtteranceView, entries: Iterable[StoredEntry]) -> tuple[StoredEntry, ...]:
        """Return the entries of an utterance as they see them. A leaf is that of the whole entry."""
        if not self.hides(view):
            return tuple(entries)
        hidden = self._names_of(view)
        return tuple(replace(entry, record=_without(entry.record, hidden)) for entry in entries)

    def _owns(self, view: UtteranceView) -> bool:
        return view.user_id is not None and view.user_id == self.user_id

    def _names_of(self, view: UtteranceView) -> frozenset[str | None]:
        """Name them as they were called then, and as they are now: an entry may be from after the change."""
        now = self.names.get(view.user_id) if view.user_id else None
        return frozenset({view.user, now} - {None})


def _without(record: Record, hidden: frozenset[str | None]) -> Record:
    told: dict[str, Any] = {name: _untold(getattr(record, name), hidden) for name in DOER if hasattr(record, name)}
    match record:
        case Heard():
            told |= {"user": None, "user_id": None}
        case Shared():
            told["ear"] = _unnamed(record.ear, hidden)
        case _:
            pass
    return replace(record, **told)


def _unnamed(ear: Ear, hidden: frozenset[str | None]) -> Ear:
    own = ear.kind is EarKind.HOUSEHOLD_MEMBER and ear.label in hidden
    return replace(ear, label=UNTOLD) if own else ear


def _untold(name: str, hidden: frozenset[Any]) -> str:
    return UNTOLD if name in hidden else name
