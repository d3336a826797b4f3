"""A person's consent: for one purpose, one satellite, one statement of one desk, and until a day.

Nothing else lets anything be offered or leave. Whatever of these is another one now, the consent does not cover.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from ..errors.donating import ConsentRefusedError
from ..models import Satellite
from .purposes import Purpose

USUAL: Final = timedelta(days=90)
"""How long a consent holds unless something else is chosen: a quarter of a year, after which a person who has forgotten
it is asked again."""
LONGEST: Final = timedelta(days=366)
"""A year, and the day of a leap year. Nobody consents for longer without being asked."""
REMINDER: Final = timedelta(days=7)
"""How long before its end a consent reminds of it: a weekend is in between."""


class ConsentEnd(StrEnum):
    """Why a consent is over, as the ledger says it."""

    PERSON = "person"
    EXPIRED = "expired"
    STATEMENT_CHANGED = "statement_changed"
    KEY_CHANGED = "key_changed"
    REPLACED = "replaced"
    """Somebody consented anew, to the same for the same satellite."""
    RESTORED = "restored"
    """It came back from a backup, and nobody can say whether it was withdrawn since."""

    @property
    def suspends(self) -> bool:
        """Whether somebody is to be asked whether they consent anew."""
        return self in {ConsentEnd.STATEMENT_CHANGED, ConsentEnd.KEY_CHANGED, ConsentEnd.RESTORED}


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementFacts:
    """What of a desk's statement a consent is held against."""

    sha256: str
    """Of the exact bytes, in hexadecimal."""
    desk_key_sha256: str
    """Of the key that clips are sealed for, in hexadecimal."""
    purposes: frozenset[Purpose]


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """One consent."""

    consent_id: str
    """32 hexadecimal digits, random."""
    purpose: Purpose
    satellite_key: str
    """The key of the satellite among the settings. It survives renaming."""
    satellite: Satellite
    """The satellite as it was called then."""
    statement_sha256: str
    desk: str
    """The name in the statement."""
    address: str
    desk_key_sha256: str
    receipt_sha256: str
    given: datetime
    until: datetime
    by: str
    """The person's name at that time."""
    ended: datetime | None = None
    """When it was over. None: it is not, as far as anybody entered it."""
    end: ConsentEnd | None = None

    def holds(self, now: datetime) -> bool:
        """Whether anything may be offered, or leave, under it."""
        return self.ended is None and self.given <= now < self.until

    def covers(self, purpose: Purpose, satellite_key: str, now: datetime) -> bool:
        """Whether it is for this."""
        return self.purpose is purpose and self.satellite_key == satellite_key and self.holds(now)

    @property
    def suspended(self) -> ConsentEnd | None:
        """Why somebody is to be asked anew; None if nobody is."""
        return self.end if self.end is not None and self.end.suspends else None

    def over(self, why: ConsentEnd, now: datetime) -> Consent:
        """Return it as one that is over."""
        return replace(self, ended=now, end=why)


def why_over(consent: Consent, now: datetime) -> ConsentEnd | None:
    """Return why a consent that was not ended is over by itself; None if it holds."""
    return ConsentEnd.EXPIRED if consent.ended is None and now >= consent.until else None


def why_suspended(consent: Consent, statement: StatementFacts) -> ConsentEnd | None:
    """Return why nothing may be offered or leave under a consent, by what the desk says now; None if that is the same.

    The key is looked at first: who exchanges it may have been exchanged.
    """
    if consent.desk_key_sha256 != statement.desk_key_sha256:
        return ConsentEnd.KEY_CHANGED
    if consent.statement_sha256 != statement.sha256 or consent.purpose not in statement.purposes:
        return ConsentEnd.STATEMENT_CHANGED
    return None


def covering(consents: Iterable[Consent], purpose: Purpose, satellite_key: str, now: datetime) -> Consent | None:
    """Return the consent that covers this now; None if there is none."""
    return next((one for one in consents if one.covers(purpose, satellite_key, now)), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentRequest:
    """What a person agreed to, as the page sent it: nothing of it is assumed."""

    address: str
    """The desk's, as it was typed."""
    statement_sha256: str
    """Of exactly the statement that was shown, in hexadecimal."""
    purposes: frozenset[Purpose]
    satellites: frozenset[str]
    """Entity ids, or the keys that settings go by."""
    of_age: bool
    """Whether the person said that they are."""
    others_know: bool
    """Whether the person said that the others who live here know."""
    until: datetime | None = None
    """When it is to end. None: after the usual time."""

    def require(self, statement: StatementFacts, now: datetime) -> datetime:
        """Return until when it holds. Raises ConsentRefusedError, with what is missing, if it is no consent."""
        until = now + USUAL if self.until is None else self.until
        conditions = (
            ("statement", self.statement_sha256 == statement.sha256),
            ("purposes", bool(self.purposes) and self.purposes <= statement.purposes),
            ("satellites", bool(self.satellites)),
            ("of_age", self.of_age is True),
            ("others_know", self.others_know is True),
            ("until", until.tzinfo is not None and now < until <= now + LONGEST),
        )
        for name, holds in conditions:
            if not holds:
                raise ConsentRefusedError(missing=name)
        return until
