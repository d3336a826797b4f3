"""Under which names the vault of donations holds what is offered: parts of an offer, of a donation, of a receipt."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from ..models import ContentKind


@dataclass(frozen=True, slots=True)
class Part:
    """One sealed content."""

    of: str
    """The offer's or the donation's id."""
    what: str
    """"original", "payload", "notes", "bundle", "reply" or "label"."""
    number: int = 0
    """Which revision of a payload and its notes, or of which receipt a label."""
    kind: ContentKind = ContentKind.SOUND

    @property
    def name(self) -> str:
        """What the vault calls it."""
        return f"{self.of}-{self.what}-{self.number}"

    @classmethod
    def parse(cls, name: str, kind: ContentKind) -> Self | None:
        """Return what a name of the vault stands for; None for no part of ours."""
        of, what, number = (*name.split("-"), "", "")[:3]
        return cls(of, what, int(number), kind) if what and number.isdigit() else None


def original_sound(offer_id: str) -> Part:
    """Name the sound as it was said."""
    return Part(offer_id, "original")


def original_words(offer_id: str) -> Part:
    """Name the words as they were said, and when each was."""
    return Part(offer_id, "original", kind=ContentKind.WORDS)


def payload(offer_id: str, revision: int) -> Part:
    """Name the exact bytes that would leave."""
    return Part(offer_id, "payload", revision)


def notes(offer_id: str, revision: int) -> Part:
    """Name what was changed."""
    return Part(offer_id, "notes", revision, ContentKind.WORDS)


def bundle(donation_id: str) -> Part:
    """Name the sealed bundle, which is sent again as it is."""
    return Part(donation_id, "bundle")


def reply(donation_id: str) -> Part:
    """Name the key that what reviewers write is sealed to."""
    return Part(donation_id, "reply", kind=ContentKind.WORDS)


def label(donation_id: str, sequence: int) -> Part:
    """Name what a reviewer wrote."""
    return Part(donation_id, "label", sequence, ContentKind.WORDS)


def parts_of_offer(offer_id: str, revision: int) -> Iterable[Part]:
    """Name everything that an offer has until it is decided."""
    return (
        original_sound(offer_id),
        original_words(offer_id),
        *(make(offer_id, number) for number in range(revision + 2) for make in (payload, notes)),
    )
