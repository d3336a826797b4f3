"""What can be asked of the ledger's utterances, as a value."""

from dataclasses import dataclass
from datetime import datetime
import re
from typing import Self

from ..errors import LedgerError
from ..models import Outcome, Place
from .view import StoredEntry, UtteranceView

_NUMBER = re.compile(r"-?[0-9]{1,18}")
"""Both parts of a cursor are 64-bit integers in the database."""

MAX_PAGE = 500
"""One page is read into memory, and sent to a browser, as a whole. A screen shows about fifty."""

MAX_SKIP = 2**53
"""What a browser can count to, and no database minds."""

MAX_LABELS = 500
"""Names that are offered to choose from. A home has some tens; a list that is longer is not looked through."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """Which utterances, newest first. A field that is None does not restrict; the others all must hold.

    Pages are found by key and not by counting, so a page costs the same wherever it lies, and none is skipped
    or doubled while new utterances come in; only `skip` counts. Each field alone is served by an index; of several, one
    is, and what it finds is held to the others row by row.
    """

    limit: int = 50
    """At most this many; at least 1, at most MAX_PAGE."""
    before: str | None = None
    """The `next` of the page before. None: begin with the newest."""
    skip: int = 0
    """Utterances to pass over before the first one of the page; at most MAX_SKIP."""
    satellite: str | None = None
    """The satellite's entity id, or its label where it has none."""
    outcome: Outcome | None = None
    since: datetime | None = None
    """Heard at this instant or later."""
    until: datetime | None = None
    """Heard before this instant."""
    left_house: bool | None = None
    """Whether anything of it reached the internet or a place that nobody knows. Neither holds for one that is open."""
    listened: bool | None = None
    """Whether a person or a reviewer heard or read what was kept of it."""
    sound_kept: bool | None = None
    """Whether its sound is in the vault, as far as the ledger knows."""
    words_kept: bool | None = None
    """Whether its words are."""
    place: Place | None = None
    """Where one of its ears was, at least."""
    heard_by: str | None = None
    """The label of one of its ears."""


@dataclass(frozen=True, slots=True)
class Page:
    """Some utterances, newest first."""

    items: tuple[UtteranceView, ...]
    next: str | None
    """The `before` of the page that follows. None: this is the last one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HappeningsPage:
    """Some entries, newest first. Those that were redacted are not among them: nobody knows of what kind they were."""

    items: tuple[StoredEntry, ...]
    next: str | None
    """The `before` of the page that follows. None: this is the last one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """What occurs in the ledger, to choose from."""

    satellites: tuple[str, ...]
    """What `Query.satellite` finds, by name."""
    ears: tuple[str, ...]
    """What `Query.heard_by` finds, by name."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place in the list: the utterance that was heard at `at` and begins with entry `first_index`."""

    at: int
    """Milliseconds since the epoch."""
    first_index: int

    def __str__(self) -> str:
        return f"{self.at}.{self.first_index}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the place that a page named. Raises LedgerError if it is none."""
        at, _, first_index = text.partition(".")
        if not (_NUMBER.fullmatch(at) and _NUMBER.fullmatch(first_index)):
            raise LedgerError("a page's cursor is malformed")
        return cls(int(at), int(first_index))
