"""What the desk shows to those who work there: values, and no more than each needs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from ..donation.desk.layouts import Layout
from ..donation.purposes import Purpose


class Asking(StrEnum):
    """What donors, or anybody, can ask of a desk beside its statement."""

    RECEIPTS = "receipts"
    WITHDRAWALS = "withdrawals"
    TOMBSTONES = "tombstones"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClipToReview:
    """One clip in a reviewer's hands. It says neither who gave it nor which donation it is."""

    ticket: str
    """Stands for this clip in this reviewer's hands. It is of no use to anybody else, nor after `until`."""
    until: datetime
    """When the clip goes back, if nothing was said of it by then."""
    purpose: Purpose
    """What it was given for, and so what is asked of it: its words, or whether its wake word is right."""
    language: str
    words: str | None = field(repr=False)
    """What the donor's recogniser understood, as the donor let it go. None: no words were given."""
    wake_word: str | None
    """The phrase that is said to be in it. None: none is."""
    sound_ms: int
    """Milliseconds of sound. 0: there is none."""
    masked: str | None
    """How the voice was masked: method and strength. None: it is as it was spoken."""
    redactions: Mapping[str, int]
    """How many words of which kind were taken out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundTicket:
    """Fetches the sound of a clip once, within a minute, for the person whom it was given to."""

    ticket: str
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a reviewer is."""

    today: int
    """Clips that they were given today."""
    limit: int
    """Clips that they are given on one day at most."""
    labels: int
    """Labels that they have given in all, of clips that are still here."""
    waiting: int
    """Clips that wait for a label of theirs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """A reviewer thought that somebody may be in danger: what those who run the desk see of it."""

    number: int
    raised: datetime
    reviewer: int
    """The reviewer's number at this desk."""
    donation_id: str
    until: datetime | None
    """When the clip is erased, whether somebody has decided or not. None: it is gone already."""


class Decision(StrEnum):
    """What somebody decides on an alarm, after they have done what the guidance says."""

    RELEASE = "release"
    """It was none, or it is dealt with: the clip waits for labels again."""
    DELETE = "delete"
    """The clip is erased."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldClip:
    """A held clip, opened by an administrator who has to decide what is to be done."""

    number: int
    """The alarm's."""
    words: str | None = field(repr=False)
    """What the donor's recogniser understood. None: no words were given."""
    written: str | None = field(repr=False)
    """What the reviewer wrote."""
    sound: SoundTicket | None
    """Fetches the sound. None: there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataSet:
    """A data set that was made."""

    name: str
    layout: Layout
    made: datetime
    clips: int
    """Clips in it when it was made."""
    removed: int
    """Of these, how many were withdrawn or taken out since: whoever has the data set is to take them out too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataSetFile:
    """A data set on its way to the person who asked for it."""

    ticket: str
    """Fetches it once, within five minutes."""
    filename: str
    size: int
    """Bytes."""
    clips: int
    tombstones: int
    """Clips that were in data sets before and are not to be in any more, listed in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """The desk in figures. They say nothing of any one clip."""

    states: Mapping[str, int]
    """Clips by how far they are: "waiting", "accepted", "held", "gone"."""
    purposes: Mapping[str, int]
    """Clips that are here, by what they were given for."""
    gone: Mapping[str, int]
    """Clips that are gone, by why."""
    size: int
    """Bytes of sealed contents."""
    free: int
    """Bytes that are free on the disk."""
    received_today: int
    refused: Mapping[str, int]
    """Bundles that were not taken since the last start, by why."""
    actions: Mapping[str, int]
    """Receipts by what was done: "listened", "labelled", "skipped", "published", "deleted", "raised_danger"."""
    heard_ms: int
    """Milliseconds of sound that were handed out, each time counted."""
    reviewers: int
    """People who were ever given a clip here."""
    alarms: int
    """Alarms that nobody has decided on."""
    data_sets: int
