"""Kinds of records of what an utterance did, and of sound and words that are nobody's utterance.

`record` gathers all kinds and says what holds for each of them.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from ..models import Deed, Ear, Evidence, Satellite, Target


@dataclass(frozen=True, slots=True, kw_only=True)
class Acted:
    """What the utterance did to the home, as Home Assistant marked it with the context of the run.

    There may be several: what was done before the answer was spoken, and what a script did after the end. One that
    names nothing says that nothing was seen, or, where `evidence` is unknown, that nobody could look.
    """

    kind: ClassVar[str] = "acted"

    utterance_id: str
    at: datetime
    evidence: Evidence
    """"observed": the actions passed before Earshot's eyes, under the run's mark. "unknown": that mark is not known."""
    deeds: tuple[Deed, ...]
    """The actions, in their order."""
    changed: tuple[Target, ...]
    """Things whose state changed under that mark. That they really moved is their integrations' word."""
    left_out: int | None = None
    """How many more actions, targets and changes there were: beyond the limit, or off the record. None: none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AlsoHeard:
    """Another satellite heard the same wake word, and Home Assistant let one of the two answer.

    It does not name the other's utterance: where that one is redacted, its identifier must be nowhere.
    """

    kind: ClassVar[str] = "also_heard"

    utterance_id: str
    at: datetime
    satellite: Satellite
    """The other one."""
    answered: bool
    """Whether it was the other one that went on. False: this one did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Announced:
    """Words that answer nobody were handed to a voice: an announcement, a question to somebody."""

    kind: ClassVar[str] = "announced"
    utterance_id: ClassVar[None] = None

    at: datetime
    ear: Ear
    """The voice. What it got are words, and they may be about people."""
    took_ms: int
    integration: str
    version: str
    status: str
    """As in `Processed`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listened:
    """A microphone streamed to an engine that listens for wake words: the sum of up to an hour.

    With the sound that woke it, which the utterances tell of, too.
    """

    kind: ClassVar[str] = "listened"
    utterance_id: ClassVar[None] = None

    at: datetime
    satellite: Satellite
    ear: Ear
    """The engine, and all the sound that it got between `began` and `ended`."""
    integration: str
    version: str
    began: datetime
    ended: datetime
    wakes: int
    """How often it heard the wake word."""
