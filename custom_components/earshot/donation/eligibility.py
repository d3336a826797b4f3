"""Whether an utterance may be offered. A decision of values: everything that is known of it stands in the candidate."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final

from ..models import ContentKind, Outcome, Satellite
from .consent import Consent
from .purposes import Purpose


class Refusal(StrEnum):
    """Why something is no offer, as the ledger says it."""

    NO_CONSENT = "no_consent"
    """No consent covers its satellite and this purpose."""
    OFF_THE_RECORD = "off_the_record"
    """It was off the record, if only for a moment."""
    FALSE_WAKE = "false_wake"
    """Nobody spoke to the house; or, by hand, it is a false wake and the purpose is another."""
    GUEST = "guest"
    """Guests or children speak to this satellite."""
    SUSPENDED = "suspended"
    """The desk's statement is another than the one that was consented to."""
    NOT_SAMPLED = "not_sampled"
    """It was not drawn: only a share of what could be offered is."""
    DAILY_CAP = "daily_cap"
    """There were as many offers today as may be."""
    NO_SOUND = "no_sound"
    """There is nothing to give: no sound of it came to the gate, or none is kept."""
    NOT_PREPARED = "not_prepared"
    """It could not be made ready to leave, or be kept sealed until then."""
    BLOCKED = "blocked"
    """A rule kept it from being handed on: what may not leave for an answer does not leave for a gift."""
    NOT_FINISHED = "not_finished"
    """It was broken off, or an engine failed."""
    NOT_A_FALSE_WAKE = "not_a_false_wake"
    """False wakes are to be studied, and somebody spoke to the house."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """What is known of an utterance that could be offered. Of its sound only whether there is some."""

    utterance_id: str
    said: datetime
    satellite: Satellite
    satellite_key: str
    outcome: Outcome
    discreet: bool
    """Whether it was off the record, if only for a moment."""
    guests: bool
    """Whether guests or children speak to its satellite."""
    contents: tuple[ContentKind, ...]
    """What there is of it: sound, words."""
    language: str = ""
    words: str | None = field(default=None, repr=False)
    wake_word: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What holds in the house in this moment, for one purpose."""

    consent: Consent | None
    """The consent that covers the satellite and the purpose now."""
    suspended: bool
    """Whether there was one that would, and the desk's statement is another since."""
    drawn: bool
    offers_today: int
    daily_cap: int


_OUTCOMES: Final = {
    Outcome.FALSE_WAKE: Refusal.FALSE_WAKE,
    Outcome.BLOCKED: Refusal.BLOCKED,
    Outcome.FAILED: Refusal.NOT_FINISHED,
    Outcome.CANCELLED: Refusal.NOT_FINISHED,
    Outcome.UNSEEN: Refusal.NOT_FINISHED,
}
"""Outcomes of which nothing is offered by itself."""


def decide(candidate: Candidate, purpose: Purpose, now: Circumstances) -> Refusal | None:
    """Return why an utterance is not offered by itself; None if it is. The reason that weighs most comes first."""
    if (refusal := _never(candidate, now)) is not None:
        return refusal
    if (refusal := _OUTCOMES.get(candidate.outcome)) is not None:
        return refusal
    if purpose is Purpose.FALSE_WAKES:
        return Refusal.NOT_A_FALSE_WAKE
    if ContentKind.SOUND not in candidate.contents:
        return Refusal.NO_SOUND
    if not now.drawn:
        return Refusal.NOT_SAMPLED
    return Refusal.DAILY_CAP if now.offers_today >= now.daily_cap else None


def decide_by_hand(candidate: Candidate, purpose: Purpose, now: Circumstances) -> Refusal | None:
    """Return why an utterance may not be offered by hand. It is neither drawn nor counted: somebody chose it."""
    if (refusal := _never(candidate, now)) is not None:
        return refusal
    false_wake = candidate.outcome is Outcome.FALSE_WAKE
    if purpose is Purpose.FALSE_WAKES:
        return _kept(candidate) if false_wake else Refusal.NOT_A_FALSE_WAKE
    return _OUTCOMES.get(candidate.outcome) or _kept(candidate)


def _never(candidate: Candidate, now: Circumstances) -> Refusal | None:
    """Return what no hand and no chance changes."""
    if candidate.discreet:
        return Refusal.OFF_THE_RECORD
    if candidate.guests:
        return Refusal.GUEST
    if now.consent is None:
        return Refusal.SUSPENDED if now.suspended else Refusal.NO_CONSENT
    return None


def _kept(candidate: Candidate) -> Refusal | None:
    return None if ContentKind.SOUND in candidate.contents else Refusal.NO_SOUND
