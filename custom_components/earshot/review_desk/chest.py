"""The contents of the desk in a vault of their own: each clip, and each label that people wrote for it.

A clip is sealed under its donation's identifier, as its payload came out of the bundle; a label under that and its
number. The bundle itself, encrypted to the desk's key, is never written to disk: with the key of a content destroyed,
nothing that was ever here opens it.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
import re
from typing import Final

from ..donation.clip import Clip, decode_clip
from ..donation.desk.desk_store.rows import ClipRow
from ..donation.documents import read_document, write_document
from ..donation.label import MAX_LABEL, OpenedLabel, plain_opened, read_opened
from ..errors import ContentDamagedError, ContentGoneError, VaultError
from ..models import ContentKind
from ..vault.files import ContentName
from ..vault.reconcile import Reconciled
from ..vault.vault import Sealed, Vault

_LABEL_NAME: Final = re.compile(r"([0-9a-f]{32})-([1-9][0-9]*)")

_MOST: Final = MAX_LABEL + 128
"""Bytes of a label with its salt."""


@dataclass(frozen=True, slots=True)
class Chest:
    """The desk's contents. Every method blocks; trouble with the disk is a VaultError."""

    vault: Vault
    unsettled: list[Sealed] = field(default_factory=list)

    def put_clip(self, donation_id: str, payload: bytes, until: datetime) -> Sealed:
        """Seal a clip, durably, to be settled when the store has it."""
        return self.vault.seal(donation_id, ContentKind.SOUND, payload, until=until)

    def put_label(self, donation_id: str, number: int, label: OpenedLabel, until: datetime) -> Sealed:
        """Seal a label, likewise."""
        content = write_document(plain_opened(label), _MOST)
        return self.vault.seal(_label_name(donation_id, number), ContentKind.WORDS, content, until=until)

    def settle(self, sealed: Sealed) -> None:
        """Give a sealed content its name: the store has it. Where the disk refuses that now, `settle_again` does it.

        It is durable under its temporary name, and the next start would find it.
        """
        try:
            self.vault.commit(sealed)
        except VaultError:
            self.unsettled.append(sealed)

    def settle_again(self) -> None:
        """Try again what could not be settled. Raises VaultError."""
        while self.unsettled:
            with suppress(ContentGoneError):  # it was erased meanwhile
                self.vault.commit(self.unsettled[-1])
            self.unsettled.pop()

    def payload(self, donation_id: str) -> bytes:
        """Return a clip as it came. Raises ContentGoneError, ContentMissingError, ContentDamagedError."""
        return self.vault.read(donation_id, ContentKind.SOUND)

    def clip(self, donation_id: str) -> Clip:
        """Return a clip. Raises as `payload` does."""
        return decode_clip(self.payload(donation_id))

    def label(self, donation_id: str, number: int) -> OpenedLabel:
        """Return a label. Raises as `payload` does."""
        content = self.vault.read(_label_name(donation_id, number), ContentKind.WORDS)
        try:
            return read_opened(read_document(content, _MOST))
        except ValueError as err:
            raise ContentDamagedError("a sealed label is none") from err

    def erase(self, clip: ClipRow) -> None:
        """Destroy the keys of a clip and of its labels, then their files."""
        self.vault.erase(clip.donation_id, [ContentKind.SOUND])
        # One more than the store knows: a label that was sealed in this moment.
        for number in range(1, clip.labels + 2):
            self.vault.erase(_label_name(clip.donation_id, number), [ContentKind.WORDS])

    def told(self, clip: ClipRow) -> None:
        """Take the notes of an erasure away: the store knows of it."""
        self.vault.told(clip.donation_id, [ContentKind.SOUND])
        for number in range(1, clip.labels + 2):
            self.vault.told(_label_name(clip.donation_id, number), [ContentKind.WORDS])

    def told_all(self) -> None:
        """Take every note of an erasure away: the store knows of all of them."""
        for note in self.vault.untold():
            self.vault.told(note.utterance_id, note.kinds)

    def until(self, donation_id: str) -> datetime | None:
        """Return when a clip is erased; None for one that is gone."""
        return self.vault.until(donation_id, ContentKind.SOUND)

    def due(self) -> Iterator[str]:
        """Yield the donations whose time is over, the longest overdue first."""
        for due in self.vault.due():
            if ContentKind.SOUND in due.kinds:
                yield due.utterance_id

    def names(self) -> Iterator[str]:
        """Yield the donations of which there is a clip that opens."""
        for name in self.vault.names():
            if name.kind is ContentKind.SOUND:
                yield name.utterance_id

    def reconcile(self, known: Callable[[str, int | None], bool], lost: Callable[[Iterable[str]], None]) -> Reconciled:
        """Bring the contents together with the store, which `known` asks by donation, and number of a label.

        `lost` is told, before their files are removed, of what no key opens any more.
        """

        def knows(name: str, kind: ContentKind) -> bool:
            if kind is ContentKind.SOUND:
                return known(name, None)
            found = _LABEL_NAME.fullmatch(name)
            return found is not None and known(found[1], int(found[2]))

        return self.vault.reconcile(knows, lambda found: lost(_donations((*found.unreadable, *found.damaged))))


def _label_name(donation_id: str, number: int) -> str:
    return f"{donation_id}-{number}"


def _donations(names: Iterable[ContentName]) -> Iterator[str]:
    for name in names:
        yield name.utterance_id.partition("-")[0]
