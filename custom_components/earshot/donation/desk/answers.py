"""What a desk answers whoever hands it a bundle: constant for each reason, so that a stranger learns nothing else."""

from dataclasses import dataclass
from enum import StrEnum
from http import HTTPStatus
from typing import Final


class NotTaken(StrEnum):
    """Why a bundle was not taken. What a donor's side acts on has a code of its own; all else is `MALFORMED`."""

    TOO_LARGE = "too_large"
    BUSY = "busy"
    """Too many at once. It may come again, after as many seconds as the answer says."""
    FULL = "full"
    """The desk has no room, or may hold no more. Nothing that it has taken is lost."""
    CLOSED = "closed"
    """The desk's store does not answer."""
    MALFORMED = "malformed"
    """It is no bundle, is not signed by its donor's key, does not open, or holds no clip."""
    MADE_ON = "made_on"
    """It was made too long ago, or in the future."""
    STATEMENT_OUTDATED = "statement_outdated"
    """It was made under a statement, or for a key, that holds no longer: the donor's consent is suspended by that."""
    PURPOSE = "purpose"
    """The desk's statement does not name this purpose."""
    ANOTHER = "another"
    """The desk has another bundle of this identifier."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """How a bundle was received."""

    status: HTTPStatus
    code: NotTaken | None = None
    """None: it is here, durably, be it since now or since before."""
    retry_after: int | None = None
    """Seconds after which it may come again. None: it need not."""

    @property
    def taken(self) -> bool:
        """Whether the desk has it."""
        return self.code is None


TAKEN: Final = Answer(status=HTTPStatus.ACCEPTED)

RETRY_BUSY: Final = 5
"""Seconds. A burst is over by then, at the rate that is taken; donors add a random time of their own."""
RETRY_CLOSED: Final = 60
"""Seconds. As often the desk tries to open its store again."""
RETRY_FULL: Final = 3600
"""Seconds. A full desk has room when people have reviewed, or somebody has cleared a disk."""

_STATUS: Final = {
    NotTaken.TOO_LARGE: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    NotTaken.BUSY: HTTPStatus.TOO_MANY_REQUESTS,
    NotTaken.FULL: HTTPStatus.SERVICE_UNAVAILABLE,
    NotTaken.CLOSED: HTTPStatus.SERVICE_UNAVAILABLE,
    NotTaken.ANOTHER: HTTPStatus.CONFLICT,
}
_RETRY: Final = {NotTaken.BUSY: RETRY_BUSY, NotTaken.FULL: RETRY_FULL, NotTaken.CLOSED: RETRY_CLOSED}


def not_taken(why: NotTaken, *, retry_after: int | None = None) -> Answer:
    """Return the answer to a bundle that was not taken."""
    status = _STATUS.get(why, HTTPStatus.BAD_REQUEST)
    return Answer(status=status, code=why, retry_after=retry_after or _RETRY.get(why))
